/**
 * DOM properties read through the prototypes' own getters. A form control named `parentNode` or `firstChild`
 * replaces that property on its form, so plain property access may be answered by the page.
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

export const firstChildOf = getter<Node | null>(nodePrototype, 'firstChild');
export const nextSiblingOf = getter<Node | null>(nodePrototype, 'nextSibling');
export const parentOf = getter<Node | null>(nodePrototype, 'parentNode');
export const nodeTypeOf = getter<number>(nodePrototype, 'nodeType');
export const localNameOf = getter<string>(elementPrototype, 'localName');
export const shadowRootOf = getter<ShadowRoot | null>(elementPrototype, 'shadowRoot');

export const hasAttribute = (element: Element, name: string): boolean =>
  Element.prototype.hasAttribute.call(element, name);

export const isText = (node: Node): node is Text => nodeTypeOf(node) === 3;
export const isElement = (node: Node): node is Element => nodeTypeOf(node) === 1;
