import type { Offer } from '../palette/ACTIONS.ts';
import type { ToastMessage } from '../Toast.tsx';
import { LIBRARY_VIEWS, type LibraryActions, type LibraryState } from './LibraryState.ts';

/** What the library page shows and can do. */
interface Shown {
  state: LibraryState;
  toast: ToastMessage | null;
  actions: LibraryActions;
}

/** What can be done on the library page now, the nearest first. */
export function libraryOffers({ state, toast, actions }: Shown, focusSearch: () => void): Offer[] {
  const { address, rows, selected, reading } = state;
  const offers: Offer[] = [];
  const add = (isPossible: boolean, action: Offer['action'], run: () => void) => {
    if (isPossible) offers.push({ action, run });
  };
  const isNotes = address.view === 'notes';
  add(toast?.undo === true, 'undo', () => toast && actions.undo(toast.id));
  add(true, 'search', focusSearch);
  if (isNotes) {
    const total = rows?.total ?? 0;
    if (reading.kind === 'card') {
      const { annotation } = reading.card;
      add(true, 'openAt', () => actions.openArticle(reading.articleId, annotation.id));
    }
    add(selected.size < total, 'selectAll', actions.selectAll);
    add(selected.size > 0, 'clear', () => actions.select([], 'only'));
    add(selected.size > 0, 'exportSelected', actions.exportSelected);
    add(selected.size > 0, 'removeSelected', actions.removeSelected);
    add(total > 0, 'print', actions.printFound);
  }
  for (const view of LIBRARY_VIEWS) add(view !== address.view, view, () => actions.goTo({ view }));
  return offers;
}
