import { featuresOf, type Term, termsOf } from './features.ts';
import type { Measures } from './Measures.ts';
import { isTheTwin, looksForeign, vetoOf } from './vetoes.ts';
import { BIAS, WEIGHTS } from './weights.ts';

export interface Judgement {
  /** 0..1; one half is the bar. */
  confidence: number;
  /** Sure enough to paint. */
  accepted: boolean;
  /** Not sure, but worth asking the reader "is it this?". */
  plausible: boolean;
}

/**
 * Log-odds from which a place is painted. Zero, because the fit counts a wrong place as several lost ones: even
 * odds are the point where one more found place is no longer worth the risk.
 */
const ACCEPT_FROM = 0;
/**
 * Log-odds that are still worth a question: three in a hundred. On the development set no place below was the
 * right one and 112 were not, most of them look-alikes of a deleted sentence; above, one in five is right.
 */
const ASK_FROM = -3.5;

/** Probability that a place is the target's, and whether that and the vetoes allow to paint it or to ask. */
export function judge(measures: Measures): Judgement {
  const f = featuresOf(measures);
  const terms = termsOf(measures, f);
  let logOdds = BIAS;
  for (const name of TERMS) logOdds += WEIGHTS[name] * terms[name];
  const confidence = 1 / (1 + Math.exp(-logOdds));
  const accepted = logOdds >= ACCEPT_FROM && vetoOf(measures, f) === undefined;
  const plausible =
    accepted || (!looksForeign(f) && !isTheTwin(measures, f) && (f.exact === 1 || logOdds >= ASK_FROM));
  return { confidence: accepted ? confidence : Math.min(confidence, 0.49), accepted, plausible };
}

const TERMS = Object.keys(WEIGHTS) as Term[];
