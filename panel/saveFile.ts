/** The address of a download is kept this long, so that a slow disk can still read it, ms. */
const KEEP = 60_000;

/**
 * Hands a file to the browser's downloads. Needs no permission: the reader clicked.
 * @param gone is called when the browser has had time to read it
 */
export function saveFile(
  name: string,
  parts: BlobPart[],
  type = 'text/markdown;charset=utf-8',
  gone?: () => void,
): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
    gone?.();
  }, KEEP);
}
