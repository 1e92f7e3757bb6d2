import type { Annotation } from '#model/records.ts';
import type { Offer } from '../palette/ACTIONS.ts';
import { NEW_CLAIM } from './newClaim.ts';
import { type CardPart, openPartOfCard, partOfCard } from './partOfCard.ts';
import type { CardActions } from './SidebarActions.ts';

/** What can be done with the highlight in hand, wherever its card lies. */
export function cardOffers(
  { id, claim, sources }: Annotation,
  heldId: string | null,
  card: CardActions,
): Offer[] {
  const offers: Offer[] = [];
  const add = (isPossible: boolean, action: Offer['action'], run: () => void) => {
    if (isPossible) offers.push({ action, run });
  };
  const part = (action: Offer['action'], name: CardPart) =>
    add(partOfCard(id, name) !== null, action, () => openPartOfCard(id, name));
  part('note', 'note');
  add(!claim, 'claim', () => card.setClaim(id, NEW_CLAIM));
  add(claim !== undefined && heldId !== id, 'take', () => card.toggleInHand(id));
  part('addSource', 'source');
  part('tag', 'tag');
  part('color', 'color');
  part('history', 'history');
  add(true, 'copyLink', () => card.copyLink(id));
  add(
    sources.some(({ stance }) => stance === 'disputes'),
    'correction',
    () => card.copyCorrection(id),
  );
  add(true, 'remove', () => card.remove(id));
  return offers;
}
