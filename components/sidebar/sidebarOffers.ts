import type { InHand } from '#model/InHand.ts';
import type { Offer } from '../palette/ACTIONS.ts';
import type { ToastMessage } from '../Toast.tsx';
import { cardOffers } from './cardOffers.ts';
import type { ArticleActions, CardActions } from './SidebarActions.ts';
import type { SidebarState } from './SidebarState.ts';
import { standingCard } from './standingCard.ts';

/** What the side bar shows and can do. */
interface Shown {
  state: SidebarState;
  toast: ToastMessage | null;
  inHand: InHand | null;
  currentId: string | null;
  onUndo: (id: string) => void;
  onRedo: (id: string) => void;
  article: ArticleActions;
  card: CardActions;
}

/** What can be done in the side bar now, the nearest first. */
export function sidebarOffers(props: Shown): Offer[] {
  const { state, article, card, toast, inHand, currentId } = props;
  const offers: Offer[] = [];
  const add = (isPossible: boolean, action: Offer['action'], run: () => void) => {
    if (isPossible) offers.push({ action, run });
  };
  add(toast?.undo === true, 'undo', () => toast && props.onUndo(toast.id));
  add(toast?.redo === true, 'redo', () => toast && props.onRedo(toast.id));
  if (state.kind === 'article') {
    const { cards } = state;
    const at = cards.findIndex(({ annotation }) => annotation.id === currentId);
    const current = cards[at]?.annotation;
    const [next, previous] = [standingCard(cards, at, 1), standingCard(cards, at, -1)];
    add(next !== undefined, 'next', () => next && card.go(next.annotation.id));
    add(previous !== undefined, 'previous', () => previous && card.go(previous.annotation.id));
    if (current) offers.push(...cardOffers(current, inHand?.id ?? null, card));
    add(true, 'readSentences', article.readSentences);
    add(cards.length > 0, 'copy', () => article.copyMarkdown());
    add(true, 'exportArticle', article.openExport);
    add(cards.length > 0, 'exportAgain', article.exportAgain);
    const isChecked = cards.some(({ annotation }) => annotation.claim || annotation.sources.length > 0);
    add(isChecked, 'check', () => article.exportCheck('markdown'));
    add(isChecked, 'reviews', () => article.exportCheck('reviews'));
  }
  add(inHand !== null, 'putDown', article.putDown);
  add(state.kind === 'not-article', 'annotate', article.annotateAnyway);
  add(state.kind === 'off', 'switchOn', article.switchOnHere);
  add(true, 'library', article.openLibrary);
  add(true, 'options', article.openOptions);
  return offers;
}
