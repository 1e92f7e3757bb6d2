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

/** Lines of the context menu: the name (a key of the locale) of each by its id. */
export const MENU_ACTIONS = {
  'highlight-selection': 'menu.highlightSelection',
  'annotate-page': 'menu.annotatePage',
  'open-sidebar': 'menu.openSidebar',
  'link-as-source-of': 'menu.linkAsSourceOf',
  'open-library': 'menu.openLibrary',
} as const;
