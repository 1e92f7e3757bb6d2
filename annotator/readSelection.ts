import { isDraft } from './isDraft.ts';
import { activeElementOf, ownerOf, viewOf } from './pageDocument.ts';

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
 * The ranges the reader selected in one of the documents, in its order: none where nothing of substance is selected or
 * where it lies in an editable field, several where the browser lets select several passages or cells. Selections that
 * come from the page's own scripts cannot be told apart here (`selectionchange` is trusted for `addRange` too): nothing
 * may be stored on a selection alone.
 */
export function readSelection(documents: readonly Document[]): Range[] {
  const found = documents.map((owner) => selectedIn(owner).filter(hasWords).filter(isToRead));
  const isAny = (ranges?: Range[]) => ranges !== undefined && ranges.length > 0;
  return [found[activeOf(documents)], ...found].find(isAny) ?? [];
}

/** Why `readSelection` gives none. */
export type Lack = 'nothing' | 'draft' | 'otherSite' | 'wordless';

/** Why nothing that is selected can be marked, for the reader. */
export function lackIn(documents: readonly Document[]): Lack {
  const owner = documents[activeOf(documents)] ?? document;
  const active = activeElementOf(owner);
  if (active && isFrame(active) && !contentOf(active)) return 'otherSite';
  const selected = selectedIn(owner);
  if (selected.some((range) => !isToRead(range)) || (active && isDraft(active))) return 'draft';
  return selected.length > 0 ? 'wordless' : 'nothing';
}

/** The document with the focus: a click in one leaves the selection of another as it was. */
const activeOf = (documents: readonly Document[]): number =>
  documents.findIndex((owner) => {
    const active = activeElementOf(owner);
    // A frame of the same origin is one of the documents, or holds one, or has nothing to select.
    return owner.hasFocus() && !(active && isFrame(active) && contentOf(active));
  });

const isFrame = ({ localName }: Element) => localName === 'iframe' || localName === 'frame';
const contentOf = (frame: Element) => (frame as HTMLIFrameElement).contentDocument;

/** Takes the selection away that ranges were read from. */
export function clearSelection(ranges: readonly Range[]): void {
  for (const { startContainer } of ranges) viewOf(ownerOf(startContainer))?.getSelection()?.removeAllRanges();
}

const hasWords = (range: Range) => /\S/.test(range.toString());
const isToRead = ({ commonAncestorContainer }: Range) => !isDraft(commonAncestorContainer);

function selectedIn(owner: Document): Range[] {
  const selection = viewOf(owner)?.getSelection();
  if (!selection) return [];
  const within = inShadow(selection, owner);
  if (within) return [within];
  return Array.from({ length: selection.rangeCount }, (_, nth) =>
    selection.getRangeAt(nth).cloneRange(),
  ).filter(({ collapsed }) => !collapsed);
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
