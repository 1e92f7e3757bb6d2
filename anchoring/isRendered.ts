/** Whether a text node is rendered (it may still be scrolled out of view). */
export function isRendered(node: Node | undefined): boolean {
  const parent = node?.parentNode;
  // Text right in a shadow root has no parent element; its host says whether it is shown.
  const element = parent instanceof ShadowRoot ? parent.host : parent;
  return element instanceof Element && element.checkVisibility({ visibilityProperty: true });
}
