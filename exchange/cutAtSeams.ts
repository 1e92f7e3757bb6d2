import type { Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';

type Cut = Pick<Target, 'exact' | 'prefix' | 'suffix'> & {
  /** Stretches of `exact` that no term may hold, empty ones where it may not run on. */
  breaks: Span[];
};

/**
 * What of a quote and its context a browser can find: context up to the first seam, the quote without what is no text to
 * browsers at its ends, and where it is divided within.
 */
export function cutAtSeams({
  exact,
  prefix,
  suffix,
  seams = [],
}: Pick<Target, 'exact' | 'prefix' | 'suffix' | 'seams'>): Cut {
  if (seams.length === 0) return { exact, prefix, suffix, breaks: [] };
  const { length } = exact;
  let [lead, tail] = [0, length];
  let [before, after] = [-prefix.length, length + suffix.length];
  const inside: Span[] = [];
  for (const [start, end] of seams) {
    if (end < start) continue;
    if (start <= 0) {
      before = Math.max(before, Math.min(end, 0));
      lead = Math.max(lead, end);
    }
    if (end >= length) {
      after = Math.min(after, Math.max(start, length));
      tail = Math.min(tail, start);
    }
    if (start > 0 && end < length) inside.push({ start, end });
  }
  if (lead === 0 && tail === length)
    return {
      exact,
      prefix: prefix.slice(prefix.length + before),
      suffix: suffix.slice(0, after - length),
      breaks: inside,
    };
  const kept = exact.slice(lead, Math.max(lead, tail));
  const from = lead + kept.length - kept.trimStart().length;
  const text = kept.trim();
  return {
    exact: text,
    prefix: lead > 0 ? '' : prefix.slice(prefix.length + before),
    suffix: tail < length ? '' : suffix.slice(0, after - length),
    breaks: inside
      .filter(({ start, end }) => start > from && end < from + text.length)
      .map(({ start, end }) => ({ start: start - from, end: end - from })),
  };
}
