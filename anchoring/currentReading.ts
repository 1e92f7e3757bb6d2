import { isRendered } from './isRendered.ts';
import { childAt, numberOf } from './offsets.ts';
import { isText, nodeAfter, textsBetween } from './readNode.ts';
import { indexText, type TextIndex } from './TextIndex.ts';

/** Text nodes of one range that are asked. */
const MOST = 2_000;
/** Text nodes of an index that are rendered and left out of it all the same: words for screen readers, furniture. */
const leftOut = new WeakMap<TextIndex, WeakSet<Node>>();

/**
 * The index, or a new one where the page shows other words in a range than when it was read: a menu that was opened, a
 * story unfolded. Styles change without a word, so only what is selected is looked at.
 */
export function currentReading(index: TextIndex, range: Range): TextIndex {
  if (!index.isLaidOut) return index;
  const changed = textsIn(range).find((node) => isChanged(index, node));
  if (!changed) return index;
  const fresh = indexText(index.root, 'asked');
  if (numberOf(fresh, changed) === undefined && numberOf(index, changed) === undefined) {
    const known = leftOut.get(index) ?? new WeakSet();
    leftOut.set(index, known);
    for (const node of textsIn(range)) if (numberOf(fresh, node) === undefined) known.add(node);
    return textsIn(range).some((node) => isChanged(index, node)) ? fresh : index;
  }
  return fresh;
}

function isChanged(index: TextIndex, node: Text): boolean {
  if (node.data.trim() === '' || leftOut.get(index)?.has(node)) return false;
  return (numberOf(index, node) !== undefined) !== isRendered(node);
}

function textsIn({ startContainer, startOffset, endContainer, endOffset }: Range): Text[] {
  const from = isText(startContainer) ? startContainer : childAt(startContainer, startOffset);
  const behind = isText(endContainer) ? null : childAt(endContainer, endOffset);
  return textsBetween(from ?? nodeAfter(startContainer), behind ?? nodeAfter(endContainer), MOST);
}
