/**
 * Letters that do something in a page with Alt and Shift. Three of them are keys of the browser, too, which Chromium leaves
 * unassigned on some systems.
 */
export const CHORDS = { note: 'H', claim: 'C', use: 'U', read: 'J' } as const;
export type Chord = keyof typeof CHORDS;

/** As the browser and the sheet of keys write a chord. */
export const chordInWords = (deed: Chord): string => `Alt+Shift+${CHORDS[deed]}`;

/** A deed that is done in a page: what it is called (a key of the locale), and the chord that does it there. */
interface PageAction {
  name: string;
  chord?: Chord;
}

/** What can be done with the words that are selected in an article, by the toolbar beside them. */
export const SELECTION_ACTIONS = {
  note: { name: 'quick.note', chord: 'note' },
  source: { name: 'quick.source' },
  claim: { name: 'quick.claim', chord: 'claim' },
} as const satisfies Record<string, PageAction>;

/** Lines of the context menu: the name (a key of the locale) of each by its id. */
export const MENU_ACTIONS = {
  'highlight-selection': 'menu.highlightSelection',
  'annotate-page': 'menu.annotatePage',
  'open-sidebar': 'menu.openSidebar',
  'link-as-source-of': 'menu.linkAsSourceOf',
  'open-library': 'menu.openLibrary',
} as const;
