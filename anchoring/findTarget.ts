import type { Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import type { Candidate } from './Candidate.ts';
import { exactCandidate, nearCandidate, rewrittenCandidate, tokenAround } from './candidates.ts';
import { doublesOf, mayBeTheTwin, tellApart } from './doublesOf.ts';
import type { FoldedText } from './FoldedText.ts';
import { standsFolded } from './foldText.ts';
import { judge } from './judge.ts';
import type { Measures } from './Measures.ts';
import { type Pattern, patternOf } from './Pattern.ts';
import { seedWindows } from './seedWindows.ts';
import { readSketch, sideLikeness } from './sketch.ts';
import { type WordsKept, wordsKept } from './wordsKept.ts';

/** What the search for one target came to. */
export interface Finding {
  /** The best place, accepted or not. */
  best: Candidate | null;
  measures: Measures | null;
  /** Probability that the place is the target's, 0..1. */
  confidence: number;
  /** Whether that suffices to paint it, or at least to ask. */
  accepted: boolean;
  plausible: boolean;
}

/** Tells whether the text at an offset is rendered: a page may hold the same text twice, one copy hidden. */
export type IsShown = (offset: number) => boolean;

const NOTHING: Finding = { best: null, measures: null, confidence: 0, accepted: false, plausible: false };
/** More repeats than this are no better than this many: the phrase needs its context anyway. */
const MAX_REPEATS = 200;

const always = (): boolean => true;

/** Looks for a target in a page's text: whole context, exact quote, then approximately; then weighs. */
export function findTarget(page: FoldedText, target: Target, isShown: IsShown = always): Finding {
  const known = wordForWord(page, target, isShown);
  if (known) return known;
  const pattern = patternOf(target);
  if (pattern.quote.length === 0) return NOTHING;
  const { wholeCodes, prefix, quote } = pattern;
  const [only, other] = page.occurrences(wholeCodes, 2);
  const isOnly = only !== undefined && other === undefined;
  const start = (only ?? 0) + prefix.length;
  if (isOnly && !mayBeTheTwin(1, target)) return sure(start, start + quote.length);
  const exact = page.occurrences(pattern.quote, MAX_REPEATS).map((at) => exactCandidate(page, pattern, at));
  const isTwin = isOneOfTwins(target, exact.length);
  if (isOnly && !isTwin) return sure(start, start + quote.length);
  const clear = exact.find((c) => Math.max(c.before, c.after) > 0.6);
  const near = isTwin || !clear ? approximate(page, pattern) : [];
  if (isOnly) {
    const here = { ...exactCandidate(page, pattern, start), before: 1, after: 1 };
    // Else it may be another copy of a passage, and the marked one was edited.
    if (doublesOf(near, here, target).length === 0) return sure(start, start + quote.length);
  }
  const found = [...exact];
  mergeInto(found, clear ? doublesOf(near, clear, target) : near);
  return weigh(page, pattern, found, exact.length, isShown);
}

/**
 * The target where quote and context stand word for word: where it stood, or elsewhere if that is the only place, as
 * most notes of a page into which something was put. Needs nothing but the target's strings.
 */
function wordForWord(page: FoldedText, target: Target, isShown: IsShown): Finding | null {
  const { exact, start } = target;
  // Other programs' quotes may begin or end with white space, which no place here does: they are normalised first.
  if (!(exact.charCodeAt(0) > 32 && exact.charCodeAt(exact.length - 1) > 32)) return null;
  if (standsWhole(page, target, start) && isShown(start)) return sure(start, start + exact.length);
  if (mayBeTheTwin(1, target)) return null;
  const places = page.placesOf(exact)?.filter((at) => standsWhole(page, target, at)) ?? [];
  const [only] = places;
  return only !== undefined && places.length === 1 ? sure(only, only + exact.length) : null;
}

const standsWhole = (page: FoldedText, { exact, prefix, suffix }: Target, start: number): boolean =>
  standsFolded(exact, page.codes, start) &&
  standsFolded(prefix, page.codes, start - prefix.length) &&
  standsFolded(suffix, page.codes, start + exact.length);

function sure(start: number, end: number): Finding {
  const best: Candidate = {
    start,
    end,
    method: 'context',
    quote: 1,
    letters: 1,
    density: 1,
    before: 1,
    after: 1,
    score: 1,
  };
  return { best, measures: null, confidence: 1, accepted: true, plausible: true };
}

/** Whether the page held the quote several times and no longer holds it as often: what is left may be another of them. */
const isOneOfTwins = (target: Target, repeats: number): boolean =>
  mayBeTheTwin(1, target) && repeats !== target.occurrence?.[1];

function approximate(page: FoldedText, pattern: Pattern): Candidate[] {
  const found: Candidate[] = [];
  let clear: Candidate | null = null;
  for (const window of seedWindows(page, pattern.wholeCodes, pattern.prefix.length)) {
    const near = nearCandidate(page, pattern, window);
    if (!clear && near && near.quote > 0.8 && near.before > 0.6 && near.after > 0.6) {
      if (!mayBeTheTwin(near.quote, pattern.target)) return [...found, near];
      clear = near;
    }
    const rewritten = rewrittenCandidate(page, pattern, window);
    const best = betterOf(pattern, near, rewritten);
    if (best) found.push(best);
  }
  return clear ? [clear, ...doublesOf(found, clear, pattern.target)] : found;
}

/** By this much more of the quote's words than of its letters, and the words say better where it begins and ends. */
const WORDS_WIN = 0.25;
/** The same for a long quote that its words show between both its old neighbours: something was put into it. */
const WORDS_WIN_LONG = 0.15;
const LONG = 100;

/**
 * `near` sees spelling, `rewritten` sees words and to whom they belong. They mostly agree; where they stand on
 * different words, the quote's likeness was lent by a neighbour.
 */
function betterOf(pattern: Pattern, near: Candidate | null, rewritten: Candidate | null): Candidate | null {
  if (!near || !rewritten) return near ?? rewritten;
  const common = Math.min(near.end, rewritten.end) - Math.max(near.start, rewritten.start);
  if (common <= 0) return rewritten;
  const isLong = pattern.quote.length >= LONG && Math.min(rewritten.before, rewritten.after) >= 0.5;
  const lead = isLong ? WORDS_WIN_LONG : WORDS_WIN;
  return {
    ...(rewritten.quote - near.quote > lead ? rewritten : near),
    method: 'near',
    quote: Math.max(near.quote, rewritten.quote),
    density: Math.max(rewritten.density, near.quote > 0.8 ? near.quote : 0),
    before: Math.max(near.before, rewritten.before),
    after: Math.max(near.after, rewritten.after),
  };
}

/**
 * The only place that reads exactly like the quote stays such, but takes over the better view of its context. Several
 * are left as they are: not all of them would be looked at a second time.
 */
function mergeInto(found: Candidate[], approximate: Candidate[]): void {
  const repeats = found.length;
  for (const c of approximate) {
    const same = found.find((f) => f.method === 'quote' && c.start < f.end && f.start < c.end);
    if (same && repeats > 1) continue;
    if (same) {
      same.before = Math.max(same.before, c.before);
      same.after = Math.max(same.after, c.after);
    } else found.push(c);
  }
}

function weigh(
  page: FoldedText,
  pattern: Pattern,
  found: Candidate[],
  repeats: number,
  isShown: IsShown,
): Finding {
  for (const c of found) c.score = scoreOf(c);
  found.sort((a, b) => b.score - a.score);
  const first = found[0];
  if (!first) return NOTHING;
  const { target } = pattern;
  const sketch = readSketch(target.sketch);
  const isWhole = repeats > 1 && repeats === target.occurrence?.[1];
  const doubles = isWhole ? [] : doublesOf(found, first, target);
  const alike = first.method === 'quote' ? equalPlaces(found) : [first];
  const equals = [...alike, ...doubles.filter((c) => !alike.includes(c))];
  const best =
    doubles.length > 0
      ? tellApart(page, sketch, shownOf(equals, isShown), target)
      : alike.length > 1
        ? choose(shownOf(alike, isShown), target, repeats)
        : first;
  const place = best ?? first;
  // What is shown, stood in the same order or at the same place was told apart: only other places are rivals.
  const rival = found.find((c) => (c.end <= place.start || c.start >= place.end) && !equals.includes(c));
  const margin = rival ? place.score - rival.score : 1;
  const [sideBefore, sideAfter] = isPlain(place, target) ? NO_SIDES : sideLikeness(page, sketch, place);
  const measures: Measures = {
    method: place.method,
    quote: place.quote,
    ...wordsOf(page, pattern, place),
    density: place.density,
    before: place.before,
    after: place.after,
    sideBefore,
    sideAfter,
    page: sketch ? page.likeness(sketch.sample) : null,
    twin: target.twin ?? 0,
    margin,
    repeats,
    length: pattern.quote.length,
  };
  const judgement = judge(measures);
  // Several places that nothing tells apart: never paint one of them by chance.
  if (!best) return { best: first, measures, ...judgement, accepted: false, plausible: true };
  const finding = { best: place, measures, ...judgement };
  const only =
    repeats === 1 && !judgement.accepted ? found.find(({ method }) => method === 'quote') : undefined;
  if (!only || !standsAsWords(page, pattern, only)) return finding;
  return askAbout(only === place ? finding : weigh(page, pattern, [only], repeats, isShown));
}

/** Fewer units are a figure or a common word, which stands in many pages. */
const SHORT = 12;

/**
 * Whether the very words stand there as words, "41" not within "1941", and say enough to be known by. A page of which
 * hardly a sentence is left looks like another article's, but to call missing what can be read there would be a lie:
 * only the reader can tell.
 */
function standsAsWords(
  page: FoldedText,
  { quote, wholeStart, wholeEnd }: Pattern,
  { start, end }: Span,
): boolean {
  if (quote.length < SHORT && !quote.includes(32)) return false;
  const isFree = (at: number) => {
    const [from, to] = tokenAround(page, at);
    return from === to;
  };
  return (!wholeStart || isFree(start)) && (!wholeEnd || isFree(end));
}

/** A place that is not sure is no better an answer than the only one where the very words stand. */
const askAbout = (only: Finding): Finding => ({
  ...only,
  confidence: Math.min(only.confidence, 0.49),
  accepted: false,
  plausible: true,
});

const NO_SIDES: [null, null] = [null, null];

/** From this share of letters on, words are misspelled rather than others: the letters count for them. */
const MISSPELLED = 0.85;

function wordsOf(page: FoldedText, pattern: Pattern, place: Candidate): WordsKept {
  if (place.letters === 1) return { words: 1, stretch: 1 };
  const { words, stretch } = wordsKept(page, pattern.quote, place);
  const least = place.letters >= MISSPELLED ? place.letters : 0;
  return { words: Math.max(words, least), stretch: Math.max(stretch, least) };
}

/** Little changed, both contexts stand, no look-alike was there: words further out would not change the judgement. */
const isPlain = (c: Candidate, target: Target): boolean =>
  c.quote >= 0.85 && Math.min(c.before, c.after) >= 0.6 && target.twin === undefined;

/** For ranking the places of one note: mostly the quote, then its context; the better side of it counts more. */
function scoreOf(c: Candidate): number {
  const quote = c.quote * Math.min(1, c.density / 0.5);
  return 0.55 * quote + 0.35 * (0.7 * Math.max(c.before, c.after) + 0.3 * Math.min(c.before, c.after));
}

/** Scores closer than this say nothing. */
const EQUAL = 0.002;

/** The places that read like the quote and whose contexts are equally good, in page order. */
function equalPlaces(found: Candidate[]): Candidate[] {
  const top = found[0]?.score ?? 0;
  return found.filter((c) => c.method === 'quote' && top - c.score < EQUAL).sort((a, b) => a.start - b.start);
}

/** The visible ones if any is. */
function shownOf(equals: Candidate[], isShown: IsShown): Candidate[] {
  const shown = equals.filter((c) => isShown(c.start));
  return shown.length > 0 ? shown : equals;
}

/** A context as good as this on both sides is the old one. */
const CERTAIN = 0.9;

/**
 * Of equal places the one with the stored ordinal, if there are as many repeats as there were; otherwise the
 * nearest to where it stood, if the surroundings are surely the old ones (a page that shows its text twice).
 */
function choose(equals: Candidate[], target: Target, repeats: number): Candidate | null {
  if (equals.length === 1) return equals[0] ?? null;
  const [ordinal, count] = target.occurrence ?? [0, 1];
  if (count === repeats && equals.length === repeats) return equals[ordinal] ?? null;
  const certain = equals.filter((c) => Math.min(c.before, c.after) >= CERTAIN);
  if (certain.length === 0) return null;
  const distance = (c: Candidate) => Math.abs(c.start - target.start);
  return certain.reduce((best, c) => (distance(c) < distance(best) ? c : best));
}
