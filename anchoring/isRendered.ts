/** Whether the text at the start of a range is rendered (it may still be scrolled out of view). */
export function isRendered(range: Range): boolean {
  const element = range.startContainer.parentElement;
  return element ? element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) : true;
}
