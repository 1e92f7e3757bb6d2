import type { AnchorState, Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import { type Change, compareWords } from './compareWords.ts';
import type { Evidence } from './Evidence.ts';
import { type Finding, findTarget } from './findTarget.ts';
import { isRendered } from './isRendered.ts';
import { nodeAt, toRange } from './offsets.ts';
import type { TextIndex } from './TextIndex.ts';
import { verify } from './verify.ts';

/** Where a target stands in a page, or stood no more. `changes` and `hidden` are worked out when first read. */
export interface Anchor {
  readonly state: AnchorState;
  /** To paint for `exact` and `changed`; a candidate to ask about for `suggested`; null for `missing`. */
  readonly range: Range | null;
  /** Offsets of the range in the index's display text; null for `missing`. */
  readonly span: Span | null;
  /** How sure the place is, 0..1; painted from one half on. */
  readonly confidence: number;
  /** The words that stand there now; empty for `missing`. */
  readonly textNow: string;
  /** Old to new, word by word. Empty for `exact` and `missing`. */
  readonly changes: Change[];
  /** The place exists but is not rendered (collapsed, behind a paywall). */
  readonly hidden: boolean;
  /** What was weighed; null for `missing` and where quote and context stand word for word. */
  readonly evidence: Evidence | null;
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

/** Finds a target in today's page. Never throws for a target that is not there: that is the state `missing`. */
export function anchor(index: TextIndex, target: Target): Anchor {
  const isShown = (offset: number): boolean => isRendered(index.nodes[nodeAt(index, offset)]);
  return toAnchor(index, target, findTarget(index.page, target, isShown));
}

/** Anchors many targets, in order. Where the page must stay responsive use `anchorSlices`. */
export const anchorAll = (index: TextIndex, targets: Target[]): Anchor[] =>
  targets.map((target) => anchor(index, target));

function toAnchor(index: TextIndex, target: Target, finding: Finding): Anchor {
  if (!finding.best || !finding.plausible) return MISSING;
  const { span, same, before, now } = verify(index.page, target, finding.best);
  const range = toRange(index, span);
  if (!range) return MISSING;
  const state = finding.accepted ? (same ? 'exact' : 'changed') : 'suggested';
  return new Found(state, range, span, finding.confidence, finding.evidence, before, now);
}

class Found implements Anchor {
  private difference: Change[] | null = null;

  readonly state: AnchorState;
  readonly range: Range;
  readonly span: Span;
  readonly confidence: number;
  readonly evidence: Evidence | null;
  private readonly textBefore: string;
  readonly textNow: string;

  constructor(
    state: AnchorState,
    range: Range,
    span: Span,
    confidence: number,
    evidence: Evidence | null,
    textBefore: string,
    textNow: string,
  ) {
    this.state = state;
    this.range = range;
    this.span = span;
    this.confidence = confidence;
    this.evidence = evidence;
    this.textBefore = textBefore;
    this.textNow = textNow;
  }

  get changes(): Change[] {
    this.difference ??= this.state === 'exact' ? [] : compareWords(this.textBefore, this.textNow);
    return this.difference;
  }

  get hidden(): boolean {
    return !isRendered(this.range.startContainer);
  }
}
