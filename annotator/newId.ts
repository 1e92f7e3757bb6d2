/** A random id (UUID version 4). Not `crypto.randomUUID`, which pages without https do not have. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    if (at === 6) return hexOf((byte & 0x0f) | 0x40);
    return hexOf(at === 8 ? (byte & 0x3f) | 0x80 : byte);
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}

const hexOf = (byte: number) => byte.toString(16).padStart(2, '0');
