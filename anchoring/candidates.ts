import type { Span } from '#model/Span.ts';
import { alignTokens, tokenWeight } from './alignTokens.ts';
import { bitSearch } from './bitSearch.ts';
import type { Candidate } from './Candidate.ts';
import type { FoldedText } from './FoldedText.ts';
import { standsAt } from './GramTable.ts';
import type { Pattern } from './Pattern.ts';
import type { SeedWindow } from './seedWindows.ts';
import { MARK, type Tokens } from './tokens.ts';

/** Slack when the context is compared at a place: a word may have come in between. */
const CONTEXT_SLACK = 12;
/** Two unrelated texts share about this much by edit distance (measured on the fitting half): it counts as nothing. */
const CHANCE = 0.35;

/** Likeness 0..1 of the stored context with the text around a place. */
export function contextAt(page: FoldedText, pattern: Pattern, start: number, end: number): [number, number] {
  const { prefix, suffix } = pattern;
  return [
    likeness(page, start - prefix.length - CONTEXT_SLACK, start, prefix),
    likeness(page, end, end + suffix.length + CONTEXT_SLACK, suffix),
  ];
}

function likeness(page: FoldedText, from: number, to: number, part: Uint16Array): number {
  const a = Math.max(0, from);
  const b = Math.min(page.length, to);
  if (part.length === 0 || b <= a) return 0;
  const raw = 1 - bitSearch(page.codes, a, b, part).errors / part.length;
  return Math.max(0, (raw - CHANCE) / (1 - CHANCE));
}

/** A place that reads exactly like the quote. */
export function exactCandidate(page: FoldedText, pattern: Pattern, start: number): Candidate {
  const end = start + pattern.quote.length;
  const [before, after] = contextAt(page, pattern, start, end);
  return { start, end, method: 'quote', quote: 1, letters: 1, density: 1, before, after, score: 0 };
}

/** Below this share of equal units a place is not "near" the quote but at most rewritten. */
const NEAR = 0.72;

/** Part of the page that is searched around a window's shift: edits before it may have moved it this far. */
function reach(page: FoldedText, pattern: Pattern, window: SeedWindow): [number, number] {
  const size = pattern.quote.length;
  const slack = 40 + Math.floor(size * 0.35);
  return [Math.max(0, window.at - slack), Math.min(page.length, window.at + size + slack)];
}

/** The best place for the quote in a window if few units differ. */
export function nearCandidate(page: FoldedText, pattern: Pattern, window: SeedWindow): Candidate | null {
  const [from, to] = reach(page, pattern, window);
  if (to <= from) return null;
  const size = pattern.quote.length;
  const forth = bitSearch(page.codes, from, to, pattern.quote);
  const quote = 1 - forth.errors / size;
  if (quote < NEAR) return null;
  const back = Math.max(from, forth.end - size - forth.errors);
  const start = bitSearch(page.codes, back, forth.end, pattern.quote, true).end;
  const place = completeEdges(page, pattern, snapToTokens(page, pattern, start, forth.end));
  const [before, after] = contextAt(page, pattern, place.start, place.end);
  return { ...place, method: 'near', quote, letters: quote, density: 1, before, after, score: 0 };
}

/** An edge inside a word moves to the word's edge, unless the quote's own edge was inside a word. */
function snapToTokens(page: FoldedText, pattern: Pattern, start: number, end: number): Span {
  const place = { start, end };
  if (!isAtSpaces(page, start) && pattern.wholeStart) {
    const [a, b] = tokenAround(page, start);
    place.start = start - a <= (b - a) / 2 ? a : b;
  }
  if (!isAtSpaces(page, end) && pattern.wholeEnd) {
    const [a, b] = tokenAround(page, end);
    place.end = b - end <= (b - a) / 2 ? b : a;
  }
  return trimmed(page, place.start < place.end ? place : { start, end });
}

/** Units looked through on both sides for the edges of the word that holds an offset. */
const WORD_REACH = 40;

