/** Expressions that read what our interface shows; evaluated in its views or in the page. */

export interface CardFacts {
  id: string;
  state: string;
  quote: string;
  note: string;
  sources: number;
  /** Words taken out and put in, where the card shows what changed. */
  removed: string[];
  added: string[];
  /** Those of them that stand out, because they touch a figure, a negation, a name … */
  weighty: string[];
}

/** All cards of the side bar, in their order. */
export const CARDS = `[...document.querySelectorAll('[data-testid=card]')].map((card) => {
  const words = (tag) => [...card.querySelectorAll('.anchor-panel ' + tag)].map((one) =>
    [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim());
  return {
    id: card.dataset.annotationId,
    state: card.dataset.state,
    quote: card.querySelector('[data-testid=quote]')?.textContent ?? '',
    note: card.querySelector('[data-testid=note]')?.textContent ?? '',
    sources: card.querySelectorAll('[data-testid=source]').length,
    removed: words('del'),
    added: words('ins'),
    weighty: words('.diff-weighty'),
  };
})`;

/** Words painted by us in the page and its first frame, with their style. The registry is the page's too. */
export const PAINTED = `[globalThis, document.querySelector('iframe')?.contentWindow].flatMap((view) => {
  try {
    return [...(view?.CSS.highlights ?? [])];
  } catch (error) {
    if (error.name !== 'SecurityError') throw error;
    return [];
  }
})
  .filter(([name]) => name.startsWith('claimlight-') && name !== 'claimlight-focus')
  .flatMap(([name, ranges]) => [...ranges].map((range) => name.slice(11) + ': ' + range))`;

/** Keeps every write of the library waiting, as a slow disk does, until `LET_GO`; in a view of the extension. */
export const HOLD_WRITES = `new Promise((resolve, reject) => {
  const open = indexedDB.open('claimlight');
  open.onerror = () => reject(open.error);
  open.onsuccess = () => {
    const store = open.result.transaction('annotations', 'readwrite').objectStore('annotations');
    let held = true;
    document.defaultView.letGo = () => { held = false; open.result.close(); };
    const hold = () => { store.get('').onsuccess = () => held && hold(); };
    hold();
    resolve(true);
  };
})`;
export const LET_GO = '(document.defaultView.letGo(), true)';

/** Keeps what is copied from now on in `window.copied`, '' before. */
export const KEEP_COPIED = `(() => {
  window.copied = '';
  window.navigator.clipboard.writeText = async (text) => { window.copied = text; };
  return true;
})()`;
