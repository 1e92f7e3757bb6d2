/** Whether a text node is rendered (it may still be scrolled out of view). */
export function isRendered(node: Node | undefined): boolean {
  let parent = node?.parentNode;
  // Text right in a shadow root has no parent element; its host says whether it is shown.
  let element = parent && 'host' in parent ? (parent as ShadowRoot).host : parent;
  // Not `instanceof`: the text may stand in a frame, whose window has constructors of its own.
  while (element?.nodeType === 1) {
    if ((element as Element).checkVisibility({ visibilityProperty: true })) return true;
    // An element without a box of its own (`display: contents`) counts as not rendered, but what it holds may be.
    const view = element.ownerDocument?.defaultView;
    if (view?.getComputedStyle(element as Element)?.display !== 'contents') return false;
    parent = element.parentNode;
    element = parent && 'host' in parent ? (parent as ShadowRoot).host : parent;
  }
  return false;
}
