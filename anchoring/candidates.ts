import { alignTokens, tokenWeight } from './alignTokens';
import { bitSearch } from './bitSearch';
import type { Candidate } from './Candidate';
import type { PageText } from './PageText';
import type { Pattern } from './Pattern';
import type { SeedWindow } from './seedWindows';

/** Slack when the context is compared at a place: a word may have come in between. */
const CONTEXT_SLACK = 12;

/** Likeness 0..1 of the stored context with the text around a place. */
export function contextAt(page: PageText, pattern: Pattern, start: number, end: number): [number, number] {
  return [
    likeness(page, start - pattern.prefix.length - CONTEXT_SLACK, start, pattern.prefix),
    likeness(page, end, end + pattern.suffix.length + CONTEXT_SLACK, pattern.suffix),
  ];
}

function likeness(page: PageText, from: number, to: number, part: Uint16Array): number {
  const a = Math.max(0, from);
  const b = Math.min(page.length, to);
  if (part.length === 0 || b <= a) return 0;
  return Math.max(0, 1 - bitSearch(page.codes, a, b, part).errors / part.length);
}

/** The better side counts more: one side is often rewritten or an advertisement while the other stands. */
export const contextScore = (before: number, after: number): number =>
  0.7 * Math.max(before, after) + 0.3 * Math.min(before, after);

/** A place that reads exactly like the quote. */
export function exactCandidate(page: PageText, pattern: Pattern, start: number): Candidate {
  const end = start + pattern.quote.length;
  const [before, after] = contextAt(page, pattern, start, end);
  return { start, end, method: 'quote', quote: 1, density: 1, before, after, words: pattern.words, score: 0 };
}

/** Below this share of equal units a place is not "near" the quote but at most rewritten. */
const NEAR = 0.72;

/** The best place for the quote in a window if few units differ. */
export function nearCandidate(page: PageText, pattern: Pattern, window: SeedWindow): Candidate | null {
  const size = pattern.quote.length;
  const slack = 40 + Math.floor(size * 0.35);
  const from = Math.max(0, window.at - slack);
  const to = Math.min(page.length, window.at + size + slack);
  if (to <= from) return null;
  const forth = bitSearch(page.codes, from, to, pattern.quote);
  const quote = 1 - forth.errors / size;
  if (quote < NEAR) return null;
  const back = Math.max(from, forth.end - size - forth.errors);
  const start = bitSearch(page.codes, back, forth.end, pattern.quote, true).end;
  const [before, after] = contextAt(page, pattern, start, forth.end);
  const end = forth.end;
  return { start, end, method: 'near', quote, density: 1, before, after, words: pattern.words, score: 0 };
}

/** Edges are drawn out to the context's words if these stand at most this many tokens away. */
const PULL = 8;

/** A place that keeps the quote's words in order with others lost or put in between. */
export function rewrittenCandidate(page: PageText, pattern: Pattern, window: SeedWindow): Candidate | null {
  const size = pattern.quote.length;
  const slack = 40 + Math.floor(size * 0.35);
  const tokens = page.tokens(
    window.at - slack - pattern.prefix.length - 40,
    window.at + size + slack + pattern.suffix.length + 40,
  );
  const { whole, from, to } = pattern;
  const partner = alignTokens(whole, tokens);
  const sums = { quote: 0, quoteHit: 0, before: 0, beforeHit: 0, after: 0, afterHit: 0 };
  let first = -1;
  let last = -1;
  let words = 0;
  let lastBefore = -1;
  let firstAfter = -1;
  for (let i = 0; i < whole.count; i++) {
    const weight = tokenWeight(whole, i);
    const hit = partner[i] ?? -1;
    if (i < from) {
      sums.before += weight;
      if (hit >= 0) {
        sums.beforeHit += weight;
        lastBefore = hit;
      }
    } else if (i >= to) {
      sums.after += weight;
      if (hit >= 0) {
        sums.afterHit += weight;
        if (firstAfter < 0) firstAfter = hit;
      }
    } else {
      sums.quote += weight;
      if (hit >= 0) {
        sums.quoteHit += weight;
        words++;
        if (first < 0) first = hit;
        last = hit;
      }
    }
  }
  if (first < 0) return null;
  let span = 0;
  for (let i = first; i <= last; i++) span += tokenWeight(tokens, i);
  if (lastBefore >= 0 && lastBefore < first && first - lastBefore <= PULL) first = lastBefore + 1;
  if (firstAfter > last && firstAfter - last <= PULL) last = firstAfter - 1;
  return {
    start: tokens.start[first] ?? 0,
    end: tokens.end[last] ?? 0,
    method: 'rewritten',
    quote: sums.quoteHit / sums.quote,
    density: sums.quoteHit / span,
    before: sums.before > 0 ? sums.beforeHit / sums.before : 0,
    after: sums.after > 0 ? sums.afterHit / sums.after : 0,
    words,
    score: 0,
  };
}
