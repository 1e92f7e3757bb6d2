/**
 * Reading a page that may be hostile. A form control named `parentNode` shadows that property of its form, and an
 * image named `body` shadows `document.body`; only prototype getters tell the truth. They are looked up along the
 * prototype chain of the root element (a script's own chain has a `textContent` that only fits scripts), so the same code runs in a content script, over a parsed document and over
 * a DOM made in Node.
 */

type Native = (this: Node, argument?: unknown) => unknown;

let natives: Record<string, Native> = {};
let boundTo: unknown = null;
let root: Element | null = null;

/** Forgets the getters of another DOM; every seam calls it first. */
export function useDocument(document: Document): void {
  const kind: unknown = Object.getPrototypeOf(document);
  if (boundTo !== kind) natives = {};
  boundTo = kind;
  root = rootOf(document);
}

function lookUp(node: Node, name: string): Native {
  for (let proto = Object.getPrototypeOf(node); proto; proto = Object.getPrototypeOf(proto)) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found) return found.get ?? found.value;
  }
  throw new Error(`No ${name} on this DOM`);
}

/** A reader for one property or method of nodes; `own` names another kind of node than elements. */
const native =
  <T>(name: string, own = '') =>
  (node: Node, argument?: unknown): T => {
    const key = own + name;
    natives[key] ??= lookUp(own ? node : (root ?? node), name);
    return natives[key].call(node, argument) as T;
  };

const DOCUMENT_OWN = 'document.';

export const rootOf = native<Element | null>('documentElement', DOCUMENT_OWN);
export const bodyOf = native<Element | null>('body', DOCUMENT_OWN);
export const titleOf = native<string>('title', DOCUMENT_OWN);
export const typeOf = native<number>('nodeType');
export const dataOf = native<string>('data', 'text.');
export const tagOf = native<string>('localName');
export const firstOf = native<Node | null>('firstChild');
export const nextOf = native<Node | null>('nextSibling');
export const textOf = native<string>('textContent');
export const attributeOf = native<string | null>('getAttribute');
export const closest = native<Element | null>('closest');
const shadowOf = native<Node | null>('shadowRoot');
const queryDocument = native<ArrayLike<Element>>('querySelectorAll', DOCUMENT_OWN);
const queryElement = native<ArrayLike<Element>>('querySelectorAll');
const tagsOf = native<ArrayLike<Element>>('getElementsByTagName', DOCUMENT_OWN);

const DOCUMENT = 9;

/** First node of an open shadow tree, or null. */
export function shadowFirst(element: Element): Node | null {
  const shadow = shadowOf(element);
  return shadow && firstOf(shadow);
}

/** Elements for a selector in document order, at most `most`. */
export const select = (root: Document | Element, selector: string, most = 200): Element[] =>
  take((typeOf(root) === DOCUMENT ? queryDocument : queryElement)(root, selector), most);

export const selectFirst = (root: Document | Element, selector: string) =>
  select(root, selector, 1)[0] ?? null;

/** Elements of a tag in document order, at most `most`; the collection is live, so nothing beyond that is visited. */
export const byTag = (document: Document, tag: string, most = 200): Element[] =>
  take(tagsOf(document, tag), most);

function take(found: ArrayLike<Element>, most: number): Element[] {
  const out: Element[] = [];
  for (let i = 0; i < most; i++) {
    const element = found[i];
    if (!element) break;
    out.push(element);
  }
  return out;
}
