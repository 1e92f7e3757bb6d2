/**
 * The register of actions: what each is called (a key of the locale) and its key, wherever it is offered. Buttons, cards and
 * the palette take both from here; what is done in pages stands in `model/pageActions.ts` and `model/sentenceKeys.ts`, which
 * scripts in pages and the context menu share. `Mod` is Ctrl, on a Mac ⌘.
 */
export const ACTIONS = {
  commands: { name: 'palette.title', key: 'Mod+K' },
  search: { name: 'popup.search', key: '/' },
  // From one highlight to the next
  next: { name: 'cards.next', key: 'j' },
  previous: { name: 'cards.previous', key: 'k' },
  // The highlight in hand
  note: { name: 'palette.note' },
  claim: { name: 'card.addClaim', key: 'c' },
  take: { name: 'inHand.take' },
  addSource: { name: 'palette.source' },
  tag: { name: 'tags.add' },
  color: { name: 'card.changeColor' },
  history: { name: 'earlier.title' },
  copyLink: { name: 'card.copyLink' },
  correction: { name: 'check.correction' },
  remove: { name: 'card.delete' },
  // The page and its article
  annotate: { name: 'page.annotateAnyway' },
  switchOn: { name: 'page.switchOn' },
  switchOff: { name: 'popup.switchOff' },
  readSentences: { name: 'sentences.start' },
  putDown: { name: 'inHand.putDown' },
  copy: { name: 'export.copy' },
  exportArticle: { name: 'export.titleArticle' },
  check: { name: 'check.save' },
  reviews: { name: 'check.reviews' },
  // The library
  notes: { name: 'library.view.notes' },
  figures: { name: 'library.view.figures' },
  trash: { name: 'library.view.trash' },
  steps: { name: 'library.view.steps' },
  clear: { name: 'library.clear', key: 'Escape' },
  tagSelected: { name: 'palette.tagSelected' },
  colorSelected: { name: 'palette.colorSelected' },
  progressSelected: { name: 'palette.progressSelected' },
  joinSelected: { name: 'palette.joinSelected' },
  removeSelected: { name: 'palette.removeSelected', key: 'Delete' },
  exportSelected: { name: 'palette.exportSelected' },
  selectAll: { name: 'palette.selectAll', key: 'Mod+A' },
  groupBy: { name: 'palette.groupBy' },
  keepSearch: { name: 'library.keepSearch' },
  print: { name: 'library.print' },
  openAt: { name: 'library.openAt' },
  copyAll: { name: 'export.allCopy' },
  exportAll: { name: 'export.titleAll' },
  exportAgain: { name: 'export.again', key: 'Mod+E' },
  // Ways to other places, and back
  sidebar: { name: 'popup.openSidebar' },
  library: { name: 'library.open' },
  options: { name: 'popup.options' },
  undo: { name: 'toast.undo' },
  redo: { name: 'toast.redo' },
  // The options
  findOption: { name: 'options.search', key: '/' },
  backUp: { name: 'options.backupNow' },
  rescue: { name: 'options.rescueOpen' },
} as const satisfies Record<string, { name: string; key?: string }>;

export type ActionId = keyof typeof ACTIONS;

/** An action that can be done now. */
export interface Offer {
  action: ActionId;
  run: () => void;
}

/** The key of an action; undefined where it has none. */
export function keyOf(action: ActionId): string | undefined {
  const known: { name: string; key?: string } = ACTIONS[action];
  return known.key;
}
