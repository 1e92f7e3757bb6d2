import type { AnchorState, Target } from '@/model/records';
import type { Method } from './Candidate';
import { type Change, compareWords, sameWords } from './compareWords';
import { type Finding, findTarget } from './findTarget';
import { normaliseText } from './foldText';
import { isRendered } from './isRendered';
import { type Span, toRange } from './offsets';
import type { TextIndex } from './TextIndex';

/** What speaks for a place, each 0..1, and how many places read exactly like the quote. */
export interface Evidence {
  method: Method;
  quote: number;
  before: number;
  after: number;
  margin: number;
  repeats: number;
}

/** Where a target stands in a page, or stood no more. */
export interface Anchor {
  state: AnchorState;
  /** To paint for `exact` and `changed`; a candidate to ask about for `suggested`; null for `missing`. */
  range: Range | null;
  /** Offsets of the range in the index's display text; null for `missing`. */
  span: Span | null;
  /** How sure the place is, 0..1. */
  confidence: number;
  /** The words that stand there now; empty for `missing`. */
  textNow: string;
  /** Old to new, word by word. Empty for `exact` and `missing`. */
  changes: Change[];
  /** The place exists but is not rendered (collapsed, behind a paywall). */
  hidden: boolean;
  evidence: Evidence | null;
}

const MISSING: Anchor = {
  state: 'missing',
  range: null,
  span: null,
  confidence: 0,
  textNow: '',
  changes: [],
  hidden: false,
  evidence: null,
};

/** A rejected place must be at least this likely to be worth a question. */
const WORTH_ASKING = 0.45;

/** Finds a target in today's page. Never throws for a target that is not there: that is the state `missing`. */
export function anchor(index: TextIndex, target: Target): Anchor {
  return toAnchor(index, target, findTarget(index.page, target));
}

/** Anchors many targets, in order. */
export const anchorAll = (index: TextIndex, targets: Target[]): Anchor[] =>
  targets.map((target) => anchor(index, target));

function toAnchor(index: TextIndex, target: Target, finding: Finding): Anchor {
  const { best } = finding;
  if (!best || (!finding.accepted && best.score < WORTH_ASKING)) return { ...MISSING };
  const span = { start: best.start, end: best.end };
  const range = toRange(index, span);
  if (!range) return { ...MISSING };
  const textNow = index.text.slice(span.start, span.end);
  const before = normaliseText(target.exact).trim();
  const same = sameWords(before, textNow);
  const { method, quote, score } = best;
  return {
    state: finding.accepted ? (same ? 'exact' : 'changed') : 'suggested',
    range,
    span,
    confidence: Math.min(1, score),
    textNow,
    changes: same ? [] : compareWords(before, textNow),
    hidden: !isRendered(range),
    evidence: {
      method,
      quote,
      before: best.before,
      after: best.after,
      margin: finding.margin,
      repeats: finding.repeats,
    },
  };
}
