import type { Measures } from './Measures.ts';

/** The measures as the vetoes and the model read it: gaps filled, sides ordered, shares turned to what is lost. */
export interface Features {
  /** The better and the worse of the two contexts right beside the place. */
  bestContext: number;
  worstContext: number;
  /** The same for the words further out; where none were kept, the better context stands in. */
  bestSide: number;
  worstSide: number;
  anySide: boolean;
  bothSides: boolean;
  page: number;
  /** 0 below a likeness of one half, 1 for an equal sentence. */
  twin: number;
  lost: number;
  /** 1 if every letter of the quote stands there. */
  exact: number;
}

export function featuresOf(e: Measures): Features {
  const bestContext = Math.max(e.before, e.after);
  const sides = [e.sideBefore, e.sideAfter].filter((side) => side !== null);
  const bestSide = sides.length > 0 ? Math.max(...sides) : bestContext;
  return {
    bestContext,
    worstContext: Math.min(e.before, e.after),
    bestSide,
    worstSide: sides.length > 1 ? Math.min(...sides) : bestSide,
    anySide: sides.length > 0,
    bothSides: sides.length > 1,
    page: e.page ?? 0.5,
    twin: Math.max(0, (e.twin - 0.5) * 2),
    lost: 1 - e.quote,
    exact: e.method === 'quote' ? 1 : 0,
  };
}

/** A lead of this much over the next place counts as full. */
const FULL_MARGIN = 0.3;

/**
 * The terms of the model's sum, by the names of their weights. Products stand where two doubts together say more
 * than each alone: a look-alike is no doubt while the surroundings stand.
 */
export function termsOf(e: Measures, f: Features) {
  return {
    lost: f.lost,
    lostSquared: f.lost * f.lost,
    wordsLost: 1 - e.words,
    torn: 1 - e.stretch,
    sparse: 1 - Math.min(1, e.density),
    bestContext: f.bestContext,
    worstContext: f.worstContext,
    bestSide: f.bestSide,
    worstSide: f.worstSide,
    page: f.page,
    twinAndContextGone: f.twin * (1 - f.bestContext),
    twinAndOneContextGone: f.twin * (1 - f.worstContext),
    twinAndSidesGone: f.twin * (1 - f.bestSide),
    margin: Math.min(e.margin, FULL_MARGIN) / FULL_MARGIN,
    length: Math.log(Math.min(e.length, 200) / 40),
    exact: f.exact,
    lostAndContextGone: f.lost * (1 - f.bestContext),
    contextAndSidesGone: (1 - f.bestContext) * (1 - f.bestSide),
    repeated: e.repeats > 1 ? 1 : 0,
    notExactOnOtherPage: (1 - f.exact) * (1 - f.page),
  };
}

export type Term = keyof ReturnType<typeof termsOf>;
