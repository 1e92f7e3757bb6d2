// Written by `npm run fit:anchoring` from 5370 places. Do not edit.
import type { Term } from './features';

/** Log-odds that a place is the target's: this, and for each term of the evidence its weight. */
export const BIAS = 0.84;
export const WEIGHTS: Record<Term, number> = {
  lost: -4.71,
  lostSquared: -4.8,
  wordsLost: -2.4,
  torn: -2.97,
  sparse: -0.85,
  bestContext: -0.16,
  worstContext: 0.14,
  bestSide: 1.55,
  worstSide: 0.82,
  page: 1.27,
  twinAndContextGone: -5.12,
  twinAndOneContextGone: -6.57,
  twinAndSidesGone: -0.84,
  margin: 3.15,
  length: 0.87,
  exact: 0.55,
  lostAndContextGone: -1.26,
  contextAndSidesGone: -0.95,
  repeated: 2.36,
  notExactOnOtherPage: -2.81,
};
