import type { Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import { tokenWeight } from './alignTokens.ts';
import { type Anchor, anchor } from './anchor.ts';
import { FoldedText } from './FoldedText.ts';
import { foldCodes, normaliseText } from './foldText.ts';
import { isBlockName } from './isBlockName.ts';
import {
  closest,
  contains,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  parentOf,
  positionTo,
  previousSiblingOf,
} from './readNode.ts';
import { StyleReader } from './StyleReader.ts';
import { AFTER_GAP, TextCollector } from './TextCollector.ts';
import { indexText, type TextIndex } from './TextIndex.ts';
import { tokenise } from './tokens.ts';
import { standingOf, walkText } from './walkText.ts';

/** A stretch of the old text that was replaced: `start..oldEnd` became `start..newEnd`. */
export interface TextChange {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** What a mutation of the page did to its text. */
export interface IndexUpdate {
  readonly index: TextIndex;
  /** Null if the text is the same (only nodes were replaced). */
  readonly change: TextChange | null;
  /** Where an old span stands now; null if it was touched and must be anchored again. */
  moved(span: Span): Span | null;
  /** Whether enough words of a target that was missing occur in the added text to look for it again. */
  mayHold(target: Target): boolean;
  /** Looks again for targets that were missing: only those whose words occur in the added text cost a search. */
  retry(targets: readonly Target[]): (Anchor | null)[];
}

/** More separate places than this, and reading the page anew is cheaper than patching. */
const MAX_PATCHES = 16;

/**
 * Brings an index up to date after mutations.
 * @param dirty elements or text nodes that were added or whose text changed; for removed nodes their old parent
 */
export function updateIndex(index: TextIndex, dirty: readonly Node[]): IndexUpdate {
  return patchIndex(index, dirty) ?? indexBetween(index, indexText(index.root));
}

/** The same where it takes little: null where the page must be read anew, which for a long one is done in slices. */
export function patchIndex(index: TextIndex, dirty: readonly Node[]): IndexUpdate | null {
  const blocks = outermostBlocks(index.root, dirty);
  if (index.hasShadow || index.truncated || blocks === null) return null;
  const runs = runsOf(blocks);
  if (runs.length > MAX_PATCHES) return null;
  let current = index;
  // What no patch came near, at the beginning and at the end, is the same without looking.
  let same = index.text.length;
  let sameAtEnd = index.text.length;
  for (const run of runs) {
    const patched = patch(current, run);
    if (!patched) return null;
    same = Math.min(same, patched.cut);
    sameAtEnd = Math.min(sameAtEnd, patched.rest);
    current = patched.index;
  }
  return updateTo(current, changeBetween(index.page, current.page, same, sameAtEnd));
}

/** The blocks that hold the dirty nodes, none inside another; null if the root itself is dirty. */
function outermostBlocks(root: Element, dirty: readonly Node[]): Element[] | null {
  const blocks = new Set<Element>();
  for (const node of dirty) {
    if (isIndent(node)) continue;
    const block = blockOf(node);
    if (!block || !contains(root, block)) continue;
    if (block === root) return null;
    blocks.add(block);
  }
  return [...blocks].filter((block) => {
    for (let up = parentOf(block); up && up !== root; up = parentOf(up)) {
      if (isElement(up) && blocks.has(up)) return false;
    }
    return true;
  });
}

/** White space that came between blocks shows nothing, and the block around it may be the whole story. */
const isIndent = (node: Node): boolean =>
  isText(node) &&
  node.data.trim() === '' &&
  node.isConnected &&
  [node.previousSibling, node.nextSibling].every(
    (beside) => beside !== null && isElement(beside) && isBlockName(localNameOf(beside)),
  );

/** Blocks that follow one another in the page, as what is appended to an endless one does: they are patched as one. */
function runsOf(blocks: Element[]): Element[][] {
  const runs: Element[][] = [];
  const followers = new Set(blocks);
  const first = blocks.filter((block) => {
    const before = neighbour(block, false);
    return before === null || !followers.has(before);
  });
  for (const begin of first) {
    const run: Element[] = [];
    for (let at: Element | null = begin; at !== null && followers.has(at); at = neighbour(at, true))
      run.push(at);
    runs.push(run);
  }
  return runs;
}

/** The element beside another with nothing but white space between. */
function neighbour(element: Element, next: boolean): Element | null {
  const step = (node: Node) => (next ? nextSiblingOf(node) : previousSiblingOf(node));
  for (let at = step(element); at !== null; at = step(at)) {
    if (isElement(at)) return at;
    if (isText(at) && at.data.trim() !== '') return null;
  }
  return null;
}

function blockOf(node: Node): Element | null {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (isElement(at) && isBlockName(localNameOf(at))) return at;
  }
  return null;
}

interface Patch {
  index: TextIndex;
  /** Units before the patch, and units after it. */
  cut: number;
  rest: number;
}

/** The index with the text of some neighbouring blocks read again; null where only a full reading is right. */
function patch(index: TextIndex, run: readonly Element[]): Patch | null {
  const block = run[0] as Element;
  const last = run[run.length - 1] as Element;
  const low = firstWhere(index.nodes, 1, (node) => !precedes(node, block));
  const high = firstWhere(index.nodes, -1, (node) => !precedes(node, last) && !contains(last, node));
  const cut = index.nodeStart[low] ?? index.text.length;
  const resume = index.nodeStart[high] ?? index.text.length;
  // A block put into the middle of a line divides that line: the patch would not see it.
  if (high < index.nodes.length && !isBlockStart(index.blockStart, resume)) return null;
  const rest = index.text.length - resume;
  const styles = StyleReader.for(index.root);
  // What stands in something that is not shown is not read, and that something there changed is no change.
  const collector = new TextCollector(styles?.probe ?? null);
  for (const one of run) {
    if (!insideRead(index.root, one)) continue;
    const standing = styles ? standingOf(index.root, one, styles) : 'read';
    if (standing === 'unsure') return null;
    if (standing === 'read') walkText(one, collector, never, styles).next();
    else collector.gap(false);
  }
  collector.settle(never).next();
  if (collector.hasShadow) return null;

  const added = collector.shown;
  const gap = cut > 0 && index.text.charCodeAt(cut - 1) !== 32 && added.length > 0 ? ' ' : '';
  const tail = added.length > 0 && !added.endsWith(' ') && resume < index.text.length ? ' ' : '';
  const middle = gap + added + tail;
  const text = index.text.slice(0, cut) + middle + index.text.slice(resume);
  const shift = cut + middle.length - resume;

  const codes = new Uint16Array(text.length);
  codes.set(index.page.codes.subarray(0, cut));
  codes.set(foldCodes(middle), cut);
  codes.set(index.page.codes.subarray(resume), cut + middle.length);
  const base = cut + gap.length;
  const page = new FoldedText(
    text,
    spliceOffsets(index.blockStart, cut, resume, collector.blocks, base, shift),
    codes,
  );
  const patched: TextIndex = {
    root: index.root,
    page,
    language: index.language,
    text,
    blockStart: page.blockStart,
    nodes: index.nodes.slice(0, low).concat(collector.nodes, index.nodes.slice(high)),
    nodeStart: spliceOffsets(index.nodeStart, cut, resume, collector.starts, base, shift),
    kind: spliceKinds(index.kind, low, high, collector.kinds, collector.endsInGap),
    differs: index.differs || collector.differs,
    isLaidOut: index.isLaidOut,
    hasShadow: false,
    truncated: false,
  };
  return { index: patched, cut, rest };
}

const never = (): boolean => false;

const precedes = (node: Node, block: Element): boolean =>
  (positionTo(block, node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;

/** A block inside skipped elements has no text, whatever it holds. */
function insideRead(root: Element, block: Element): boolean {
  const hidden = closest(block, '[hidden],script,style,noscript,template,textarea,select,svg,math');
  return !hidden || !contains(root, hidden);
}

/**
 * First node for which `test` holds, by bisection. Removed nodes have no place any more: they answer like the next
 * node still in the page when the patch's beginning is sought, like the last one before when its end is, so that
 * the patch takes them all.
 */
function firstWhere(nodes: readonly Text[], look: 1 | -1, test: (node: Text) => boolean): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe >= low && probe < high && !nodes[probe]?.isConnected) probe += look;
    const node = probe >= low && probe < high ? nodes[probe] : undefined;
    if (node ? test(node) : look === 1) high = middle;
    else low = Math.max(middle, probe) + 1;
  }
  return low;
}

