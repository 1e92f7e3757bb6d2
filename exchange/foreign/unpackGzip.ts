import { Gunzip } from 'fflate';

/** Packed bytes looked at together: what unpacks to far more than it is must not fill the memory first. */
const SLICE = 65_536;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * What a file packed by gzip holds, also one of several parts.
 * @param most bytes it may unpack to. Throws above that, and where the file is cut or damaged.
 */
export function unpackGzip(bytes: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let [length, isWhole] = [0, false];
  const gunzip = new Gunzip((part, isLast) => {
    length += part.length;
    if (length > most) throw new RangeError('it unpacks to far more than it is');
    parts.push(part);
    isWhole ||= isLast;
  });
  for (let at = 0; at < bytes.length; at += SLICE)
    gunzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  if (!isWhole) throw new RangeError('it is cut off');
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
