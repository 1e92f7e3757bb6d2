import type { Span } from '#model/Span.ts';
import { prefixLength, rawOffset } from './foldText.ts';
import {
  closest,
  firstChildOf,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  nodeAfter,
  textsBetween,
} from './readNode.ts';
import { AFTER_GAP, FORMULA, LEADING_SPACE_DROPPED, MAPPED } from './TextCollector.ts';
import type { TextIndex } from './TextIndex.ts';
import { isSkipped } from './walkText.ts';

/** Number of the text node that holds an offset. */
export function nodeAt(index: TextIndex, offset: number): number {
  let low = 0;
  let high = index.nodeStart.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.nodeStart[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The DOM point of an offset; `end` prefers the end of a node over the beginning of the next. */
export function toPoint(index: TextIndex, offset: number, end: boolean): [Text, number] | null {
  const at = nodeAt(index, end && offset > 0 ? offset - 1 : offset);
  const node = index.nodes[at];
  if (!node) return null;
  const kind = index.kind[at] ?? 0;
  // A formula is painted whole.
  if (kind & FORMULA) return end ? formulaEnd(node) : [node, 0];
  let units = offset - (index.nodeStart[at] ?? 0);
  if (kind & LEADING_SPACE_DROPPED) units++;
  return [node, kind & MAPPED ? rawOffset(node.data, units, end) : Math.min(units, node.length)];
}

/** Signs of a formula that are painted. */
const MOST_SIGNS = 1_000;

/** The last text of the formula that a node begins. */
function formulaEnd(node: Text): [Text, number] {
  const math = closest(node.parentElement as Element, 'math');
  if (!math) return [node, node.length];
  const last = textsBetween(math, nodeAfter(math), MOST_SIGNS).at(-1) ?? node;
  return [last, last.length];
}

/**
 * Ranges that cover a span, in order. One, unless something in it is left out, which is to be painted around, or
 * shadow trees are read within the page: a Range cannot cross the edge of a tree, so there is one for each stretch in
 * one tree. Empty if the span holds no text.
 */
export const rangesOf = (index: TextIndex, span: Span): Range[] => piecesOf(index, span, index.differs);

function piecesOf(index: TextIndex, span: Span, aroundGaps: boolean): Range[] {
  const ranges: Range[] = [];
  for (let { start } = span; start < span.end; ) {
    const tree = index.hasShadow ? treeEnd(index, start, span.end) : span.end;
    const end = aroundGaps ? gapAfter(index, start, tree) : tree;
    // Only where there are several pieces: the ends of a span are no spaces.
    const piece = end < span.end || ranges.length > 0 ? withoutSpaces(index, start, end) : { start, end };
    start = end;
    if (piece.start === piece.end) continue;
    const first = toPoint(index, piece.start, false);
    const last = toPoint(index, piece.end, true);
    if (!first || !last) break;
    ranges.push(rangeBetween(first, last));
  }
  return ranges;
}

/** Where the tree that holds `start` is left, or `end`. */
function treeEnd(index: TextIndex, start: number, end: number): number {
  let at = nodeAt(index, start);
  const tree = index.nodes[at]?.getRootNode();
  while (index.nodes[at]?.getRootNode() === tree && (index.nodeStart[at] ?? end) < end) at++;
  return Math.max(start + 1, Math.min(end, index.nodeStart[at] ?? end));
}

/** Where the first gap behind `start` is, or `end`. */
function gapAfter(index: TextIndex, start: number, end: number): number {
  for (let at = nodeAt(index, start) + 1; (index.nodeStart[at] ?? end) < end; at++)
    if ((index.kind[at] ?? 0) & AFTER_GAP) return index.nodeStart[at] ?? end;
  return end;
}

function rangeBetween(start: [Text, number], end: [Text, number]): Range {
  const range = (start[0].ownerDocument ?? document).createRange();
  range.setStart(start[0], start[1]);
  range.setEnd(end[0], end[1]);
  return range;
}

/**
 * Range of a span from its first to its last unit, with what is left out between; the first of several where it
 * crosses shadow trees; null if it holds no text.
 */
export const toRange = (index: TextIndex, span: Span): Range | null =>
  piecesOf(index, span, false)[0] ?? null;

const nodeNumbers = new WeakMap<TextIndex, Map<Node, number>>();

/** Number of a text node in the index, or undefined if it holds no indexed text. */
export function numberOf(index: TextIndex, node: Node): number | undefined {
  let numbers = nodeNumbers.get(index);
  if (!numbers) {
    numbers = new Map();
    for (let i = 0; i < index.nodes.length; i++) numbers.set(index.nodes[i] as Text, i);
    nodeNumbers.set(index, numbers);
  }
  return numbers.get(node);
}

/** Offset of a DOM point; points outside of any indexed text count as the beginning of the text after them. */
export function toOffset(index: TextIndex, container: Node, offset: number): number {
  const at = isText(container) ? numberOf(index, container) : undefined;
  if (at === undefined) return nextTextOffset(index, container, offset);
  const kind = index.kind[at] ?? 0;
  const nodeEnd = index.nodeStart[at + 1] ?? index.text.length;
  if (kind & FORMULA) return offset > 0 ? nodeEnd : (index.nodeStart[at] ?? 0);
  const raw = (index.nodes[at] as Text).data;
  let units = kind & MAPPED ? prefixLength(raw, offset) : offset;
  if (kind & LEADING_SPACE_DROPPED) units = Math.max(0, units - 1);
  return Math.min(nodeEnd, (index.nodeStart[at] ?? 0) + units);
}

/** Span of a range, white space at both ends taken off; null if nothing of the range is indexed text. */
export function toSpan(index: TextIndex, range: Range): Span | null {
  const start = toOffset(index, range.startContainer, range.startOffset);
  const end = toOffset(index, range.endContainer, range.endOffset);
  const span = withoutSpaces(index, start, Math.max(start, end));
  return span.start < span.end ? span : null;
}

function withoutSpaces(index: TextIndex, start: number, end: number): Span {
  const span = { start, end };
  while (span.start < span.end && index.text.charCodeAt(span.start) === 32) span.start++;
  while (span.end > span.start && index.text.charCodeAt(span.end - 1) === 32) span.end--;
  return span;
}

/** Beginning of the first indexed text at or after a point, in reading order. */
function nextTextOffset(index: TextIndex, container: Node, offset: number): number {
  let node: Node | null = isText(container) ? nodeAfter(container) : childAt(container, offset);
  if (!node && !isText(container)) node = nodeAfter(container);
  while (node) {
    const at = isText(node) ? numberOf(index, node) : undefined;
    if (at !== undefined) return index.nodeStart[at] ?? 0;
    const name = isElement(node) ? localNameOf(node) : '';
    // A formula is read as one, and its first text stands for it.
    const isOpen = isElement(node) && (name === 'math' || !isSkipped(node, name));
    const down = isOpen ? firstChildOf(node) : null;
    node = down ?? nodeAfter(node);
  }
  return index.text.length;
}

export function childAt(container: Node, offset: number): Node | null {
  let node = firstChildOf(container);
  for (let i = 0; i < offset && node; i++) node = nextSiblingOf(node);
  return node;
}
