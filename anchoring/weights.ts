// Written by `npm run fit:anchoring` from 5370 places. Do not edit.
import type { Term } from './features';

/** Log-odds that a place is the target's: this, and for each term of the evidence its weight. */
export const BIAS = 1.12;
export const WEIGHTS: Record<Term, number> = {
  lost: -4.42,
  lostSquared: -4.84,
  wordsLost: -3.08,
  torn: -1.37,
  sparse: -1.36,
  bestContext: -0.13,
  worstContext: 0.17,
  bestSide: 1.67,
  worstSide: 0.46,
  page: 1.22,
  twinAndContextGone: -5.44,
  twinAndOneContextGone: -6.4,
  twinAndSidesGone: -1.73,
  margin: 2.48,
  length: 0.81,
  exact: 1.09,
  lostAndContextGone: -1.85,
  contextAndSidesGone: -0.68,
  repeated: 2.04,
  notExactOnOtherPage: -2.61,
};
