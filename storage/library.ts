import type { ClaimEntry } from '#model/ClaimEntry.ts';
import type {
  AnnotationDraft,
  AnnotationPatch,
  ArticleDraft,
  ArticlePatch,
  ArticleRefresh,
  PatchBase,
  ReportedAnchor,
  SourceDraft,
  SourcePatch,
  UnsavedText,
  VersionDraft,
} from '#model/drafts.ts';
import type { Annotation, Article, Source, Version } from '#model/records.ts';
import type { Action, ActionSubject, UndoResult } from './Action.ts';
import type { BackupVerbs } from './backup/verbs.ts';
import type { Done } from './Done.ts';
import type { LibraryError } from './errors.ts';
import type { LibraryStatus, Loss } from './LibraryStanding.ts';
import type { LongDeed } from './LongDeed.ts';
import type { Facets, Figures, Grouping, Overview, SearchFound } from './SearchFound.ts';
import type { SyncVerbs } from './sync/verbs.ts';
import type { VaultVerbs } from './vault/verbs.ts';

/** News of a committed write: which records to read again. */
export interface Change {
  articleIds: string[];
  annotationIds: string[];
  /** The action to hand to `undo`; absent for what the program did by itself. */
  actionId?: string;
}

/** A note as it stood before a change. */
export interface EarlierNote {
  note: string;
  /** When it was replaced. */
  at: string;
}

export interface ArticleSummary {
  article: Article;
  /** Live annotations. */
  count: number;
  lastAnnotatedAt: string | null;
  /** Annotations with a claim, with at least one source, with sources for and against. */
  claims: number;
  sourced: number;
  disputed: number;
  /** By what the last look at the page said. */
  changed: number;
  suggested: number;
  missing: number;
}

export interface ArticleWithAnnotations {
  article: Article;
  annotations: Annotation[];
}

export interface TrashedItem {
  annotation?: Annotation;
  article: Article | undefined;
  deletedAt: string;
}

export interface LibraryStats {
  articles: number;
  annotations: number;
  trashed: number;
  versions: number;
  actions: number;
  /** Bytes used by this origin and its quota, as the browser estimates; null where it does not say. */
  usage: number | null;
  quota: number | null;
  /** Whether the browser promised not to evict. */
  persisted: boolean;
}

/** What was known of an article before a visit. */
export interface Visited {
  version: Version;
  /** The digest to compare with; null on the first visit. */
  since: Version | null;
  /** Earlier headlines, newest first. */
  headlines: string[];
}

export interface ArticlePage {
  articles: ArticleWithAnnotations[];
  /** Where the next page begins; null after the last one. */
  next: string | null;
}

export interface ArticleVerbs {
  /** The live article that has any of these addresses, the oldest one of several. */
  find(addresses: string[]): Promise<Article | undefined>;
  get(id: string): Promise<Article | undefined>;
  /** Those of some ids that are there, also in the trash, in the order of the ids. */
  some(ids: string[]): Promise<Article[]>;
  /** Finds the article or stores a new one; one in the trash is taken out. */
  getOrCreate(draft: ArticleDraft): Promise<{ article: Article } & Done>;
  /** What the page says today: adds addresses and titles seen; fields the reader edited stay. */
  refreshFromPage(id: string, page: ArticleRefresh): Promise<Article>;
  patch(id: string, patch: ArticlePatch, base?: PatchBase): Promise<{ article: Article } & Done>;
  /** Newest activity first. Articles without annotations, note and tags only with `all`. */
  recent(options: {
    limit: number;
    before?: Pick<Article, 'id' | 'updatedAt'>;
    all?: boolean;
  }): Promise<ArticleSummary[]>;
  summary(id: string): Promise<ArticleSummary | undefined>;
  /** Every live article with its live annotations, page by page, in the order of ids. */
  everything(pageSize?: number): AsyncGenerator<ArticleWithAnnotations>;
  /** One page of `everything`: what follows the record with the id `after`. */
  page(after: string | null, pageSize: number): Promise<ArticlePage>;
  /** Puts articles and their annotations in the trash. */
  remove(ids: string[]): Promise<Done>;
  /** Makes several records of one piece of journalism one; `into` keeps its facts. */
  merge(into: string, others: string[]): Promise<{ article: Article } & Done>;
  /** Gives some annotations and addresses of an article an article of their own. */
  split(id: string, parts: { annotationIds: string[]; urls: string[] }): Promise<{ article: Article } & Done>;
  /** Number of live articles. */
  count(): Promise<number>;
}

