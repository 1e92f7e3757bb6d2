/** Of each length of a match, its code and the bits behind it: `code << 5 | bits` (RFC 1951, 3.2.5). */
export const LENGTH_CODES = new Uint16Array(259);
/** How many bits stand behind each code of a length. */
export const LENGTH_EXTRA = Uint8Array.from({ length: 29 }, (_, code) =>
  code < 8 || code === 28 ? 0 : (code >> 2) - 1,
);
let length = 3;
for (const [code, bits] of LENGTH_EXTRA.entries())
  for (let extra = 0; extra < 1 << bits && length < 258; extra++)
    LENGTH_CODES[length++] = (code << 5) | extra;
LENGTH_CODES[258] = 28 << 5;

/** How many bits stand behind each code of a distance. */
export const DISTANCE_EXTRA = Uint8Array.from({ length: 30 }, (_, code) => (code < 4 ? 0 : (code >> 1) - 1));

/** The code of a distance; its bits are the lowest of the distance less one. */
export function distanceCode(distance: number): number {
  const less = distance - 1;
  if (less < 4) return less;
  const bits = 30 - Math.clz32(less);
  return ((bits + 1) << 1) + ((less >> bits) & 1);
}

/** The order in which the lengths of the codes of lengths stand. */
export const ORDER_OF_LENGTHS = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
