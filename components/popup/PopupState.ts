import type { Color, Detection, Outcome } from '#model/records.ts';
import type { ArticleOwnActions, ArticleWords } from '../ArticleOwn.tsx';

/** The page in the active tab, as the popup tells it. */
export type PopupPage =
  | { kind: 'loading' }
  | { kind: 'restricted' }
  | { kind: 'off'; site: string }
  | { kind: 'no-access'; site: string }
  | { kind: 'not-article'; title: string; detection: Detection | null }
  | {
      kind: 'article';
      /** Null when nothing of it is stored. */
      articleId: string | null;
      title: string;
      site: string | null;
      detection: Detection | null;
      count: number;
      /** Highlights whose words changed, and that were not found. */
      changed: number;
      missing: number;
      /** The reader's note and tags; null where nothing can be kept. */
      own: ArticleWords | null;
    };

/** An article in the list of recent ones. */
export interface RecentArticle {
  id: string;
  title: string;
  site: string | null;
  /** Address to open. */
  url: string;
  count: number;
  changed: number;
  missing: number;
  updatedAt: string;
}

/** A piece of text with the words found marked: `found` are [start, end) offsets in `text`, UTF-16 units. */
export interface MarkedText {
  text: string;
  found: [number, number][];
}

/** One find of a search. */
export interface SearchHit {
  /** Null where the article itself was found. */
  annotationId: string | null;
  color: Color | null;
  /** Each says where its words stand. */
  excerpts: (MarkedText & { where: 'quote' | 'note' | 'source' | 'title' | 'tag' })[];
}

/** What was found in one article. */
export interface FoundInArticle {
  articleId: string;
  title: MarkedText;
  site: string | null;
  hits: SearchHit[];
  /** All of them, of which `hits` are the first. */
  total: number;
}

/** The answer to a search. */
export interface SearchAnswer {
  articles: FoundInArticle[];
  total: number;
  totalArticles: number;
  /** What is wrong with the query, as sentences. */
  faults: string[];
}

/** What an export is about: this page's article, a listed one, or everything. */
export type ExportScope = { kind: 'article'; articleId: string } | { kind: 'all' };

export interface PopupActions extends ArticleOwnActions {
  /** Must open the panel before any await (browsers ask for the gesture). */
  openSidebar(): void;
  annotateAnyway(): void;
  /** Begins reading the page by sentence, and gives it the keyboard. */
  readSentences(): void;
  switchOnHere(): void;
  /** Keeps Claimlight off the site of the page. */
  switchOffHere(): void;
  search(query: string): void;
  /** The reader turns to the search or to tags: what it takes to choose from is read now. */
  prepareSearch(): void;
  /** Opens the article; at a highlight when given. */
  openArticle(articleId: string, annotationId: string | null): void;
  /** How a prediction came out. */
  answerDue(annotationId: string, outcome: Outcome): void;
  /** Another day for it; null for no day any more. */
  askAgain(annotationId: string, day: string | null): void;
  removeArticle(articleId: string): void;
  copyMarkdown(scope: ExportScope): void;
  /** Opens the dialog with every format. */
  openExport(scope: ExportScope): void;
  /** The page's article, or everything, in the form that was taken last. */
  exportAgain(): void;
  openOptions(): void;
  openLibrary(): void;
  openRecovery(): void;
}
