// Written by `npm run fit:anchoring` from 5387 places. Do not edit.
import type { Term } from './features.ts';

/** Log-odds that a place is the target's: this, and for each term of the measures its weight. */
export const BIAS = 0.72;
export const WEIGHTS: Record<Term, number> = {
  lost: -3.88,
  lostSquared: -4.68,
  wordsLost: -3.35,
  torn: -1.5,
  sparse: -0.98,
  bestContext: 0.1,
  worstContext: 0.17,
  bestSide: 1.56,
  worstSide: 0.5,
  page: 1.17,
  twinAndContextGone: -4.84,
  twinAndOneContextGone: -6.33,
  twinAndSidesGone: -2.01,
  margin: 2.68,
  length: 0.78,
  exact: 1.23,
  lostAndContextGone: -1.61,
  contextAndSidesGone: -0.37,
  repeated: 2.03,
  notExactOnOtherPage: -2.53,
};
