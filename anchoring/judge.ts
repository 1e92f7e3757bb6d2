import type { Method } from './Candidate';

/** What speaks for and against a place; shares 0..1, null where nothing was kept to compare with. */
export interface Evidence {
  method: Method;
  /** Share of the quote that stands there. */
  quote: number;
  /** Share of the place that the quote explains. */
  density: number;
  /** Likeness of the text right before and right after. */
  before: number;
  after: number;
  /** Words further out than the context, on each side. */
  sideBefore: number | null;
  sideAfter: number | null;
  /** Passages of the whole page that are still there. */
  page: number | null;
  /** Likeness of the best other place when the target was described. */
  twin: number;
  /** Lead over the best other place now. */
  margin: number;
  /** Places that read exactly like the quote. */
  repeats: number;
  /** Units of the quote. */
  length: number;
}

/**
 * Weights of a logistic model over the evidence: log-odds that the place is the target's.
 *
 * Set on 7,330 selections of 1,596 really edited pages (2026-11-23), by a logistic fit whose script is not part of
 * the project; `npm run bench:anchoring` measures the outcome, it does not refit. Articles were split in two by a
 * hash of their id. Weights fitted on either half, with the vetoes below, placed on the other 98.3 % of what was
 * still there (edited 96.0 %) with 7 wrong. The weights below are fitted on both halves. The vetoes and the bar were
 * chosen by hand with both halves in view, so those figures flatter them; edges and some vetoes changed afterwards
 * without a new fit. Wrong places weighed 3 (another article) or 4 (same article).
 */
const WEIGHTS = {
  bias: 0.12,
  lost: -7.08,
  lostSquared: -6.03,
  sparse: -3.48,
  bestContext: -1.09,
  worstContext: 0.42,
  bestSide: 0.54,
  worstSide: 0.98,
  page: 0.87,
  twinAndContextGone: -5.0,
  twinAndOneContextGone: -5.89,
  twinAndSidesGone: -2.1,
  margin: 3.27,
  length: 1.2,
  exact: 2.24,
  lostAndContextGone: -3.02,
  contextAndSidesGone: -1.04,
  repeated: 1.74,
  notExactOnOtherPage: -2.6,
};

/** Log-odds from which a place is painted: cross-fitted, the point of at least 98.3 % found with fewest wrong. */
const ACCEPT_FROM = -1.5;
/** A lead of this much over the next place counts as full. */
const FULL_MARGIN = 0.3;

/** Numbers the model and its vetoes are made of. */
function featuresOf(e: Evidence) {
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

type Features = ReturnType<typeof featuresOf>;

export interface Judgement {
  /** 0..1; one half is the bar. */
  confidence: number;
  /** Sure enough to paint. */
  accepted: boolean;
  /** Not sure, but worth asking the reader "is it this?". */
  plausible: boolean;
}

/** Log-odds under the bar that are still worth a question. */
const ASK_BELOW = 4;

/** Probability that a place is the target's, and whether that and the vetoes allow to paint it or to ask. */
export function judge(evidence: Evidence): Judgement {
  const f = featuresOf(evidence);
  const w = WEIGHTS;
  const logOdds =
    w.bias +
    w.lost * f.lost +
    w.lostSquared * f.lost * f.lost +
    w.sparse * (1 - Math.min(1, evidence.density)) +
    w.bestContext * f.bestContext +
    w.worstContext * f.worstContext +
    w.bestSide * f.bestSide +
    w.worstSide * f.worstSide +
    w.page * f.page +
    w.twinAndContextGone * f.twin * (1 - f.bestContext) +
    w.twinAndOneContextGone * f.twin * (1 - f.worstContext) +
    w.twinAndSidesGone * f.twin * (1 - f.bestSide) +
    (w.margin * Math.min(evidence.margin, FULL_MARGIN)) / FULL_MARGIN +
    w.length * Math.log(Math.min(evidence.length, 200) / 40) +
    w.exact * f.exact +
    w.lostAndContextGone * f.lost * (1 - f.bestContext) +
    w.contextAndSidesGone * (1 - f.bestContext) * (1 - f.bestSide) +
    w.repeated * (evidence.repeats > 1 ? 1 : 0) +
    w.notExactOnOtherPage * (1 - f.exact) * (1 - f.page);
  const confidence = 1 / (1 + Math.exp(ACCEPT_FROM - logOdds));
  const accepted = logOdds >= ACCEPT_FROM && !isVetoed(evidence, f);
  const sameArticle = f.page > OTHER_ARTICLE;
  const plausible = accepted || (sameArticle && (f.exact === 1 || logOdds >= ACCEPT_FROM - ASK_BELOW));
  return { confidence: accepted ? confidence : Math.min(confidence, 0.49), accepted, plausible };
}

/** Cases in which the model's sum must not outweigh one strong doubt; each was set on the same run. */
function isVetoed(e: Evidence, f: Features): boolean {
  return f.exact ? isStray(f) || isTwin(e, f) : isTooFarFromQuote(e) || isOtherArticle(e, f) || isTwin(e, f);
}

/** Less than this of the quote left, and a reader would call it another sentence. */
const LEAST_QUOTE = 0.55;
/** Two other places nearly as good: "is it this?" is a better answer. */
const LEAST_MARGIN = 0.05;

const isTooFarFromQuote = (e: Evidence): boolean => e.quote < LEAST_QUOTE || e.margin < LEAST_MARGIN;

/** With at most this share of the page's sample left it is taken for another article. */
const OTHER_ARTICLE = 0.26;

/**
 * Sites repeat sentences from article to article ("The team is happy to announce …"). Of 2,319 selections looked
 * for in another article of the same site 99 % shared at most a quarter of the page sample, of those looked for in
 * their own article 1 %. The less of the page is left, the more of the quote or its context must be.
 */
function isOtherArticle(e: Evidence, f: Features): boolean {
  const contextStands = f.worstContext >= 0.8;
  if (f.page <= OTHER_ARTICLE) return isStray(f) || !(e.length >= 100 && e.quote >= 0.85);
  if (f.page <= 0.45)
    return !((e.length >= 80 && e.quote >= 0.75) || contextStands || (f.bothSides && f.worstSide >= 0.8));
  return f.page <= 0.55 && !(e.length >= 30 || contextStands);
}

/**
 * On a page that seems another article the old surroundings must stand on both sides, or further out: a site's
 * standing sentences are often followed by the same footer everywhere.
 */
const isStray = (f: Features): boolean =>
  f.page <= OTHER_ARTICLE && f.worstContext < 0.5 && (!f.anySide || f.bestSide < 0.5);

/** A phrase that occurs several times is anchored by its surroundings or not at all: one side must stand like this. */
const REPEATED_CONTEXT = 0.75;

/** A sentence with a look-alike elsewhere is told by its surroundings: with one side of them gone it may be the other. */
function isTwin(e: Evidence, f: Features): boolean {
  if (f.exact && e.repeats > 1 && f.bestContext < REPEATED_CONTEXT) return true;
  if (f.exact) return e.twin > 0.9 && f.worstContext < 0.2 && f.worstSide < 0.2;
  return e.twin > 0.8 && f.worstContext < 0.25 && e.quote < 0.97;
}
