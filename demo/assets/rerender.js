// `demo.rerender()` replaces every text node of the article by a new one with the same words, as frameworks do.
window.demo = {
  rerender() {
    const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) node.replaceWith(document.createTextNode(node.data));
    return nodes.length;
  },
};
