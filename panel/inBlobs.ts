import { inParts } from '#storage/inParts.ts';

/** Gathers the pieces of a long file into Blobs, which the browser keeps outside the script's memory. */
export const inBlobs = (pieces: AsyncIterable<string | Uint8Array<ArrayBuffer>>): Promise<Blob[]> =>
  Array.fromAsync(inParts(pieces));
