import type { Target } from '@/model/records';
import type { Candidate } from './Candidate';
import { contextScore, exactCandidate, nearCandidate, rewrittenCandidate } from './candidates';
import type { PageText } from './PageText';
import { type Pattern, patternOf } from './Pattern';
import { seedWindows } from './seedWindows';

/** What the search for one target came to. */
export interface Finding {
  /** The best place, accepted or not. */
  best: Candidate | null;
  /** Whether the evidence suffices to paint it. */
  accepted: boolean;
  /** Lead of the best place over the next. */
  margin: number;
  /** How many places read exactly like the quote. */
  repeats: number;
}

const NOTHING: Finding = { best: null, accepted: false, margin: 0, repeats: 0 };
/** More repeats than this are no better than this many: the phrase needs its context anyway. */
const MAX_REPEATS = 200;
/** From this context on, a place that reads exactly like the quote needs no further search. */
const CONTEXT_SURE = 0.55;
const LONG_QUOTE = 60;
/** A place described as having a twin at least this alike must be told by its context. */
const TWIN = 0.6;

/** Looks for a target in a page's text: whole context, exact quote, then approximately; then weighs. */
export function findTarget(page: PageText, target: Target): Finding {
  const pattern = patternOf(target);
  if (pattern.quote.length === 0) return NOTHING;
  const size = pattern.quote.length;
  const { wholeText, prefix } = pattern;
  if (page.folded.startsWith(wholeText, target.start - prefix.length)) return sure(pattern, target.start);
  const whole = page.occurrences(wholeText, 2);
  if (whole.length === 1) return sure(pattern, (whole[0] ?? 0) + prefix.length);

  const found = page
    .occurrences(pattern.quoteText, MAX_REPEATS)
    .map((at) => exactCandidate(page, pattern, at));
  const repeats = found.length;
  const context = Math.max(0, ...found.map((c) => contextScore(c.before, c.after)));
  if (!(repeats > 0 && (context > CONTEXT_SURE || (repeats === 1 && size >= LONG_QUOTE)))) {
    found.push(...approximate(page, pattern));
  }
  return weigh(target, size, found, repeats);
}

function sure(pattern: Pattern, start: number): Finding {
  const end = start + pattern.quote.length;
  const method = 'context';
  const words = pattern.quote.length;
  const best: Candidate = { start, end, method, quote: 1, density: 1, before: 1, after: 1, words, score: 1 };
  return { best, accepted: true, margin: 1, repeats: 1 };
}

function approximate(page: PageText, pattern: Pattern): Candidate[] {
  const found: Candidate[] = [];
  const windows = seedWindows(page, pattern.wholeCodes, pattern.prefix.length);
  let certain = false;
  for (const window of windows) {
    if (certain && window.weight < 0.4 * (windows[0]?.weight ?? 0)) break;
    const near = nearCandidate(page, pattern, window);
    const candidate = near ?? (certain ? null : rewrittenCandidate(page, pattern, window));
    if (!candidate) continue;
    found.push(candidate);
    if (near && contextScore(near.before, near.after) > 0.5) certain = true;
  }
  return found;
}

function weigh(target: Target, size: number, found: Candidate[], repeats: number): Finding {
  const rarity = Math.min(1, size / LONG_QUOTE);
  for (const c of found) {
    const words = c.method === 'quote' ? 1 : c.quote * Math.min(1, c.density / 0.5);
    c.score = 0.55 * words + 0.35 * contextScore(c.before, c.after) + 0.1 * rarity;
  }
  found.sort((a, b) => b.score - a.score);
  const best = found[0];
  if (!best) return NOTHING;
  const rival = found.find((c) => c.end <= best.start || c.start >= best.end);
  const margin = rival ? best.score - rival.score : 1;
  return { best, accepted: accepts(target, best, margin, repeats, size), margin, repeats };
}

function accepts(target: Target, best: Candidate, margin: number, repeats: number, size: number): boolean {
  const context = contextScore(best.before, best.after);
  const twin = (target.twin ?? 0) >= TWIN;
  if (best.method === 'quote') {
    return repeats === 1 ? context >= 0.42 || (!twin && size >= 24) : margin > 0.06 && context >= 0.45;
  }
  if (margin < 0.05) return false;
  if (best.method === 'near') {
    return (
      context >= 0.45 || (!twin && ((best.quote >= 0.9 && size >= 32) || (best.quote >= 0.8 && size >= 60)))
    );
  }
  const words = best.quote * Math.min(1, best.density / 0.4);
  return (
    words >= 0.48 &&
    (context >= 0.45 || (best.quote >= 0.65 && best.density > 0.4 && best.words >= 7 && !twin))
  );
}
