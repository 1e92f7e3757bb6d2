/** Expressions that read what our interface shows; evaluated in its views or in the page. */

export interface CardFacts {
  id: string;
  state: string;
  quote: string;
  note: string;
  sources: number;
}

/** All cards of the side bar, in their order. */
export const CARDS = `[...document.querySelectorAll('[data-testid=card]')].map((card) => ({
  id: card.dataset.annotationId,
  state: card.dataset.state,
  quote: card.querySelector('[data-testid=quote]')?.textContent ?? '',
  note: card.querySelector('[data-testid=note]')?.textContent ?? '',
  sources: card.querySelectorAll('[data-testid=source]').length,
}))`;

/** Words painted by us in the page, with their style. The registry is the page's too. */
export const PAINTED = `[...CSS.highlights]
  .filter(([name]) => name.startsWith('claimlight-') && name !== 'claimlight-focus')
  .flatMap(([name, ranges]) => [...ranges].map((range) => name.slice(11) + ': ' + range))`;
