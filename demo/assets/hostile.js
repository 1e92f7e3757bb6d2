// Everything this page learns lands in `seen`; a test asserts that nothing of the reader's is in it.
const seen = { keys: [], inputs: [], messages: [], nodes: [], clicks: [], selections: 0 };
window.seen = seen;
for (const type of ['keydown', 'keypress', 'keyup']) {
  addEventListener(type, (event) => seen.keys.push(event.key), true);
}
for (const type of ['input', 'beforeinput', 'paste', 'compositionend']) {
  addEventListener(type, (event) => seen.inputs.push(String(event.data ?? event.target?.value)), true);
}
addEventListener('message', (event) => seen.messages.push(JSON.stringify(event.data)), true);
addEventListener('click', (event) => seen.clicks.push(event.composedPath().length), true);
document.addEventListener('selectionchange', () => {
  seen.selections += 1;
});
new MutationObserver((records) => {
  for (const record of records) for (const node of record.addedNodes) seen.nodes.push(node.nodeName);
}).observe(document, { childList: true, subtree: true });

// Built-ins of the page's own world, patched to lie and to tell.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  seen.nodes.push('#shadow-root');
  return attach.call(this, { ...options, mode: 'open' });
};
Node.prototype.contains = () => true;
window.getSelection = () => null;

window.attack = {
  /** Selects a paragraph as only a page can. */
  select() {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('.text p'));
    const selection = Document.prototype.getSelection.call(document);
    selection.removeAllRanges();
    selection.addRange(range);
  },
  /** Plays the reader: mouse, keys and shortcut, none of them trusted. */
  imitate() {
    const target = document.querySelector('.text p');
    for (const type of [
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'click',
      'dblclick',
      'contextmenu',
    ]) {
      target.dispatchEvent(
        new MouseEvent(type, { bubbles: true, composed: true, clientX: 200, clientY: 300 }),
      );
    }
    for (const key of ['h', 'Enter', ' ', 'Escape']) {
      document.dispatchEvent(
        new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true, composed: true }),
      );
    }
    for (const host of document.documentElement.children) {
      host.shadowRoot?.querySelectorAll('button').forEach((button) => {
        button.click();
      });
    }
  },
  /** What the page can find of an extension: elements it did not write, open shadow roots, frames it can read. */
  search() {
    const strange = [...document.documentElement.children].filter(
      (each) => !['HEAD', 'BODY'].includes(each.tagName),
    );
    const readable = [...Array(frames.length).keys()].filter((index) => {
      try {
        return (frames[index].document.body?.textContent ?? '') !== '';
      } catch (error) {
        return error.name !== 'SecurityError';
      }
    });
    return {
      hosts: strange.map((each) => each.tagName),
      openRoots: strange.filter((each) => each.shadowRoot !== null).length,
      texts: strange.map((each) => each.textContent).join(''),
      readableFrames: readable.length,
      highlights: [...CSS.highlights.keys()],
    };
  },
};
