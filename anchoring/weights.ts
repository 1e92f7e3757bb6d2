// Written by `npm run fit:anchoring` from 5370 places. Do not edit.
import type { Term } from './features';

/** Log-odds that a place is the target's: this, and for each term of the evidence its weight. */
export const BIAS = 1.25;
export const WEIGHTS: Record<Term, number> = {
  lost: -4.96,
  lostSquared: -4.86,
  wordsLost: -2.35,
  torn: -2.71,
  sparse: -1.05,
  bestContext: -0.26,
  worstContext: 0.11,
  bestSide: 1.62,
  worstSide: 0.66,
  page: 1.23,
  twinAndContextGone: -5.38,
  twinAndOneContextGone: -6.51,
  twinAndSidesGone: -1.16,
  margin: 2.92,
  length: 0.85,
  exact: 0.46,
  lostAndContextGone: -1.84,
  contextAndSidesGone: -0.95,
  repeated: 2.24,
  notExactOnOtherPage: -2.82,
};
