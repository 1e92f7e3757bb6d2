/** The range between the two marks of a page, which are comments. Runs in the page: no names from outside. */
export function selected(): Range {
  const range = document.createRange();
  const look = (root: Node): void => {
    for (const node of root.childNodes) {
      if (node.nodeType === 8 && (node as Comment).data === 'from') range.setStartAfter(node);
      if (node.nodeType === 8 && (node as Comment).data === 'to') range.setEndBefore(node);
      look((node as Element).shadowRoot ?? node);
    }
  };
  look(document.body);
  return range;
}