/** The token that an offset is inside of, or nothing at the offset itself. */
export function tokenAround(page: FoldedText, at: number): [number, number] {
  let from = at;
  let to = at;
  while (from > 0 && at - from < WORD_REACH && page.codes[from - 1] !== 32) from--;
  while (to < page.length && to - at < WORD_REACH && page.codes[to] !== 32) to++;
  const tokens = page.tokens(from, to);
  for (let i = 0; i < tokens.count; i++) {
    const a = tokens.start[i] ?? 0;
    const b = tokens.end[i] ?? 0;
    if (a < at && at < b) return [a, b];
  }
  return [at, at];
}

const isAtSpaces = (page: FoldedText, at: number): boolean =>
  at === 0 || at === page.length || page.codes[at] === 32 || page.codes[at - 1] === 32;

function trimmed(page: FoldedText, { start, end }: Span): Span {
  while (start < end && page.codes[start] === 32) start++;
  while (end > start && page.codes[end - 1] === 32) end--;
  return { start, end };
}

/** A new edge word is taken in where it replaces a lost one: as many words as were lost there, and this many more. */
const PULL_MORE = 1;
/** Words of the quote compared at each edge. */
const EDGE_WORDS = 4;
/** Units of the place looked through for them. */
const EDGE_REACH = 80;
/** With this many units unchanged at both ends, no edge word was replaced. */
const EDGE_UNITS = 12;

function edgesStand(page: FoldedText, { quote }: Pattern, { start, end }: Span): boolean {
  const units = Math.min(EDGE_UNITS, quote.length);
  const head = quote.subarray(0, units);
  const tail = quote.subarray(quote.length - units);
  return standsAt(page.codes, head, start) && standsAt(page.codes, tail, end - units);
}

/**
 * Draws the ends out over words that replaced the quote's first or last ones, up to where the context begins:
 * "rose 3.1" must become "rose 8.4", not "rose".
 */
function completeEdges(page: FoldedText, pattern: Pattern, place: Span): Span {
  if (edgesStand(page, pattern, place)) return place;
  const { whole, from, to } = pattern;
  const head = page.tokens(place.start, Math.min(place.end, place.start + EDGE_REACH));
  const tail = page.tokens(Math.max(place.start, place.end - EDGE_REACH), place.end);
  const lostFirst = lostAtEdge(whole, from, Math.min(to, from + EDGE_WORDS), 1, head);
  const lostLast = lostAtEdge(whole, to - 1, Math.max(from - 1, to - 1 - EDGE_WORDS), -1, tail);
  let { start, end } = place;
  if (lostLast > 0 && to < whole.count) {
    const behind = page.tokens(end, end + 80);
    const at = indexOfToken(behind, whole.hash[to] ?? 0, lostLast);
    if (at > 0) end = behind.end[at - 1] ?? end;
  }
  if (lostFirst > 0 && from > 0) {
    const ahead = page.tokens(start - 80, start);
    for (let back = 1; back <= lostFirst + 1 && back <= ahead.count; back++) {
      if (ahead.hash[ahead.count - back] !== whole.hash[from - 1]) continue;
      if (back > 1) start = ahead.start[ahead.count - back + 1] ?? start;
      break;
    }
  }
  return { start, end };
}

/** How many of the quote's tokens at one edge are not in the place. */
function lostAtEdge(whole: Tokens, from: number, to: number, step: 1 | -1, inside: Tokens): number {
  let lost = 0;
  for (let i = from; i !== to; i += step) {
    if (indexOfToken(inside, whole.hash[i] ?? 0, inside.count) >= 0) break;
    lost++;
  }
  return lost;
}

function indexOfToken(tokens: Tokens, hash: number, within: number): number {
  for (let i = 0; i < Math.min(tokens.count, within + 1); i++) if (tokens.hash[i] === hash) return i;
  return -1;
}

/**
 * The place that keeps the quote's words in order, with others lost or put in between. The context is aligned
 * together with the quote, so words that belong to the neighbouring sentence are not taken for the quote's.
 */
