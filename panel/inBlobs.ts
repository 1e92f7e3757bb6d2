/** Characters or bytes of one part: few enough to be written at once, many enough that parts are few. */
const PART = 1_000_000;

/** Gathers the pieces of a long file into Blobs, which the browser keeps outside the script's memory. */
export async function inBlobs(pieces: AsyncIterable<string | Uint8Array<ArrayBuffer>>): Promise<Blob[]> {
  const parts: Blob[] = [];
  let held: (string | Uint8Array<ArrayBuffer>)[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < PART) continue;
    parts.push(new Blob(held));
    held = [];
    length = 0;
  }
  return [...parts, new Blob(held)];
}
