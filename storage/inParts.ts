/** Characters or bytes of one part: few enough to be written at once, many enough that parts are few. */
const PART = 1_000_000;

/** The pieces of a long file, gathered into Blobs of about a megabyte. */
export async function* inParts(
  pieces: AsyncIterable<string | Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Blob, void> {
  let held: (string | Uint8Array<ArrayBuffer>)[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < PART) continue;
    yield new Blob(held);
    held = [];
    length = 0;
  }
  if (held.length > 0) yield new Blob(held);
}
