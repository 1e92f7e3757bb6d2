import type { Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import type { Candidate } from './Candidate.ts';
import { sameWords } from './compareWords.ts';
import type { FoldedText } from './FoldedText.ts';
import { foldCodes, normaliseText } from './foldText.ts';
import { tokenise } from './tokens.ts';

/** The last word about a place: is it really the same wording? */
export interface Verified {
  span: Span;
  same: boolean;
  /** The two wordings that were compared. */
  before: string;
  now: string;
}

/** Longest part of a word looked at beyond the edge of a quote. */
const REACH = 48;

/**
 * Compares the wordings. Where a quote's edge touches a word, the whole word counts: "rose 3" does not stand
 * in "rose 31", though its letters do. The span is then drawn out over the whole word, so that it is shown.
 */
export function verify(page: FoldedText, target: Target, place: Candidate, language?: string): Verified {
  const span = { start: place.start, end: place.end };
  const now = page.text.slice(span.start, span.end);
  // Quote and context stand word for word: so do the words at the edges.
  if (place.method === 'context' && target.prefix !== '' && target.suffix !== '') {
    return { span, same: true, before: now, now };
  }
  const before = normaliseText(target.exact).trim();
  const prefix = normaliseText(target.prefix);
  const old = prefix + before + normaliseText(target.suffix);
  const oldSpan = { start: prefix.length, end: prefix.length + before.length };
  const oldWide = widen(old, oldSpan);
  const nowWide = widen(page.text, span);
  const oldWords = old.slice(oldWide.start, oldWide.end);
  const nowWords = page.text.slice(nowWide.start, nowWide.end);
  if (sameWords(oldWords, nowWords, language)) return { span, same: true, before, now };
  if (sameWords(before, now, language))
    return { span: nowWide, same: false, before: oldWords, now: nowWords };
  return { span, same: false, before, now };
}

/** The span with the words at its edges completed. */
function widen(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - REACH);
  const around = text.slice(from, end + REACH);
  if (!touches(text, start) && !touches(text, end)) return { start, end };
  const codes = foldCodes(around);
  const tokens = tokenise(codes, 0, codes.length);
  const wide = { start, end };
  for (let i = 0; i < tokens.count; i++) {
    const a = from + (tokens.start[i] ?? 0);
    const b = from + (tokens.end[i] ?? 0);
    if (a < start && start < b) wide.start = a;
    if (a < end && end < b) wide.end = b;
  }
  return wide;
}

const touches = (text: string, at: number): boolean =>
  at > 0 && at < text.length && text.charCodeAt(at) !== 32 && text.charCodeAt(at - 1) !== 32;
