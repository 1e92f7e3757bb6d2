import type { Offer } from '../palette/ACTIONS.ts';
import type { ToastMessage } from '../Toast.tsx';
import type { PopupActions, PopupPage, RecentArticle } from './PopupState.ts';

/** What the popup shows and can do. */
interface Shown {
  page: PopupPage;
  recent: RecentArticle[] | null;
  toast: ToastMessage | null;
  onUndo: (id: string) => void;
  actions: PopupActions;
}

/** What can be done in the popup now, the nearest first. */
export function popupOffers(
  { page, recent, toast, onUndo, actions }: Shown,
  focusSearch: () => void,
): Offer[] {
  const offers: Offer[] = [];
  const add = (isPossible: boolean, action: Offer['action'], run: () => void) => {
    if (isPossible) offers.push({ action, run });
  };
  const isArticle = page.kind === 'article';
  const articleId = isArticle ? page.articleId : null;
  const scope = articleId === null ? null : ({ kind: 'article', articleId } as const);
  add(toast?.undo === true, 'undo', () => toast && onUndo(toast.id));
  add(true, 'search', focusSearch);
  add(true, 'sidebar', actions.openSidebar);
  add(isArticle, 'readSentences', actions.readSentences);
  add(page.kind === 'not-article', 'annotate', actions.annotateAnyway);
  add(page.kind === 'off', 'switchOn', actions.switchOnHere);
  add(scope !== null, 'copy', () => scope && actions.copyMarkdown(scope));
  add(scope !== null, 'exportArticle', () => scope && actions.openExport(scope));
  add(true, 'library', actions.openLibrary);
  const isFilled = recent !== null && recent.length > 0;
  add(isFilled, 'copyAll', () => actions.copyMarkdown({ kind: 'all' }));
  add(isFilled, 'exportAll', () => actions.openExport({ kind: 'all' }));
  add(isFilled, 'exportAgain', actions.exportAgain);
  add(isArticle || page.kind === 'not-article', 'switchOff', actions.switchOffHere);
  add(true, 'options', actions.openOptions);
  return offers;
}
