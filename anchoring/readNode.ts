/**
 * DOM properties that a page cannot falsify. A form control named `parentNode` or `firstChild` replaces that
 * property on its form (and on forms only), so forms are read through the prototypes' own getters. Everything else
 * is read plainly: getters called by hand are several times slower, and pages have tens of thousands of nodes.
 */
type Getter<T> = (this: Node) => T;

function getter<T>(prototype: object, name: string): (node: Node) => T {
  let get: Getter<T> | undefined;
  return (node) => {
    get ??= Object.getOwnPropertyDescriptor(prototype, name)?.get as Getter<T> | undefined;
    if (!get) throw new Error(`This engine has no accessor for ${name}`);
    return get.call(node);
  };
}

// Modules are also loaded where there is no DOM (the pure parts are tested in Node).
const nodePrototype = typeof Node === 'undefined' ? {} : Node.prototype;
const elementPrototype = typeof Element === 'undefined' ? {} : Element.prototype;
const formFirstChild = getter<Node | null>(nodePrototype, 'firstChild');
const formNextSibling = getter<Node | null>(nodePrototype, 'nextSibling');
const formPrevious = getter<Node | null>(nodePrototype, 'previousSibling');
const formParent = getter<Node | null>(nodePrototype, 'parentNode');

/** A form, known by its name, or by its name being an element: a control called `localName`. */
function isForm(node: Node): boolean {
  const name: unknown = (node as Element).localName;
  return name === 'form' || (name !== undefined && typeof name !== 'string');
}

const formFirstElement = getter<Element | null>(elementPrototype, 'firstElementChild');
const formNextElement = getter<Element | null>(elementPrototype, 'nextElementSibling');

export const firstChildOf = (node: Node): Node | null =>
  isForm(node) ? formFirstChild(node) : node.firstChild;
export const nextSiblingOf = (node: Node): Node | null =>
  isForm(node) ? formNextSibling(node) : node.nextSibling;
export const previousSiblingOf = (node: Node): Node | null =>
  isForm(node) ? formPrevious(node) : node.previousSibling;
export const parentOf = (node: Node): Node | null => (isForm(node) ? formParent(node) : node.parentNode);

export const firstElementOf = (node: Node): Element | null =>
  isForm(node) ? formFirstElement(node) : (node as Element).firstElementChild;
export const nextElementOf = (node: Node): Element | null =>
  isForm(node) ? formNextElement(node) : (node as Element).nextElementSibling;

/** A type that is no number is a control called `nodeType` in a form, which is an element. */
function nodeTypeOf(node: Node): number {
  const type: unknown = node.nodeType;
  return typeof type === 'number' ? type : 1;
}
/** A CDATA section of an XHTML page is text like any other. */
export const isText = (node: Node): node is Text => {
  const type = nodeTypeOf(node);
  return type === 3 || type === 4;
};
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === 1;

/** The same for methods, which a control shadows just as well. */
export const contains = (node: Node, other: Node): boolean => Node.prototype.contains.call(node, other);
export const positionTo = (node: Node, other: Node): number =>
  Node.prototype.compareDocumentPosition.call(node, other);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** A name that is no string is a control called `localName` in a form. */
export function localNameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : 'form';
}
export const isMarkedHidden = (element: Element, name: string): boolean =>
  name === 'form'
    ? Element.prototype.hasAttribute.call(element, 'hidden')
    : (element as HTMLElement).hidden === true;

/** The node after this one and all that is in it; leaves a shadow tree by its host. Null at the end of the page. */
export function nodeAfter(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}

/** The text nodes from one node up to, and without, another, in document order; at most `most`. */
export function textsBetween(from: Node | null, to: Node | null, most: number): Text[] {
  const texts: Text[] = [];
  for (let node = from; node && node !== to && texts.length < most; ) {
    if (isText(node)) texts.push(node);
    node = (isElement(node) ? firstChildOf(node) : null) ?? nodeAfter(node);
  }
  return texts;
}
