import type { Features } from './features.ts';
import type { Measures } from './Measures.ts';

/**
 * Doubts that the model's sum must not outweigh. Each is named: `npm run fit:anchoring` measures what happens
 * without it, and tests/bench/results/anchoring-fit.md holds the run that set the thresholds.
 */
type Veto = (e: Measures, f: Features) => boolean;

/** Set by `npm run fit:anchoring`'s figures, see there; shares 0..1 unless said otherwise. */
export const THRESHOLDS = {
  /** Fewer of the quote's words left than this, and a reader would call it another sentence. */
  leastWords: 0.42,
  /** The same by letters or weighted words. */
  leastQuote: 0.5,
  /** Another place nearly as good: "is it this?" is a better answer. */
  leastMargin: 0.06,
  /** A phrase that occurs several times is anchored by its surroundings or not at all: one side must stand like this. */
  repeatedContext: 0.75,
  /** From this likeness to another sentence on, the surroundings must tell which of the two it is. */
  twin: 0.75,
  nearlyEqualTwin: 0.85,
  /** With at most this share of the page's sample left it is taken for another article. */
  otherArticle: 0.26,
  /** Up to these shares it may be one: the more is left, the less must speak for the place. */
  doubtfulArticle: 0.4,
  changedArticle: 0.48,
};
const t = THRESHOLDS;

export const VETOES = {
  tooFewWords: (e, f) => f.exact === 0 && (e.words < t.leastWords || e.quote < t.leastQuote),

  /** Equal words between the old neighbours on both sides are told apart by order, not by what surrounds them. */
  closeRival: (e, f) => e.margin < t.leastMargin && !(f.exact === 1 && f.worstContext >= 0.9),

  repeatedPhrase: (e, f) => f.exact === 1 && e.repeats > 1 && f.bestContext < t.repeatedContext,

  /** The quote stands word for word, but only where a look-alike may always have stood. */
  onlyTheTwin: (e, f) =>
    f.exact === 1 && e.twin > t.nearlyEqualTwin && f.worstContext < 0.2 && f.worstSide < 0.2,

  /** A sentence with a look-alike is told by its surroundings: with one side gone it may be the other. */
  changedTwin: (e, f) => f.exact === 0 && e.twin > t.twin && f.worstContext < 0.25 && e.quote < 0.97,

  /**
   * On a page that seems another article the old surroundings must stand on both sides, or further out: a site's
   * standing sentences are often followed by the same footer everywhere.
   */
  strayOnOtherArticle: (_, f) => looksForeign(f) && isStray(f),

  /**
   * Sites repeat sentences from article to article ("The team is happy to announce …"): changed ones are not
   * looked for there, unless a long one stands nearly unchanged.
   */
  changedOnOtherArticle: (e, f) => f.exact === 0 && looksForeign(f) && !(e.length >= 100 && e.quote >= 0.85),

  changedOnDoubtfulArticle: (e, f) =>
    f.exact === 0 &&
    f.page <= t.doubtfulArticle &&
    !(
      (e.length >= 80 && e.quote >= 0.75) ||
      bothContextsStand(f) ||
      (f.bothSides && f.worstSide >= 0.8) ||
      (e.quote >= 0.9 && f.bestContext >= 0.9) ||
      wordsAroundStand(e, f)
    ),

  /** A few words that recur from article to article. */
  phraseOnChangedArticle: (e, f) =>
    f.exact === 0 &&
    f.page <= t.changedArticle &&
    e.length < 30 &&
    !bothContextsStand(f) &&
    !wordsAroundStand(e, f),
} satisfies Record<string, Veto>;

/** From this likeness on, what is found may be the other sentence. */
const LIKE_TWIN = 0.6;
/** A little more than edits elsewhere in a look-alike change its likeness. */
const TWIN_SLACK = 0.05;

/**
 * The place is no more like the quote than a sentence that stood beside it when it was marked, and the surroundings
 * are not the quote's: it is that sentence, so there is nothing to ask. On the development set 27 of 78 questions
 * fall away, none of them about the right place.
 */
export const isTheTwin = (e: Measures, f: Features): boolean =>
  f.exact === 0 && e.twin >= LIKE_TWIN && e.quote <= e.twin + TWIN_SLACK && f.bestContext < 0.5;

export const looksForeign = (f: Features): boolean => f.page <= t.otherArticle;

const bothContextsStand = (f: Features): boolean => f.worstContext >= 0.8;

/**
 * Nothing else is as good, and the words further out are there on both sides: another article has other ones. A page
 * whose every sentence was touched keeps few passages of its sample.
 */
const wordsAroundStand = (e: Measures, f: Features): boolean =>
  f.bothSides &&
  f.worstSide >= 0.4 &&
  f.bestSide >= 0.6 &&
  f.bestContext >= 0.8 &&
  e.quote >= 0.85 &&
  e.margin >= 0.3;

const isStray = (f: Features): boolean => f.worstContext < 0.5 && (!f.anySide || f.bestSide < 0.7);

/** The first doubt that forbids to paint, or undefined. */
export function vetoOf(e: Measures, f: Features): keyof typeof VETOES | undefined {
  for (const name of NAMES) if (VETOES[name](e, f)) return name;
  return undefined;
}

const NAMES = Object.keys(VETOES) as (keyof typeof VETOES)[];
