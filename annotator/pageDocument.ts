/**
 * A page can shadow what it likes on `document` by naming an image or a form so (`<img name="body">`: HTML,
 * "named properties of the Document", override the built-in ones). Content scripts see the same object, so
 * everything is asked of the prototype.
 */
const getter = <T>(name: string) =>
  Object.getOwnPropertyDescriptor(Document.prototype, name)?.get as (this: Document) => T;
const readBody = getter<HTMLElement | null>('body');
const readRoot = getter<HTMLElement>('documentElement');
const { createElement: create } = Document.prototype;

/** The page's body; the root element where it has none. */
export const pageBody = (): HTMLElement => readBody.call(document) ?? pageRoot();

export const pageRoot = (): HTMLElement => readRoot.call(document);

export const createElement = <N extends keyof HTMLElementTagNameMap>(name: N): HTMLElementTagNameMap[N] =>
  create.call(document, name) as HTMLElementTagNameMap[N];
