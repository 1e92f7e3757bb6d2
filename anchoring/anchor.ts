import type { AnchorState, Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import { type Change, compareWords } from './compareWords.ts';
import { type Finding, findTarget } from './findTarget.ts';
import { isRendered } from './isRendered.ts';
import type { Measures } from './Measures.ts';
import { nodeAt, rangesOf, toOffset, toRange, toSpan } from './offsets.ts';
import { askedReading, plainReading, type TextIndex } from './TextIndex.ts';
import { verify } from './verify.ts';

/** Where a target stands in a page, or stood no more. `changes` and `hidden` are worked out when first read. */
export interface Anchor {
  readonly state: AnchorState;
  /** To paint for `exact` and `changed`; a candidate to ask about for `suggested`; null for `missing`. */
  readonly range: Range | null;
  /** The same without what is left out of the text (a hidden word, an advertisement) and cut where trees meet. */
  readonly ranges: readonly Range[];
  /** Offsets of the range in the index's display text; empty for hidden words, null for `missing`. */
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
  readonly measures: Measures | null;
}

const MISSING: Anchor = {
  state: 'missing',
  range: null,
  ranges: [],
  span: null,
  confidence: 0,
  textNow: '',
  changes: [],
  hidden: false,
  measures: null,
};

/** Finds a target in today's page. Never throws for a target that is not there: that is the state `missing`. */
export function anchor(index: TextIndex, target: Target): Anchor {
  const shown = anchorAsShown(index, target);
  return needsPlain(index, shown) ? betterInPlain(index, target, shown) : shown;
}

/**
 * Looks among what is shown. A reading trusts some elements to be like their neighbours: where words seem to have
 * been put in and are not to be seen, each element is asked.
 */
export function anchorAsShown(index: TextIndex, target: Target): Anchor {
  const found = anchorIn(index, target);
  if (!(found instanceof Found) || found.state !== 'changed' || !holdsUnseen(index, found.span)) return found;
  const again = anchorIn(askedReading(index), target);
  return again instanceof Found && again.state === 'exact'
    ? again.standingAt(spanOf(index, again.range), index)
    : found;
}

/** Text nodes of a place that are looked at. */
const MOST_LOOKED_AT = 50;

function holdsUnseen(index: TextIndex, { start, end }: Span): boolean {
  if (!index.isLaidOut) return false;
  const first = nodeAt(index, start);
  const last = Math.min(nodeAt(index, end - 1), first + MOST_LOOKED_AT);
  for (let at = first; at <= last; at++) if (!isRendered(index.nodes[at])) return true;
  return false;
}

/** Whether the page has words that `shown` was not looked for in: what is hidden, or was read otherwise once. */
export const needsPlain = (index: TextIndex, shown: Anchor): boolean =>
  index.differs && shown.state !== 'exact';

const RANK: Record<AnchorState, number> = { exact: 3, changed: 2, suggested: 1, missing: 0 };

/**
 * What is not there word for word among what is shown is looked for in all text, seen or not: it may be hidden just
 * now, or was stored when words that nobody sees were still taken for part of a sentence.
 */
export function betterInPlain(index: TextIndex, target: Target, shown: Anchor): Anchor {
  const plain = plainReading(index);
  const all = anchorIn(plain, target);
  const isBetter =
    RANK[all.state] > RANK[shown.state] ||
    (all.state === 'changed' &&
      shown.state === 'changed' &&
      (all.measures?.words ?? 0) > (shown.measures?.words ?? 0));
  if (!isBetter || !(all instanceof Found)) return shown;
  return all.standingAt(spanOf(index, all.range), index);
}

/** Where a range stands among what is shown; where nothing of it is shown, the place between what is. */
function spanOf(index: TextIndex, range: Range): Span {
  const shown = toSpan(index, range);
  if (shown) return shown;
  const start = toOffset(index, range.startContainer, range.startOffset);
  return { start, end: start };
}

function anchorIn(index: TextIndex, target: Target): Anchor {
  const isShown = (offset: number): boolean => isRendered(index.nodes[nodeAt(index, offset)]);
  return toAnchor(index, target, findTarget(index.page, target, isShown));
}

/** Anchors many targets, in order. Where the page must stay responsive use `anchorSlices`. */
export const anchorAll = (index: TextIndex, targets: Target[]): Anchor[] =>
  targets.map((target) => anchor(index, target));

function toAnchor(index: TextIndex, target: Target, finding: Finding): Anchor {
  if (!finding.best || !finding.plausible) return MISSING;
  const { span, same, before, now } = verify(index.page, target, finding.best, index.language);
  const range = toRange(index, span);
  if (!range) return MISSING;
  const state = finding.accepted ? (same ? 'exact' : 'changed') : 'suggested';
  return new Found(state, range, index, span, finding.confidence, finding.measures, before, now);
}

class Found implements Anchor {
  private difference: Change[] | null = null;

  readonly state: AnchorState;
  readonly range: Range;
  private readonly index: TextIndex;
  /** Offsets in the index in which it was found. */
  private readonly place: Span;
  readonly span: Span;
  readonly confidence: number;
  readonly measures: Measures | null;
  private readonly textBefore: string;
  readonly textNow: string;

  constructor(
    state: AnchorState,
    range: Range,
    index: TextIndex,
    place: Span,
    confidence: number,
    measures: Measures | null,
    textBefore: string,
    textNow: string,
    span = place,
  ) {
    this.state = state;
    this.range = range;
    this.index = index;
    this.place = place;
    this.span = span;
    this.confidence = confidence;
    this.measures = measures;
    this.textBefore = textBefore;
    this.textNow = textNow;
  }

  /** The same place as another index has it, of what is shown: its words are told as they are read there. */
  standingAt(span: Span, shown: TextIndex): Found {
    const { state, range, index, place, confidence, measures, textBefore } = this;
    const words = shown.text.slice(span.start, span.end);
    const textNow = state === 'exact' && words !== '' ? words : this.textNow;
    return new Found(state, range, index, place, confidence, measures, textBefore, textNow, span);
  }

  get ranges(): readonly Range[] {
    return rangesOf(this.index, this.place);
  }

  get changes(): Change[] {
    this.difference ??=
      this.state === 'exact' ? [] : compareWords(this.textBefore, this.textNow, this.index.language);
    return this.difference;
  }

  get hidden(): boolean {
    return !isRendered(this.range.startContainer);
  }
}
