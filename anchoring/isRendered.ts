/** Whether a text node is rendered (it may still be scrolled out of view). */
export function isRendered(node: Node | undefined): boolean {
  // Not `instanceof`: the text may stand in a frame, whose window has constructors of its own.
  for (let element = holderOf(node); element?.nodeType === 1; element = holderOf(element)) {
    if ((element as Element).checkVisibility({ visibilityProperty: true })) return true;
    // An element without a box of its own (`display: contents`) counts as not rendered, but what it holds may be.
    const view = element.ownerDocument?.defaultView;
    if (view?.getComputedStyle(element as Element)?.display !== 'contents') return false;
  }
  return false;
}

/**
 * The element around a node. Right in a shadow root there is none, and its host says whether it is shown. A root is known
 * by its type: links have a `host`, too, that of their address.
 */
function holderOf(node: Node | undefined): Node | null {
  const parent = node?.parentNode ?? null;
  return parent?.nodeType === 11 ? ((parent as ShadowRoot).host ?? null) : parent;
}
