import { decodeAll, encode } from './base64.ts';
import type { WindowSet } from './WindowSet.ts';

/** Passages of a page that its sample holds, and the digits of base 64 of each. */
const PAGE_SAMPLES = 12;
const PAGE_CHARS = 4;

/** The page's part of a sketch. */
export const sampleOf = (windows: WindowSet): string =>
  windows
    .sample(PAGE_SAMPLES)
    .map((value) => encode(value, PAGE_CHARS))
    .join('');

/** Share 0..1 of a sample's passages that are in these; null for an empty sample. */
export function likenessOf(sample: string, windows: WindowSet): number | null {
  const values = decodeAll(sample, PAGE_CHARS);
  return values.length === 0 ? null : values.filter((value) => windows.has(value)).length / values.length;
}
