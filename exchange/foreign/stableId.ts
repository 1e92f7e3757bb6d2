import { textDigest } from '../textDigest.ts';

/**
 * An id that follows from what a record is made of, so that the same file brought in twice is the same records. 106
 * bits, from two digests: enough to tell records apart, no secret.
 */
export function stableId(format: string, ...parts: string[]): string {
  const text = parts.join('\u0000');
  return `${format}-${textDigest(text, 0)}${textDigest(text, 0x9e3779b9)}`;
}