export interface AnnotationVerbs {
  /** Live annotations in document order. */
  forArticle(articleId: string): Promise<Annotation[]>;
  /** Also one in the trash. */
  get(id: string): Promise<Annotation | undefined>;
  /** Those of some ids that are there, also in the trash, in the order of the ids. */
  some(ids: string[]): Promise<Annotation[]>;
  /** Every live annotation that has a claim or sources; with `ids`, only those. */
  claims(ids?: string[]): Promise<ClaimEntry[]>;
  /** Those of them to be asked about on a day (YYYY-MM-DD) or before it, the longest due first. */
  due(day: string): Promise<ClaimEntry[]>;
  /**
   * Stores the annotation, and its article where new, in one transaction. A draft whose id is already that of an
   * annotation with the same article and target gives that one, unchanged; an id that is taken otherwise is `refused`.
   */
  create(draft: AnnotationDraft): Promise<{ article: Article; annotation: Annotation } & Done>;
  /**
   * Changes fields. Where the stored note is neither `base.note` nor the new one, somebody else wrote it:
   * it goes to the history as `note-conflict` and `conflict` is true.
   */
  patch(
    id: string,
    patch: AnnotationPatch,
    base?: PatchBase,
  ): Promise<{ annotation: Annotation; conflict: boolean } & Done>;
  /** Changes the same fields of many, as one action. A claim's fields only where there is a claim. */
  patchAll(ids: string[], patch: AnnotationPatch): Promise<Done & { changed: number }>;
  addSource(id: string, draft: SourceDraft): Promise<{ annotation: Annotation; source: Source } & Done>;
  patchSource(
    id: string,
    sourceId: string,
    patch: SourcePatch,
  ): Promise<{ annotation: Annotation; source: Source } & Done>;
  removeSource(id: string, sourceId: string): Promise<{ annotation: Annotation } & Done>;
  /** What the note said before, newest first, as far as the last 500 actions and kept conflicts remember. */
  earlierNotes(id: string): Promise<EarlierNote[]>;
  /** Keeps what the page said. Writes only real changes and is no edit: no revision, no undo. */
  reportAnchors(articleId: string, reports: ReportedAnchor[]): Promise<void>;
  remove(ids: string[]): Promise<Done>;
  restore(ids: string[]): Promise<Done>;
  /** Number of live annotations. */
  count(): Promise<number>;
}

export interface Library extends BackupVerbs, SyncVerbs, VaultVerbs {
  readonly articles: ArticleVerbs;
  readonly annotations: AnnotationVerbs;
  readonly versions: {
    /**
     * Keeps the digest of a visit, at most 4 kB as JSON; where it says what the last one said, only the time is kept.
     * Digests with the same `seenAt` are one load of the page: the later one replaces the earlier.
     */
    visit(articleId: string, draft: VersionDraft): Promise<Visited>;
    /** Oldest first. */
    forArticle(articleId: string): Promise<Version[]>;
  };
  readonly trash: {
    /** Newest first. Annotations of a trashed article are listed under it as `article`. */
    list(limit?: number): Promise<TrashedItem[]>;
    restore(ids: string[]): Promise<Done>;
    /** Removes for good what was trashed before the given time (default: 30 days ago). Returns how many. */
    purge(before?: string): Promise<number>;
  };
  /** Text not yet saved; survives the crash of any part. */
  readonly drafts: {
    put(draft: UnsavedText): Promise<void>;
    get(key: string): Promise<(UnsavedText & { savedAt: string }) | undefined>;
    list(): Promise<(UnsavedText & { savedAt: string })[]>;
    /** @param by clears only what one of these views kept; '' stands for a text that does not say who kept it. */
    clear(key: string, by?: readonly string[]): Promise<void>;
  };
  /** Newest first, each with what it was about; null where that is not known. */
  actions(limit?: number): Promise<(Action & { subject: ActionSubject | null })[]>;
  /** Batch by batch, each whole. After a stop between two the rest can be taken back by another undo. */
  undo(actionId: string, watch?: LongDeed): Promise<UndoResult>;
  redo(actionId: string, watch?: LongDeed): Promise<UndoResult>;
  /**
   * Annotations and articles that a query asks for (`model/searchQuery.ts`), `limit` of them and of one article at most
   * `perArticle`; the numbers are those of the whole library. An empty query finds nothing.
   */
  search(query: string, options: { limit: number; perArticle?: number }): Promise<SearchFound>;
  /** Everything that a query asks for, as ids in groups. An empty query asks for everything. */
  overview(query: string, options: { group: Grouping }): Promise<Overview>;
  facets(): Promise<Facets>;
  figures(query: string): Promise<Figures>;
  stats(): Promise<LibraryStats>;
  /** Asks the browser not to evict the library. Resolves with its answer. */
  persist(): Promise<boolean>;

  /** As found when it was opened; `check()` looks again. */
  readonly status: LibraryStatus;
  readonly loss: Loss | undefined;
  /** Why it is unavailable. */
  readonly fault: LibraryError | undefined;
  check(): Promise<LibraryStatus>;
  /**
   * Removes a database that the browser can't open at all and makes a new one, which then has the status `lost`.
   * Does nothing to one that opens. Resolves with the status afterwards: `unavailable` where even that failed.
   */
  rebuild(): Promise<LibraryStatus>;
  /** The reader has seen the loss and wants to go on with what is there. */
  acceptLoss(): Promise<void>;
  /** Resolves when the work that follows writes (beacon) is done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
