import type { Span } from '#model/Span.ts';
import { alignTokens } from './alignTokens.ts';
import type { FoldedText } from './FoldedText.ts';
import { cutWords } from './tokens.ts';

/** How many of the quote's letters stand in a place in unchanged words and in order, marks included; shares 0..1. */
export interface WordsKept {
  words: number;
  /** The longest stretch of them with nothing lost or put in between. */
  stretch: number;
}

/** Stricter than the alignment that found the place: "contributors." is another word than "contributors:". */
export function wordsKept(page: FoldedText, quote: Uint16Array, place: Span): WordsKept {
  const old = cutWords(quote, 0, quote.length);
  const partner = alignTokens(old, cutWords(page.codes, place.start, place.end));
  let all = 0;
  let kept = 0;
  let run = 0;
  let longest = 0;
  for (let i = 0; i < old.count; i++) {
    const units = (old.end[i] ?? 0) - (old.start[i] ?? 0);
    const at = partner[i] ?? -1;
    all += units;
    if (at >= 0) kept += units;
    if (at < 0 || at !== (partner[i - 1] ?? -1) + 1) run = 0;
    if (at >= 0) run += units;
    longest = Math.max(longest, run);
  }
  return all > 0 ? { words: kept / all, stretch: longest / all } : { words: 0, stretch: 0 };
}
