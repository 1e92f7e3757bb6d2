import { ownerOf, viewOf } from './pageDocument.ts';

/**
 * The line of a range where the reader's pointer or caret is, in the page's own viewport (CSS px); the bounding box
 * where it has many lines or none. A range in a frame is moved by where the frame stands.
 */
export function boxOnPage(range: Range): DOMRect {
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const box = boxes[0] && boxes.length < 3 ? boxes[0] : range.getBoundingClientRect();
  const owner = ownerOf(range.startContainer);
  const frame = owner === document ? null : viewOf(owner)?.frameElement;
  if (!frame) return box;
  const outer = frame.getBoundingClientRect();
  const { clientLeft, clientTop } = frame;
  return new DOMRect(box.x + outer.x + clientLeft, box.y + outer.y + clientTop, box.width, box.height);
}
