import type { Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import { SPACELESS } from '#model/spaceless.ts';

type Cut = Pick<Target, 'exact' | 'prefix' | 'suffix'> & {
  /** Stretches of `exact` that no term may hold, empty ones where it may not run on. */
  breaks: Span[];
};

/** Whether the same words stand elsewhere in the article, maybe before, so that nothing but its context names this place. */
export const isRepeated = ({ occurrence, twin }: Pick<Target, 'occurrence' | 'twin'>): boolean =>
  occurrence ? occurrence[1] > 1 : twin === 1;

/** So much of a quote is left at least where the words beside a seam are passed over. */
const LEAST_LEFT = 12;

/** A seam over the words on both sides of it; a quote of hardly more than these keeps them. */
function withinWords([start, end]: [number, number], length: number): [number, number] {
  if (start < 0 && end > 0) return length - end < LEAST_LEFT ? [0, 0] : [start, end];
  if (start < length && end > length) return start < LEAST_LEFT ? [length, length] : [start, end];
  return [start, end];
}

/** Units of a word on one side of a seam that are looked at. */
const LONGEST_WORD = 48;
/** A letter or figure of a script that sets spaces between words. */
const WORD_UNIT = new RegExp(`[^\\s\\p{P}\\p{S}${SPACELESS}]`, 'u');

/**
 * An empty seam within a word (a drop cap's end) as one over the word: Firefox finds neither the whole word nor a term that
 * ends in it. Where a quote has no other words it stays as it is.
 */
function overItsWord([start, end]: [number, number], exact: string): [number, number] {
  if (start !== end || start <= 0 || start >= exact.length) return [start, end];
  const isWord = (at: number) => WORD_UNIT.test(exact.charAt(at));
  let [from, to] = [start, start];
  while (from > 0 && start - from < LONGEST_WORD && isWord(from - 1)) from--;
  while (to < exact.length && to - start < LONGEST_WORD && isWord(to)) to++;
  const isWhole = from < start && to > start;
  const isAll = exact.slice(0, from).trim() === '' && exact.slice(to).trim() === '';
  return isWhole && !isAll ? [from, to] : [start, end];
}

/**
 * What of a quote and its context a browser can find: context up to the first seam, the quote without what is no text to
 * browsers at its ends, and where it is divided within. A later one of equal quotes keeps the context of a neighbouring block, which
 * is all that tells it apart.
 */
export function cutAtSeams({
  exact,
  prefix,
  suffix,
  seams = [],
  occurrence,
  twin,
}: Pick<Target, 'exact' | 'prefix' | 'suffix' | 'seams' | 'occurrence' | 'twin'>): Cut {
  const isLater = isRepeated({ occurrence, twin }) && occurrence?.[0] !== 0;
  const isCrossed = (at: number) => isLater && (at === 0 ? /\s$/u.test(prefix) : /^\s/u.test(suffix));
  if (seams.length === 0) return { exact, prefix, suffix, breaks: [] };
  const { length } = exact;
  let [lead, tail] = [0, length];
  let [before, after] = [-prefix.length, length + suffix.length];
  const inside: Span[] = [];
  for (const seam of seams) {
    const [start, end] = withinWords(overItsWord(seam, exact), length);
    if (end < start) continue;
    if (start === end && (start === 0 || start === length) && isCrossed(start)) continue;
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
  const isBlank = (a: number, b: number) => exact.slice(a, Math.max(a, b)).trim() === '';
  // What is left of words that are passed over at an end is no part of a term either.
  if (lead > 0)
    for (const { start, end } of inside) if (start < end && isBlank(lead, start)) lead = Math.max(lead, end);
  if (tail < length)
    for (const { start, end } of inside.toReversed())
      if (start < end && isBlank(end, tail)) tail = Math.min(tail, start);
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
