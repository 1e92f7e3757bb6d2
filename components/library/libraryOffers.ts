import type { Offer } from '../palette/ACTIONS.ts';
import { cardOffers } from '../sidebar/cardOffers.ts';
import type { CardActions } from '../sidebar/SidebarActions.ts';
import type { ToastMessage } from '../Toast.tsx';
import { canKeepSearch } from './canKeepSearch.ts';
import { LIBRARY_VIEWS, type LibraryActions, type LibraryState, type SelectionPart } from './LibraryState.ts';

/** What the library page shows and can do. */
interface Shown {
  state: LibraryState;
  toast: ToastMessage | null;
  actions: LibraryActions;
  card: CardActions;
}

/** What only the view can do. */
interface Desk {
  focusSearch: () => void;
  /** Opens a part of the bar over what is selected. */
  openPart: (part: SelectionPart) => void;
  /** Goes to the choice of how marks are grouped. */
  chooseGroup: () => void;
  /** Goes to the name under which this search is kept. */
  nameSearch: () => void;
}

/** What can be done on the library page now, the nearest first. */
export function libraryOffers(
  { state, toast, actions, card }: Shown,
  { focusSearch, openPart, chooseGroup, nameSearch }: Desk,
): Offer[] {
  const { address, rows, selected, reading } = state;
  const offers: Offer[] = [];
  const add = (isPossible: boolean, action: Offer['action'], run: () => void) => {
    if (isPossible) offers.push({ action, run });
  };
  const isNotes = address.view === 'notes';
  add(toast?.undo === true, 'undo', () => toast && actions.undo(toast.id));
  add(toast?.redo === true, 'redo', () => toast && actions.redo(toast.id));
  add(true, 'search', focusSearch);
  if (isNotes) {
    const total = rows?.total ?? 0;
    if (reading.kind === 'card') {
      const { annotation } = reading.card;
      add(true, 'openAt', () => actions.openArticle(reading.articleId, annotation.id));
      offers.push(...cardOffers(annotation, state.heldId, card));
    }
    add(selected.size < total, 'selectAll', actions.selectAll);
    add(selected.size > 0, 'clear', () => actions.select([], 'only'));
    add(selected.size > 0, 'tagSelected', () => openPart('tag'));
    add(selected.size > 0, 'colorSelected', () => openPart('color'));
    add(selected.size > 0, 'progressSelected', () => openPart('progress'));
    add(selected.size > 0, 'joinSelected', () => openPart('join'));
    add(selected.size > 0, 'exportSelected', actions.exportSelected);
    add(selected.size > 0, 'removeSelected', actions.removeSelected);
    add(true, 'groupBy', chooseGroup);
    add(canKeepSearch(state), 'keepSearch', nameSearch);
    add(total > 0, 'print', actions.printFound);
  }
  add(true, 'exportAgain', actions.exportAgain);
  for (const view of LIBRARY_VIEWS) add(view !== address.view, view, () => actions.goTo({ view }));
  add(true, 'options', actions.openOptions);
  return offers;
}