function isBlockStart(starts: Int32Array, offset: number): boolean {
  const at = lowerBound(starts, offset);
  return starts[at] === offset;
}

function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What was left out before the replaced nodes is still before what stands there now. */
function spliceKinds(
  old: Uint8Array,
  low: number,
  high: number,
  added: readonly number[],
  endsInGap: boolean,
): Uint8Array {
  const spliced = new Uint8Array(low + added.length + old.length - high);
  spliced.set(old.subarray(0, low));
  spliced.set(added, low);
  spliced.set(old.subarray(high), low + added.length);
  if (low < spliced.length) spliced[low] = (spliced[low] ?? 0) | ((old[low] ?? 0) & AFTER_GAP);
  const next = low + added.length;
  if (endsInGap && next < spliced.length) spliced[next] = (spliced[next] ?? 0) | AFTER_GAP;
  return spliced;
}

/** Offsets before `cut` stay, those from `resume` move by `shift`, `added` (from `base`) come between. */
function spliceOffsets(
  old: Int32Array,
  cut: number,
  resume: number,
  added: readonly number[],
  base: number,
  shift: number,
): Int32Array {
  const low = lowerBound(old, cut);
  const high = Math.max(low, lowerBound(old, resume));
  const spliced = new Int32Array(low + added.length + old.length - high);
  spliced.set(old.subarray(0, low));
  for (const [i, offset] of added.entries()) spliced[low + i] = base + offset;
  for (let i = high; i < old.length; i++) spliced[low + added.length + i - high] = (old[i] ?? 0) + shift;
  return spliced;
}

