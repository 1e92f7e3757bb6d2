/** A deed that is done in a page: what it is called (a key of the locale), and the chord that does it there. */
interface PageAction {
  name: string;
  keys?: string;
}

/** What can be done with the words that are selected in an article, by the toolbar beside them. */
export const SELECTION_ACTIONS = {
  note: { name: 'quick.note', keys: 'Alt+Shift+H' },
  source: { name: 'quick.source' },
  claim: { name: 'quick.claim', keys: 'Alt+Shift+C' },
} as const satisfies Record<string, PageAction>;

/** Lines of the context menu, by their ids. */
export const MENU_ACTIONS = {
  'highlight-selection': { name: 'menu.highlightSelection' },
  'annotate-page': { name: 'menu.annotatePage' },
  'open-sidebar': { name: 'menu.openSidebar' },
  'link-as-source-of': { name: 'menu.linkAsSourceOf' },
  'open-library': { name: 'menu.openLibrary' },
} as const satisfies Record<string, PageAction>;
