/**
 * The range the reader selected, or null where nothing of substance is selected or where it lies in an
 * editable field. Selections that come from the page's own scripts cannot be told apart here
 * (`selectionchange` is trusted for `addRange` too): nothing may be stored on a selection alone.
 */
export function readSelection(): Range | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!/\S/.test(range.toString())) return null;
  const element =
    range.commonAncestorContainer instanceof Element
      ? range.commonAncestorContainer
      : range.commonAncestorContainer.parentElement;
  if (element?.closest('input, textarea, [contenteditable=""], [contenteditable="true"]')) return null;
  return range.cloneRange();
}
