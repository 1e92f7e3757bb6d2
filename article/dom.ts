/**
 * Reading a page that may be hostile. A form control named `parentNode` shadows that property of its form, and an
 * image named `body` shadows `document.body`; only prototype getters tell the truth. They are looked up along the
 * prototype chain of the root element (a script's own chain has a `textContent` that only fits scripts), so the same code runs in a content script, over a parsed document and over
 * a DOM made in Node.
 */

type Native = (this: Node, a?: unknown, b?: unknown) => unknown;

const forget: (() => void)[] = [];
let boundTo: unknown = null;
let root: Element | null = null;

/** Forgets the getters of another DOM; every seam calls it first. */
export function useDocument(document: Document): void {
  const kind: unknown = Object.getPrototypeOf(document);
  if (boundTo !== kind) for (const reset of forget) reset();
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

/** A reader for one property or method of nodes; `own` says that it is another kind of node than elements. */
function native<T>(name: string, own = false): (node: Node, a?: unknown, b?: unknown) => T {
  let found: Native | null = null;
  forget.push(() => {
    found = null;
  });
  // Two arguments are the most that any of them takes; spreading would cost more than the call.
  return (node, a, b) => {
    found ??= lookUp(own ? node : (root ?? node), name);
    return found.call(node, a, b) as T;
  };
}

export const rootOf = native<Element | null>('documentElement', true);
export const bodyOf = native<Element | null>('body', true);
export const titleOf = native<string>('title', true);
const typeOf = native<number>('nodeType');
export const tagOf = native<string>('localName');
export const parentOf = native<Element | null>('parentElement');
export const textOf = native<string>('textContent');
export const attributeOf = native<string | null>('getAttribute');
export const closest = native<Element | null>('closest');
export const contains = native<boolean>('contains');
export const shadowOf = native<Node | null>('shadowRoot');
const queryDocument = native<ArrayLike<Element>>('querySelectorAll', true);
const queryElement = native<ArrayLike<Element>>('querySelectorAll');
export const tagsIn = native<ArrayLike<Element>>('getElementsByTagName');
const walkerOf = native<TreeWalker>('createTreeWalker', true);
const firstInDocument = native<Element | null>('querySelector', true);
const tagsOf = native<ArrayLike<Element>>('getElementsByTagName', true);

const DOCUMENT = 9;

/** Walks the texts below a node. */
export const textWalker = (document: Document, top: Node) => walkerOf(document, top, 4);

/** Whether a page has more than a hundred thousand elements; counts no further. */
export const isHuge = (document: Document) => tagsOf(document, '*')[100_000] !== undefined;

/** How many elements of a tag there are. */
export const countOf = (document: Document, tag: string) => tagsOf(document, tag).length;

/** Elements for a selector in document order, at most `most`. */
export const select = (root: Document | Element, selector: string, most = 200): Element[] =>
  take((typeOf(root) === DOCUMENT ? queryDocument : queryElement)(root, selector), most);

export const selectFirst = (document: Document, selector: string) => firstInDocument(document, selector);

/** How many elements below one match a selector. */
export const countIn = (element: Element, selector: string): number => queryElement(element, selector).length;

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
