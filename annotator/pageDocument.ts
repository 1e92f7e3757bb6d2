/**
 * A page can shadow what it likes on `document` by naming an image or a form so (`<img name="body">`: HTML,
 * "named properties of the Document", override the built-in ones). Content scripts see the same object, so
 * everything is asked of the prototype.
 */
const getter = <T>(name: string) =>
  Object.getOwnPropertyDescriptor(Document.prototype, name)?.get as (this: Document) => T;
const readBody = getter<HTMLElement | null>('body');
const readHead = getter<HTMLHeadElement | null>('head');
const readRoot = getter<HTMLElement | null>('documentElement');
const readView = getter<View | null>('defaultView');
const readActive = getter<Element | null>('activeElement');
const { createElement: create } = Document.prototype;

/** A window with its constructors. */
export type View = Window & typeof globalThis;

/**
 * The document a node stands in, or the node itself where it is one: there a range ends up whose words were taken out.
 * A form's own property may be a control called `ownerDocument`.
 */
export const ownerOf = (node: Node): Document => {
  readOwner ??= Object.getOwnPropertyDescriptor(Node.prototype, 'ownerDocument')?.get as typeof readOwner;
  return readOwner?.call(node) ?? (node as Document);
};
let readOwner: ((this: Node) => Document | null) | undefined;

/** A document's root element; pages take it out, and write another one. */
const rootOf = (owner: Document): HTMLElement | null => readRoot.call(owner);

/** A document's body; the root element where it has none. */
export const bodyOf = (owner: Document): HTMLElement | null => readBody.call(owner) ?? rootOf(owner);

/** A document's head. */
export const headOf = (owner: Document): HTMLHeadElement | null => readHead.call(owner);

/** What has the focus in a document. */
export const activeElementOf = (owner: Document): Element | null => readActive.call(owner);

/** The window that shows a document; null once it shows another one. */
export const viewOf = (owner: Document): View | null => readView.call(owner);

export const pageRoot = (): HTMLElement | null => rootOf(document);

export const createElement = <N extends keyof HTMLElementTagNameMap>(name: N): HTMLElementTagNameMap[N] =>
  create.call(document, name) as HTMLElementTagNameMap[N];
