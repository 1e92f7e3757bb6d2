import type { Span } from '#model/Span.ts';
import { nodeAt } from './offsets.ts';
import { AFTER_GAP, AFTER_SEAM, FORMULA } from './TextCollector.ts';
import type { TextIndex } from './TextIndex.ts';

/** Of more than twice as many, the first and the last ones are kept: links are made of a quote's ends. */
const MOST_AT_AN_END = 10;
/** A block that ends like this may be followed by another: links take that into account by themselves. */
const SENTENCE_END = /[.!?…؟۔।。！？]["'“”’»)\]」』）]*\s*$/u;

/**
 * Where a browser that looks for words of a span would not read on, from and to in units after the span's start;
 * `reach` units on both sides are looked at, too.
 */
export function seamsOf(index: TextIndex, span: Span, reach: number): [number, number][] {
  const from = Math.max(0, span.start - reach);
  const to = Math.min(index.text.length, span.end + reach);
  const seams = new Map<number, number>();
  for (let at = nodeAt(index, from); (index.nodeStart[at] ?? to) < to; at++) {
    const start = index.nodeStart[at] ?? 0;
    const kind = index.kind[at] ?? 0;
    if (kind & FORMULA) seams.set(start, index.nodeStart[at + 1] ?? index.text.length);
    else if (kind & (AFTER_GAP | AFTER_SEAM)) seams.set(start, start);
  }
  const { blockStart } = index;
  for (let at = index.page.blockAt(from); (blockStart[at] ?? to) < to; at++) {
    const start = blockStart[at] ?? 0;
    if (!seams.has(start) && !SENTENCE_END.test(index.text.slice(Math.max(0, start - 8), start)))
      seams.set(start, start);
  }
  const all = [...seams]
    .filter(([a, b]) => b > from && a > 0 && a < to)
    .sort(([a], [b]) => a - b)
    .map(([a, b]): [number, number] => [a - span.start, b - span.start]);
  const isLong = all.length > 2 * MOST_AT_AN_END;
  return isLong ? [...all.slice(0, MOST_AT_AN_END), ...all.slice(-MOST_AT_AN_END)] : all;
}
