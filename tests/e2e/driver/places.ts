import type { Drag } from './Driver.ts';
import type { PageParts } from './pageParts.ts';

/**
 * Finds the nth place of `from` in the page, and gives the way of the mouse from there to the end of `to`. Text in one text
 * node only: the tests choose their words so. The hostile page shadows its document's own members.
 */
export function boxOf(_page: PageParts, from: string, to: string, nth: number): Drag {
  const find = (words: string, which: number) => {
    let left = which;
    const body = Object.getOwnPropertyDescriptor(Document.prototype, 'body')?.get?.call(
      document,
    ) as HTMLElement;
    const walker = Document.prototype.createTreeWalker.call(document, body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) {
        if (left-- === 0) return { node, start: at, end: at + words.length };
      }
    }
    throw new Error(`The page has no words "${words}"`);
  };
  const a = find(from, nth);
  const b = to === from ? a : find(to, 0);
  a.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = (node: Text, start: number, end: number) => {
    const range = Document.prototype.createRange.call(document);
    range.setStart(node, start);
    range.setEnd(node, end);
    const boxes = [...range.getClientRects()].filter((one) => one.width > 0);
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (!first || !last) throw new Error(`The words "${from}" are not shown`);
    const isRtl = node.parentElement && getComputedStyle(node.parentElement).direction === 'rtl';
    return {
      first,
      last,
      side: ({ left, right }: DOMRect) => (isRtl ? [right, left] : [left, right]) as [number, number],
    };
  };
  const start = box(a.node, a.start, a.start + 1);
  const end = box(b.node, b.end - 1, b.end);
  const [x1] = start.side(start.first);
  const [, x2] = end.side(end.last);
  return { x1, y1: start.first.top + start.first.height / 2, x2, y2: end.last.top + end.last.height / 2 };
}

/** Selects the words between two points, as the handles of a touch screen do. */
export function selectBetween(_page: PageParts, { x1, x2, y1, y2 }: Drag): void {
  const a = document.caretPositionFromPoint(x1, y1);
  const b = document.caretPositionFromPoint(x2, y2);
  if (a && b) getSelection()?.setBaseAndExtent(a.offsetNode, a.offset, b.offsetNode, b.offset);
}

/** Selects the first letter at a point, as a search in the page leaves it (without caret browsing there is no caret). */
export function selectLetterAt(_page: PageParts, x: number, y: number): void {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret)
    getSelection()?.setBaseAndExtent(caret.offsetNode, caret.offset, caret.offsetNode, caret.offset + 1);
}

/** True in our frame in the page, false in an empty frame of the page's own. */
export const isQuick = (page: PageParts): boolean => page.find('.quick-root') !== null;

/** True in the frame of the bar for reading by sentence. */
export const isSentenceBar = (page: PageParts): boolean => page.find('.sentence-root') !== null;
