/** What a hand goes to on a card. */
export type CardPart = 'note' | 'source' | 'tag' | 'color' | 'history';

const OPENERS: Record<CardPart, string> = {
  note: '.note-open, .note-edit',
  source: '[data-part=source] button',
  tag: '.tag-open',
  color: '[data-part=color] button',
  history: '[data-part=history] button',
};

/** The button on a highlight's card that opens a part of it; null where the card is not drawn or has no such part now. */
export const partOfCard = (id: string, part: CardPart): HTMLElement | null =>
  document.getElementById(`card-${id}`)?.querySelector<HTMLElement>(OPENERS[part]) ?? null;

/** Opens a part of a card, as by a press on its button. */
export function openPartOfCard(id: string, part: CardPart): void {
  const opener = partOfCard(id, part);
  opener?.scrollIntoView({ block: 'nearest' });
  opener?.focus();
  if (opener?.getAttribute('aria-expanded') !== 'true') opener?.click();
}
