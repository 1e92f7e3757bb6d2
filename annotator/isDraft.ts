import { closest, parentOf } from '#anchoring/readNode.ts';
import { ownerOf } from './pageDocument.ts';

const FIELDS = 'input, textarea';
const ISLAND = '[contenteditable="false" i]';
const HOST = '[contenteditable]:not([contenteditable="false" i])';

/**
 * Whether text at a node is the reader's own draft: in a field, an editor or a document in design mode. How an editor
 * is written (`plaintext-only`, `TRUE`, inherited) only the element knows; a part of it that can't be edited is text to
 * read.
 */
export function isDraft(node: Node): boolean {
  let at: Node | null = node;
  // Only HTML elements can be asked: in an editor there may stand drawings and formulas.
  while (at && readEditable(at) === undefined) at = parentOf(at);
  const element = at as Element | null;
  if (element && closest(element, FIELDS)) return true;
  if (element && readEditable(element)) return true;
  if (readDesignMode(ownerOf(node)) !== 'on') return false;
  const nearest = element && closest(element, `${ISLAND}, ${HOST}`);
  return !nearest || !Element.prototype.matches.call(nearest, ISLAND);
}

/** Asked of the prototypes: a form's own property may be a control of that name, and so may a document's. */
let editable: ((this: Node) => boolean) | undefined;
let design: ((this: Document) => string) | undefined;

function readEditable(node: Node): boolean | undefined {
  editable ??= Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'isContentEditable')?.get;
  // Not `instanceof`: frames have constructors of their own.
  const isHtml = node.nodeType === 1 && (node as Element).namespaceURI === 'http://www.w3.org/1999/xhtml';
  return isHtml ? editable?.call(node) : undefined;
}

function readDesignMode(owner: Document): string | undefined {
  design ??= Object.getOwnPropertyDescriptor(Document.prototype, 'designMode')?.get;
  return design?.call(owner);
}
