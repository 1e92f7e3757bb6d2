import type { ClaimStatus, Color, SourcingStatus } from '#model/records.ts';
import type { ArticleOwnActions, ArticleWords } from '../ArticleOwn.tsx';
import type { PastAction } from '../options/OptionsState.ts';
import type { MarkedText } from '../popup/PopupState.ts';
import type { Card } from '../sidebar/SidebarState.ts';

export const LIBRARY_VIEWS = ['notes', 'figures', 'trash', 'steps'] as const;
export type LibraryViewName = (typeof LIBRARY_VIEWS)[number];

export const LIBRARY_GROUPINGS = ['article', 'day', 'tag', 'site', 'source'] as const;
export type LibraryGrouping = (typeof LIBRARY_GROUPINGS)[number];

/** What the page's address holds: back, forward, reload and bookmarks bring it back. */
export interface LibraryAddress {
  view: LibraryViewName;
  query: string;
  group: LibraryGrouping;
  /** The row in the reading pane: a mark's id in a group, or a group alone. */
  open: RowKey | null;
}

/** A row of the list: a group's head, or a mark in it. */
export interface RowKey {
  group: string;
  /** Absent for the head. */
  id?: string;
}

export interface GroupHead {
  key: string;
  title: string;
  site?: string | undefined;
  articleId?: string | undefined;
  count: number;
}

/** What a row shows of a mark. */
export interface MarkRow {
  id: string;
  color: Color;
  quote: MarkedText;
  note: MarkedText | null;
  tags: string[];
  articleTitle: string;
  /** ISO 8601. */
  at: string;
  status: SourcingStatus | null;
  isClaim: boolean;
  trouble: 'changed' | 'missing' | 'suggested' | null;
}

/** A list of rows of which only some are known yet. Rows are numbered from 0. */
export interface LibraryRows {
  count: number;
  /** Marks, each counted once. */
  total: number;
  at(index: number): RowKey | undefined;
  headOf(group: string): GroupHead | undefined;
  /** Ids of the marks in a group. */
  idsOf(group: string): readonly string[];
  /** Undefined until it was read. */
  markOf(id: string): MarkRow | undefined;
  /** Position of a row; -1 where it is not in the list. */
  indexOf(row: RowKey): number;
}

export interface FigureRow {
  name: string;
  marks: number;
  claims: number;
  unsourced: number;
}

export interface LibraryFigures {
  marks: number;
  claims: number;
  /** How the claims are sourced. */
  statuses: { status: SourcingStatus; count: number }[];
  bySite: FigureRow[];
  otherSites: number;
  byMonth: FigureRow[];
}

export interface NamedCount {
  name: string;
  count: number;
}

/** What the reading pane shows. */
export type Reading =
  | { kind: 'nothing' }
  | {
      kind: 'card';
      card: Card;
      articleId: string;
      articleTitle: string;
      site: string | null;
      language: string | null;
    }
  /** `own` is the reader's note and tags, where the group is an article. */
  | { kind: 'group'; head: GroupHead; own: ArticleWords | null };

/** What opens in the bar over the selected marks. */
export type SelectionPart = 'tag' | 'color' | 'progress' | 'join';

/** What becomes one when the articles of the selected marks are put together. */
export interface JoinPreview {
  /** Those with most marks first. */
  articles: { id: string; title: string; site: string | null; count: number }[];
  /** More than can be looked over at once; none is listed then. */
  tooMany: boolean;
}

export interface LibraryState {
  address: LibraryAddress;
  /** Null while loading. */
  rows: LibraryRows | null;
  /** What is wrong with the query, as sentences. */
  faults: string[];
  reading: Reading;
  /** Ids of selected marks. */
  selected: ReadonlySet<string>;
  tags: NamedCount[];
  sites: NamedCount[];
  sources: NamedCount[];
  saved: { name: string; query: string }[];
  figures: LibraryFigures | null;
  trash: { items: { id: string; words: string; article: string; deletedAt: string }[]; count: number } | null;
  steps: PastAction[] | null;
  heldId: string | null;
  /** Null until it is asked for, and when other marks are selected. */
  join: JoinPreview | null;
  /** How the marks to be printed are read; null where nothing is to be printed. */
  print: MarkRow[] | null;
}

/** The note and tags are those of the article in the reading pane. */
export interface LibraryActions extends ArticleOwnActions {
  /** While typing; the address follows after a pause. */
  search(query: string): void;
  /** A query chosen as a whole: a step that the back key takes back. */
  goTo(change: Partial<LibraryAddress>): void;
  /** The address to go there, for a link. */
  hrefOf(change: Partial<LibraryAddress>): string;
  open(row: RowKey | null): void;
  /** Rows that come into sight. */
  see(from: number, to: number): void;
  select(ids: string[], how: 'add' | 'remove' | 'only'): void;
  /** Everything that is found. */
  selectAll(): void;
  /** All marks of a group; takes them out where all are selected. */
  toggleGroup(group: string): void;
  /** From a row to another, with both. */
  selectRange(from: number, to: number): void;
  tagSelected(tag: string, add: boolean): void;
  recolorSelected(color: Color): void;
  progressSelected(status: ClaimStatus): void;
  removeSelected(): void;
  /** Tells in `join` what putting the articles of the selected marks together would do. */
  previewJoin(): void;
  /** Makes them one article, which keeps the facts of `into`. */
  joinSelected(into: string): void;
  /** Opens the dialog with every format. */
  exportSelected(): void;
  /** What is selected, or everything, in the form that was taken last. */
  exportAgain(): void;
  printFound(): void;
  saveSearch(name: string): void;
  forgetSearch(name: string): void;
  openArticle(articleId: string, annotationId: string | null): void;
  restore(id: string): void;
  undo(actionId: string): void;
  redo(actionId: string): void;
  openOptions(): void;
  openRecovery(): void;
}
