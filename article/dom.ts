/**
 * Reading a page that may be hostile. A form control named `parentNode` shadows that property of its form, and an
 * image named `body` shadows `document.body`; only prototype getters tell the truth. The getters are looked up along
 * the prototype chain of the document at hand, so the same code runs in a content script, over a parsed document and
 * over a DOM made in Node.
 */

type Read<T> = (node: Node) => T;

interface Native {
  documentElement: Read<Element | null>;
  body: Read<Element | null>;
  head: Read<Element | null>;
  title: Read<string>;
  parentElement: Read<Element | null>;
  firstElementChild: Read<Element | null>;
  nextElementSibling: Read<Element | null>;
  firstChild: Read<Node | null>;
  nextSibling: Read<Node | null>;
  textContent: Read<string | null>;
  nodeType: Read<number>;
  data: Read<string | null>;
  shadowRoot: Read<Node | null>;
  localName: Read<string>;
  getAttribute: (node: Node, name: string) => string | null;
  closest: (node: Node, selector: string) => Element | null;
  matches: (node: Node, selector: string) => boolean;
  contains: (node: Node, other: Node) => boolean;
  position: (node: Node, other: Node) => number;
  documentQuery: (node: Node, selector: string) => ArrayLike<Element>;
  elementQuery: (node: Node, selector: string) => ArrayLike<Element>;
  documentTags: (node: Node, tag: string) => ArrayLike<Element>;
  elementTags: (node: Node, tag: string) => ArrayLike<Element>;
}

let native: Native | null = null;
let boundTo: unknown = null;

function lookUp(object: object, name: string): PropertyDescriptor {
  for (let proto = Object.getPrototypeOf(object); proto; proto = Object.getPrototypeOf(proto)) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found) return found;
  }
  throw new Error(`No ${name} on this DOM`);
}

function getter<T>(object: object, name: string): Read<T> {
  const get = lookUp(object, name).get;
  if (!get) throw new Error(`${name} is no getter on this DOM`);
  return (node) => get.call(node) as T;
}

function method<T>(object: object, name: string): (node: Node, argument: unknown) => T {
  const call = lookUp(object, name).value as (argument: unknown) => T;
  return (node, argument) => call.call(node, argument);
}

/** Takes the getters of this document's DOM; every seam calls it first. Throws on what is no document. */
export function useDocument(document: Document): void {
  const kind: unknown = Object.getPrototypeOf(document);
  if (native && boundTo === kind) return;
  const documentElement = getter<Element | null>(document, 'documentElement');
  // createElement would do too, but a document can be without a root only when it is empty.
  const element = documentElement(document) ?? method<Element>(document, 'createElement')(document, 'html');
  native = {
    documentElement,
    body: getter(document, 'body'),
    head: getter(document, 'head'),
    title: getter(document, 'title'),
    parentElement: getter(element, 'parentElement'),
    firstElementChild: getter(element, 'firstElementChild'),
    nextElementSibling: getter(element, 'nextElementSibling'),
    firstChild: getter(element, 'firstChild'),
    nextSibling: getter(element, 'nextSibling'),
    textContent: getter(element, 'textContent'),
    nodeType: getter(element, 'nodeType'),
    data: getter(element, 'nodeValue'),
    shadowRoot: getter(element, 'shadowRoot'),
    localName: getter(element, 'localName'),
    getAttribute: method(element, 'getAttribute'),
    closest: method(element, 'closest'),
    matches: method(element, 'matches'),
    contains: method(element, 'contains'),
    position: method(element, 'compareDocumentPosition'),
    documentQuery: method(document, 'querySelectorAll'),
    elementQuery: method(element, 'querySelectorAll'),
    documentTags: method(document, 'getElementsByTagName'),
    elementTags: method(element, 'getElementsByTagName'),
  };
  boundTo = kind;
}

/** What a walk over many nodes needs, without a look-up for each. */
export interface NodeReader
  extends Pick<Native, 'firstChild' | 'nextSibling' | 'nodeType' | 'data' | 'localName' | 'getAttribute'> {
  /** First node of an open shadow tree, or null. */
  shadowFirst: Read<Node | null>;
}

export function nodeReader(): NodeReader {
  const { firstChild, nextSibling, nodeType, data, localName, getAttribute, shadowRoot } = dom();
  const shadowFirst = (node: Node) => {
    const shadow = shadowRoot(node);
    return shadow && firstChild(shadow);
  };
  return { firstChild, nextSibling, nodeType, data, localName, getAttribute, shadowFirst };
}

function dom(): Native {
  if (!native) throw new Error('useDocument was not called');
  return native;
}

const DOCUMENT = 9;

export const rootOf = (document: Document) => dom().documentElement(document);
export const bodyOf = (document: Document) => dom().body(document);
export const headOf = (document: Document) => dom().head(document);
export const titleOf = (document: Document) => dom().title(document) ?? '';
export const parentOf = (node: Node) => dom().parentElement(node);
export const textOf = (node: Node) => dom().textContent(node) ?? '';
export const tagOf = (element: Element) => dom().localName(element);
export const attributeOf = (element: Element, name: string) => dom().getAttribute(element, name);
export const closest = (element: Element, selector: string) => dom().closest(element, selector);
export const matches = (element: Element, selector: string) => dom().matches(element, selector);
export const contains = (outer: Node, inner: Node) => dom().contains(outer, inner);

/** True where `later` starts after `earlier` in the document and is not inside it. */
export const follows = (earlier: Node, later: Node) => (dom().position(earlier, later) & 4) !== 0;

export function* childrenOf(element: Element): Generator<Element> {
  const { firstElementChild, nextElementSibling } = dom();
  for (let child = firstElementChild(element); child; child = nextElementSibling(child)) yield child;
}

/** Elements for a selector in document order, at most `most`. */
export function select(root: Document | Element, selector: string, most = 200): Element[] {
  const { documentQuery, elementQuery } = dom();
  return take((isDocument(root) ? documentQuery : elementQuery)(root, selector), most);
}

export const selectFirst = (root: Document | Element, selector: string) =>
  select(root, selector, 1)[0] ?? null;

/** Elements of a tag in document order, at most `most`. */
export function byTag(root: Document | Element, tag: string, most = 200): Element[] {
  const { documentTags, elementTags } = dom();
  return take((isDocument(root) ? documentTags : elementTags)(root, tag), most);
}

const isDocument = (node: Node): node is Document => dom().nodeType(node) === DOCUMENT;

function take(found: ArrayLike<Element>, most: number): Element[] {
  const out: Element[] = [];
  for (let i = 0; i < most; i++) {
    const element = found[i];
    if (!element) break;
    out.push(element);
  }
  return out;
}
