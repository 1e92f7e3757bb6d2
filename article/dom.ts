/**
 * Reading a page that may be hostile. A form control named `parentNode` shadows that property of its form, and an
 * image named `body` shadows `document.body`; only prototypes tell the truth. Each node is read by its own prototype, so
 * the same code runs in a content script, over a parsed document and over a DOM made in Node.
 */

/** A property or method of a node as its prototype has it. */
export const read = <N extends Node, K extends keyof N>(node: N, name: K): N[K] =>
  Reflect.get(Object.getPrototypeOf(node), name, node);

/** The getter itself, for loops over a whole page: `getterOf(element, 'localName').call(element)`. */
export function getterOf<N extends Node, K extends keyof N>(node: N, name: K): (this: N) => N[K] {
  for (let proto = Object.getPrototypeOf(node); proto; proto = Object.getPrototypeOf(proto)) {
    const getter = Object.getOwnPropertyDescriptor(proto, name)?.get;
    if (getter) return getter;
  }
  throw new TypeError(String(name));
}

export const rootOf = (document: Document) => read(document, 'documentElement');
export const bodyOf = (document: Document) => read(document, 'body');
export const titleOf = (document: Document) => read(document, 'title');
export const tagOf = (element: Element) => read(element, 'localName');
export const parentOf = (node: Node) => read(node, 'parentElement');
export const textOf = (element: Element) => read(element, 'textContent') ?? '';
export const attributeOf = (element: Element, name: string) =>
  read(element, 'getAttribute').call(element, name);
export const closest = (element: Element, selector: string) =>
  read(element, 'closest').call(element, selector);
export const contains = (node: Node, other: Node) => read(node, 'contains').call(node, other);
export const shadowOf = (element: Element) => read(element, 'shadowRoot');

/** Walks the texts below a node. */
export const textWalker = (document: Document, top: Node) =>
  read(document, 'createTreeWalker').call(document, top, 4);

/** The elements of a tag below a node; live, so that nothing beyond what is asked for is visited. */
export const tagsIn = (node: Document | Element, tag: string) =>
  read(node, 'getElementsByTagName').call(node, tag);

/** Whether a page has more than twenty thousand elements; counts no further. */
export const isHuge = (document: Document) => tagsIn(document, '*').item(20_000) !== null;

/** Where metas and linked data are looked for: of a huge page only in its head, for even the browser's search takes long. */
export const headOf = (document: Document): Document | Element =>
  (isHuge(document) && read(document, 'head')) || document;

/** Elements for a selector in document order, at most `most`. */
export const select = (node: Document | Element, selector: string, most = 200): Element[] =>
  take(matches(node, selector), most);

/** How many elements below one match a selector. */
export const countIn = (element: Element, selector: string): number => matches(element, selector).length;

const matches = (node: Document | Element, selector: string) =>
  read(node, 'querySelectorAll').call(node, selector);

export const selectFirst = (document: Document, selector: string) =>
  read(document, 'querySelector').call(document, selector);

/** Elements of a tag in document order, at most `most`. */
export const byTag = (node: Document | Element, tag: string, most = 200): Element[] =>
  take(tagsIn(node, tag), most);

/** By `item`: an index would make the browser count a live collection to its end first. */
function take(found: { item(index: number): Element | null }, most: number): Element[] {
  const out: Element[] = [];
  for (let i = 0; i < most; i++) {
    const element = found.item(i);
    if (!element) break;
    out.push(element);
  }
  return out;
}