/** What changed between two readings of one page, where the newer one was not made by `updateIndex`. */
export const indexBetween = (before: TextIndex, index: TextIndex): IndexUpdate =>
  updateTo(index, changeBetween(before.page, index.page, 0, 0));

function updateTo(index: TextIndex, change: TextChange | null): IndexUpdate {
  let here: Set<number> | undefined;
  const mayHold = (target: Target) => {
    if (!change || change.newEnd <= change.start) return false;
    here ??= wordsAround(index, change);
    return wordsIn(here, target) >= WORTH_SEARCHING;
  };
  return {
    index,
    change,
    moved: (span) => (change ? moveSpan(span, change) : span),
    mayHold,
    retry: (targets) => targets.map((target) => (mayHold(target) ? anchor(index, target) : null)),
  };
}

/**
 * The smallest stretch in which two texts differ, by comparison codes: a change of case alone touches no note. The
 * first `same` and the last `sameAtEnd` units are known to be equal.
 */
function changeBetween(
  before: FoldedText,
  after: FoldedText,
  same: number,
  sameAtEnd: number,
): TextChange | null {
  const a = before.codes;
  const b = after.codes;
  const shorter = Math.min(a.length, b.length);
  let start = Math.min(same, shorter);
  while (start < shorter && a[start] === b[start]) start++;
  if (start === a.length && start === b.length) return null;
  let tail = Math.min(sameAtEnd, shorter - start);
  while (tail < shorter - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { start, oldEnd: a.length - tail, newEnd: b.length - tail };
}

function moveSpan(span: Span, { start, oldEnd, newEnd }: TextChange): Span | null {
  if (span.end <= start) return span;
  if (span.start < oldEnd) return null;
  const by = newEnd - oldEnd;
  return { start: span.start + by, end: span.end + by };
}

/** Text around the change that may complete a quote. */
const MARGIN = 400;
/** Less than this share of a quote's words in the changed text, and the quote cannot have come with it. */
const WORTH_SEARCHING = 0.4;

function wordsAround({ page }: TextIndex, change: TextChange): Set<number> {
  const tokens = page.tokens(change.start - MARGIN, change.newEnd + MARGIN);
  return new Set(tokens.hash.subarray(0, tokens.count));
}

function wordsIn(here: Set<number>, target: Target): number {
  const codes = foldCodes(normaliseText(target.exact));
  const tokens = tokenise(codes, 0, codes.length);
  let all = 0;
  let found = 0;
  for (let i = 0; i < tokens.count; i++) {
    const weight = tokenWeight(tokens, i);
    all += weight;
    if (here.has(tokens.hash[i] ?? 0)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
