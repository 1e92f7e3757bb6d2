/**
 * The text of a file, by its byte-order mark, by where its zero bytes stand (UTF-16 without a mark), else as UTF-8;
 * what is no UTF-8 is read as Windows-1252, as old exports are. Never throws. Marks are left out.
 */
export function decodeBytes(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder().decode(bytes);
  const head = bytes.subarray(0, 400);
  const zeros = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zeros(1) > head.length / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0) > head.length / 4) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: nothing is refused for its encoding, and this one gives every byte a character.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