export function rewrittenCandidate(page: FoldedText, pattern: Pattern, window: SeedWindow): Candidate | null {
  const [from, to] = reach(page, pattern, window);
  const tokens = page.tokens(from - pattern.prefix.length - 40, to + pattern.suffix.length + 40);
  const partner = alignTokens(pattern.whole, tokens);
  const quote = sideOf(pattern, tokens, partner, pattern.from, pattern.to);
  if (quote.first < 0) return null;
  const near = (tokens.start[quote.first] ?? 0) - pattern.prefix.length - FAR;
  const far = (tokens.end[quote.last] ?? 0) + pattern.suffix.length + FAR;
  dropOutside(tokens, partner, near, far);
  const before = sideOf(pattern, tokens, partner, 0, pattern.from);
  const after = sideOf(pattern, tokens, partner, pattern.to, pattern.whole.count);
  let span = 0;
  for (let i = quote.first; i <= quote.last; i++) span += tokenWeight(tokens, i);
  let { first, last } = quote;
  // What touches the context on its side surely belongs here, however much was put in behind it.
  if (quote.outerFirst < first && before.last === quote.outerFirst - 1) first = quote.outerFirst;
  if (quote.outerLast > last && after.first === quote.outerLast + 1) last = quote.outerLast;
  const lead = quote.lostFirst + PULL_MORE;
  if (quote.lostFirst > 0 && before.last >= 0 && first - before.last - 1 <= lead) first = before.last + 1;
  const tail = quote.lostLast + PULL_MORE;
  if (quote.lostLast > 0 && after.first >= 0 && after.first - last - 1 <= tail) last = after.first - 1;
  return {
    start: tokens.start[first] ?? 0,
    end: tokens.end[last] ?? 0,
    method: 'rewritten',
    quote: quote.hit / quote.sum,
    letters: 0,
    density: Math.min(1, quote.hit / span),
    before: before.sum > 0 ? before.hit / before.sum : 0,
    after: after.sum > 0 ? after.hit / after.sum : 0,
    score: 0,
  };
}

/** Context words further away than the context was long, and this many units more, are others of the same spelling. */
const FAR = 40;

function dropOutside(tokens: Tokens, partner: Int32Array, from: number, to: number): void {
  for (let i = 0; i < partner.length; i++) {
    const at = tokens.start[partner[i] ?? -1];
    if (at !== undefined && (at < from || at > to)) partner[i] = -1;
  }
}

/** What an inserted word inside the place costs against a kept word of the same weight. */
const INSERTED = 0.3;

/** How a part of the pattern (tokens `from..to`) was aligned; `first..last` is its densest stretch in the page. */
function sideOf(pattern: Pattern, tokens: Tokens, partner: Int32Array, from: number, to: number) {
  const side = {
    sum: 0,
    hit: 0,
    first: -1,
    last: -1,
    lostFirst: 0,
    lostLast: 0,
    outerFirst: -1,
    outerLast: -1,
  };
  let run = 0;
  let runFirst = -1;
  let runLost = 0;
  let best = 0;
  let previous = -1;
  let lost = 0;
  for (let i = from; i < to; i++) {
    const weight = tokenWeight(pattern.whole, i);
    const at = partner[i] ?? -1;
    side.sum += weight;
    if (at < 0) {
      if (pattern.whole.kind[i] !== MARK) {
        lost++;
        side.lostLast++;
      }
      continue;
    }
    side.hit += weight;
    if (side.outerFirst < 0) side.outerFirst = at;
    side.outerLast = at;
    for (let k = previous + 1; previous >= 0 && k < at; k++) run -= INSERTED * tokenWeight(tokens, k);
    if (run <= 0) {
      run = 0;
      runFirst = at;
      runLost = lost;
    }
    run += weight;
    if (run > best) {
      best = run;
      side.first = runFirst;
      side.last = at;
      side.lostFirst = runLost;
      side.lostLast = 0;
    }
    previous = at;
  }
  return side;
}
