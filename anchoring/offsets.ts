import type { Span } from '#model/Span.ts';
import { prefixLength, rawOffset } from './foldText.ts';
import { firstChildOf, isElement, isText, localNameOf, nextSiblingOf, parentOf } from './readNode.ts';
import { LEADING_SPACE_DROPPED, MAPPED } from './TextCollector.ts';
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
  let units = offset - (index.nodeStart[at] ?? 0);
  if (kind & LEADING_SPACE_DROPPED) units++;
  return [node, kind & MAPPED ? rawOffset(node.data, units, end) : Math.min(units, node.length)];
}

/**
 * Ranges that cover a span, in order. One, unless shadow trees are read within the page: a Range cannot cross the
 * edge of a tree, so there is one for each stretch in one tree. Empty if the span holds no text.
 */
export function rangesOf(index: TextIndex, span: Span): Range[] {
  const ranges: Range[] = [];
  for (let { start } = span; start < span.end; ) {
    const end = index.hasShadow ? treeEnd(index, start, span.end) : span.end;
    const first = toPoint(index, start, false);
    const last = toPoint(index, end, true);
    if (!first || !last) break;
    ranges.push(rangeBetween(first, last));
    start = end;
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

function rangeBetween(start: [Text, number], end: [Text, number]): Range {
  const range = (start[0].ownerDocument ?? document).createRange();
  range.setStart(start[0], start[1]);
  range.setEnd(end[0], end[1]);
  return range;
}

/** Range of a span, or the first of its ranges where it crosses shadow trees; null if it holds no text. */
export const toRange = (index: TextIndex, span: Span): Range | null => rangesOf(index, span)[0] ?? null;

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
  const raw = (index.nodes[at] as Text).data;
  let units = kind & MAPPED ? prefixLength(raw, offset) : offset;
  if (kind & LEADING_SPACE_DROPPED) units = Math.max(0, units - 1);
  const nodeEnd = index.nodeStart[at + 1] ?? index.text.length;
  return Math.min(nodeEnd, (index.nodeStart[at] ?? 0) + units);
}

/** Span of a range, white space at both ends taken off; null if nothing of the range is indexed text. */
export function toSpan(index: TextIndex, range: Range): Span | null {
  let start = toOffset(index, range.startContainer, range.startOffset);
  let end = toOffset(index, range.endContainer, range.endOffset);
  while (start < end && index.text.charCodeAt(start) === 32) start++;
  while (end > start && index.text.charCodeAt(end - 1) === 32) end--;
  return start < end ? { start, end } : null;
}

/** Beginning of the first indexed text at or after a point, in reading order. */
function nextTextOffset(index: TextIndex, container: Node, offset: number): number {
  let node: Node | null = isText(container) ? following(container) : childAt(container, offset);
  if (!node && !isText(container)) node = following(container);
  while (node) {
    const at = isText(node) ? numberOf(index, node) : undefined;
    if (at !== undefined) return index.nodeStart[at] ?? 0;
    const down = isElement(node) && !isSkipped(node, localNameOf(node)) ? firstChildOf(node) : null;
    node = down ?? following(node);
  }
  return index.text.length;
}

function childAt(container: Node, offset: number): Node | null {
  let node = firstChildOf(container);
  for (let i = 0; i < offset && node; i++) node = nextSiblingOf(node);
  return node;
}

/** The node after this one and its children; leaves a shadow tree by its host. */
function following(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}
