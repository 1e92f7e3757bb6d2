import { closest } from '#anchoring/readNode.ts';
import { ownerOf, viewOf } from './pageDocument.ts';

/** `getComposedRanges` (Selection API) is what sees into shadow trees; not yet in the shared types everywhere. */
interface ComposedSelection {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
}

/** Open shadow roots on the way of the reader's last pointer or key, by document: a selection may stand in them. */
const trodden = new WeakMap<Document, ShadowRoot[]>();

/** Remembers in which shadow trees the reader's input happened. */
export function noteInput(event: Event, owner: Document): void {
  const roots = event.composedPath().filter((one) => isShadowRoot(one));
  trodden.set(owner, roots);
}

/** Not `instanceof`: frames have constructors of their own. A document fragment with a host is a shadow root. */
const isShadowRoot = (one: EventTarget): one is ShadowRoot =>
  (one as Partial<Node>).nodeType === 11 && 'host' in one;

/** The shadow trees to look into at the reader's last input in a document. */
export const shadowsOf = (owner: Document): ShadowRoot[] =>
  (trodden.get(owner) ?? []).filter(({ host }) => host.isConnected);

/**
 * The range the reader selected in one of the documents, or null where nothing of substance is selected or where it
 * lies in an editable field. Selections that come from the page's own scripts cannot be told apart here
 * (`selectionchange` is trusted for `addRange` too): nothing may be stored on a selection alone.
 */
export function readSelection(documents: readonly Document[]): Range | null {
  const found = documents.map(selectedIn);
  // A click in one document leaves the selection of another as it was.
  const active = documents.findIndex((owner) => owner.hasFocus() && !holdsFocus(owner));
  return found[active] ?? found.find((range) => range !== null) ?? null;
}

/** Whether the focus is in a frame of the document rather than in itself. */
const holdsFocus = ({ activeElement }: Document) => activeElement?.localName === 'iframe';

/** Takes the selection away that a range was read from. */
export const clearSelection = (range: Range): void =>
  viewOf(ownerOf(range.startContainer))?.getSelection()?.removeAllRanges();

function selectedIn(owner: Document): Range | null {
  const selection = viewOf(owner)?.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = inShadow(selection, owner) ?? selection.getRangeAt(0).cloneRange();
  if (range.collapsed || !/\S/.test(range.toString())) return null;
  const { commonAncestorContainer: top } = range;
  const element = top.nodeType === 1 ? (top as Element) : top.parentElement;
  const field = 'input, textarea, [contenteditable=""], [contenteditable="true"]';
  return element && closest(element, field) ? null : range;
}

/** The selected range inside one shadow tree; null where the selection is not in one. */
function inShadow(selection: Selection & ComposedSelection, owner: Document): Range | null {
  const shadowRoots = shadowsOf(owner);
  if (shadowRoots.length === 0 || !selection.getComposedRanges) return null;
  const [found] = selection.getComposedRanges({ shadowRoots });
  const tree = found?.startContainer.getRootNode();
  if (!found || tree === owner || tree !== found.endContainer.getRootNode()) return null;
  const range = owner.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}
