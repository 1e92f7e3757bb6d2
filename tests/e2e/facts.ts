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
