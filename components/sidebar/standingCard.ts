import type { Card } from './SidebarState.ts';

/** Whether its words stand in the page, so that one can go there. */
export const stands = ({ annotation, checking = false }: Card): boolean =>
  !checking && (annotation.anchor.state === 'exact' || annotation.anchor.state === 'changed');

/** The next card, or the one before, whose words stand in the page; `from` is a position, -1 for before the first. */
export function standingCard(cards: readonly Card[], from: number, step: 1 | -1): Card | undefined {
  for (let at = from + step; at >= 0 && at < cards.length; at += step) {
    const card = cards[at];
    if (card && stands(card)) return card;
  }
  return undefined;
}
