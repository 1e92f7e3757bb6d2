const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));
const ascii = new TextDecoder();

/** Base64 without `=` at its end. */
export function toBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    // What stands beyond the end is not kept.
    letters[to++] = CODES[three >> 18] as number;
    letters[to++] = CODES[(three >> 12) & 63] as number;
    letters[to++] = CODES[(three >> 6) & 63] as number;
    letters[to++] = CODES[three & 63] as number;
  }
  return ascii.decode(letters);
}

/** The bytes again. @throws DOMException for what is no Base64 */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
