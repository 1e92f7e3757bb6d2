const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Map([...DIGITS].map((c, i) => [c, i]));

/** The lowest bits of a number as digits of base 64, without padding. */
export function encode(value: number, chars: number): string {
  let text = '';
  for (let i = chars - 1; i >= 0; i--) text += DIGITS.charAt((value >>> (6 * i)) & 63);
  return text;
}

/** The numbers that stand in a text, each of so many digits of base 64; a rest is left out. */
export function decodeAll(text: string, chars: number): number[] {
  const values: number[] = [];
  for (let i = 0; i + chars <= text.length; i += chars) {
    let value = 0;
    for (let k = 0; k < chars; k++) value = (value << 6) | (VALUE.get(text.charAt(i + k)) ?? 0);
    values.push(value);
  }
  return values;
}
