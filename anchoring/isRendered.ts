/** Whether a text node is rendered (it may still be scrolled out of view). */
export function isRendered(node: Node | undefined): boolean {
  const parent = node?.parentNode;
  // Text right in a shadow root has no parent element; its host says whether it is shown.
  const element = parent && 'host' in parent ? (parent as ShadowRoot).host : parent;
  // Not `instanceof`: the text may stand in a frame, whose window has constructors of its own.
  return element?.nodeType === 1 && (element as Element).checkVisibility({ visibilityProperty: true });
}
