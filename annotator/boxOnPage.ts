import { ownerOf, viewOf } from './pageDocument.ts';

/**
 * The line of a range where the reader's pointer or caret is, in the page's own viewport (CSS px); the bounding box
 * where it has many lines or none. A range in a frame is moved by where the frame stands, and the frame it is in.
 */
export function boxOnPage(range: Range): DOMRect {
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const box = boxes[0] && boxes.length < 3 ? boxes[0] : range.getBoundingClientRect();
  let { x, y } = box;
  for (let owner = ownerOf(range.startContainer); owner !== document; ) {
    const frame = viewOf(owner)?.frameElement;
    if (!frame) break;
    const outer = frame.getBoundingClientRect();
    x += outer.x + frame.clientLeft;
    y += outer.y + frame.clientTop;
    owner = ownerOf(frame);
  }
  return new DOMRect(x, y, box.width, box.height);
}

/** Where is said what has no place in the page, CSS px. */
export const CORNER = new DOMRect(24, 24, 1, 1);
