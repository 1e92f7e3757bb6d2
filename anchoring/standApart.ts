import { SPACELESS } from '#model/spaceless.ts';
import { isBlockName } from './isBlockName.ts';
import { contains, isElement, localNameOf, nodeAfter, parentOf } from './readNode.ts';

/* Whether a style sheet puts room between two words that touch in the mark-up. There are too many ways to do it to know
 * them by their properties (margins, borders, widths, shifts, generated commas, icons), so the browser is asked where the
 * letters stand. */

/** Letters further apart than this share of a line's height are two words. */
const GAP = 0.17;
/** Letters stand on one line where they share so much of the lower one's height. */
const ON_LINE = 0.4;
/** Nodes between two texts that are looked at. */
const MOST_BETWEEN = 12;

/** Elements around a figure that are asked whether they raise it. */
const NESTED = 4;

const ANYWHERE = new RegExp(`[${SPACELESS}]`, 'u');
const DIGITS = /^\d\d$/;
const NO_CONTENT = /^(?:none|normal|""|)$/;

/**
 * Whether the last letter of a text and the first one of the next are seen apart: with room between them, or as two
 * figures of which one is raised or lowered (a note's number, a power). False where they are not laid out.
 * @param probe a range to measure with, of the same document
 */
export function standApart(probe: Range, before: Text, after: Text): boolean {
  if (before.nextSibling === after) return false;
  const a = boxOf(probe, before, true);
  const b = boxOf(probe, after, false);
  if (!a || !b) return false;
  const touching = before.data.slice(-1) + after.data.charAt(0);
  if (DIGITS.test(touching) && raisedAround(before) !== raisedAround(after)) return true;
  const across = distance(a.left, a.right, b.left, b.right);
  const down = distance(a.top, a.bottom, b.top, b.bottom);
  const height = Math.min(a.height, b.height);
  if (-down > ON_LINE * height) return across > GAP * height;
  const isUpright = styleOf(after.parentElement)?.writingMode.startsWith('vertical');
  if (isUpright && -across > ON_LINE * Math.min(a.width, b.width))
    return down > GAP * Math.min(a.width, b.width);
  // On two lines. A word may be broken, and what holds for it must not depend on where.
  return !ANYWHERE.test(touching) && isParted(before, after, a, b);
}

const styleOf = (element: Element | null, pseudo?: string): CSSStyleDeclaration | undefined =>
  element?.ownerDocument.defaultView?.getComputedStyle(element, pseudo);

/** The distance of two stretches, negative where they overlap. */
const distance = (a: number, aEnd: number, b: number, bEnd: number): number =>
  Math.max(a, b) - Math.min(aEnd, bEnd);

/** Where the last or first letter of a text stands. */
function boxOf(probe: Range, node: Text, last: boolean): DOMRect | undefined {
  const { length } = node;
  const isPair = /[\ud800-\udfff]/.test(node.data.charAt(last ? length - 1 : 0));
  const size = isPair ? 2 : 1;
  probe.setStart(node, last ? Math.max(0, length - size) : 0);
  probe.setEnd(node, last ? length : Math.min(length, size));
  const boxes = probe.getClientRects();
  return boxes[last ? boxes.length - 1 : 0];
}

/**
 * What raises or lowers a figure, which may be a link within it; null on the line. Style sheets often move `sup` by other means
 * than its alignment.
 */
function raisedAround(figure: Text): Element | null {
  let at = parentOf(figure);
  for (let depth = 0; at && isElement(at) && depth < NESTED; at = parentOf(at), depth++) {
    const name = localNameOf(at);
    if (isBlockName(name)) return null;
    if (name === 'sup' || name === 'sub' || /^(?:super|sub)$/.test(styleOf(at)?.verticalAlign ?? ''))
      return at;
  }
  return null;
}

/** Whether something that can be seen stands between two letters on two lines, or room is made there. */
function isParted(before: Text, after: Text, a: DOMRect, b: DOMRect): boolean {
  const gap = GAP * Math.min(a.height, b.height);
  for (let at = parentOf(before); at && isElement(at) && !contains(at, after); at = parentOf(at))
    if (hasRoom(at, a, true, gap)) return true;
  for (let at = parentOf(after); at && isElement(at) && !contains(at, before); at = parentOf(at))
    if (hasRoom(at, b, false, gap)) return true;
  for (let at = nodeAfter(before), n = 0; at && at !== after && n < MOST_BETWEEN; at = nodeAfter(at), n++)
    if (isElement(at) && at.getBoundingClientRect().width > gap && !contains(at, after)) return true;
  return false;
}

/** Whether an element ends (or begins) away from its last (or first) letter, or keeps away from what follows. */
function hasRoom(element: Element, letter: DOMRect, isEnd: boolean, gap: number): boolean {
  const style = styleOf(element);
  const boxes = element.getClientRects();
  const box = boxes[isEnd ? boxes.length - 1 : 0];
  if (!style || !box) return false;
  const toRight = isEnd === (style.direction === 'ltr');
  const inside = toRight ? box.right - letter.right : letter.left - box.left;
  const outside = Number.parseFloat(isEnd ? style.marginInlineEnd : style.marginInlineStart) || 0;
  if (inside + outside > gap) return true;
  return !NO_CONTENT.test(styleOf(element, isEnd ? '::after' : '::before')?.content ?? '');
}
