import * as v from 'valibot';
import type { Manner } from '#model/appearance.ts';
import type { Citation } from '#model/Citation.ts';
import {
  AnnotationPatchSchema,
  PatchBaseSchema,
  ReportedAnchorSchema,
  SourceDraftSchema,
  UnsavedTextSchema,
  type VersionDraft,
  VersionDraftSchema,
} from '#model/drafts.ts';
import type { InHand } from '#model/InHand.ts';
import type { KeptText } from '#model/KeptText.ts';
import type { FoundLink } from '#model/LinkCandidate.ts';
import type { Annotation, Article, ArticleMetadata, Detection, Version } from '#model/records.ts';
import { COLORS, TIERS } from '#model/records.ts';
import { ArticleMetadataSchema, DetectionSchema, QuoteSchema, TargetSchema } from '#model/schemas.ts';
import { LIMITS } from '#model/text.ts';
import type { Anchored } from './anchored.ts';
import type { Caller } from './callerOf.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const freshId = v.pipe(v.string(), v.uuid());
const address = v.pipe(v.string(), v.maxLength(8192), v.url());
/** The editor in the page keeps a note and a new source of a highlight, and nothing else. */
const typedHere = v.pipe(v.string(), v.regex(/^typed:page:(?:note|source) [^\s]{1,64}$/));
/** Units of one such text at most: note or source as typed and as they stood before. A page fills no disk. */
const TYPED_HERE = 2 * (LIMITS.note + LIMITS.url + LIMITS.line) + 1_000;
const none = v.optional(v.null());
/** The path of a verb of the library. */
const verb = v.pipe(v.string(), v.maxLength(64));

/** One entry of the table of calls: who may make it and the exact shape of what they send. */
interface Call {
  from: readonly Caller[];
  payload: v.GenericSchema;
}

/**
 * Orders to the background. The table is the whole protocol: the receiver refuses a caller or a shape
 * that is not written here. Answers are typed in `Answers` below.
 */
export const CALLS = {
  /** News from the detector: what the page at `url` is. */
  pageSeen: {
    from: ['page'],
    payload: v.strictObject({
      url: address,
      detection: DetectionSchema,
    }),
  },
  /** What the annotator read of the article: title, authors, dates, its canonical address. */
  pageDescribed: {
    from: ['page'],
    payload: v.strictObject({ url: address, metadata: ArticleMetadataSchema }),
  },
  /** What is stored for the page the caller runs in. */
  openPage: {
    from: ['page'],
    /** `manner`: what the page's views look and speak like already. */
    payload: v.strictObject({
      url: address,
      manner: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2_000))), null),
    }),
  },
  /** A new annotator starts: give its tab the style sheet of highlights. */
  styleHighlights: { from: ['page'], payload: none },
  /**
   * Stores a new annotation on the caller's page. The id is the caller's, so that asking twice stores it once. `besideId`
   * is another of the same selection, with which one undo takes it back; one of another article counts for nothing.
   */
  annotate: {
    from: ['page'],
    payload: v.strictObject({
      id: freshId,
      besideId: v.optional(id),
      isClaim: v.optional(v.boolean()),
      url: address,
      metadata: ArticleMetadataSchema,
      detection: DetectionSchema,
      target: TargetSchema,
      color: v.picklist(COLORS),
      note: v.pipe(v.string(), v.maxLength(100_000)),
      source: v.nullable(SourceDraftSchema),
    }),
  },
  /** Changes fields of an annotation of the caller's page. */
  patchAnnotation: {
    from: ['page'],
    payload: v.strictObject({
      url: address,
      id,
      patch: AnnotationPatchSchema,
      base: v.optional(PatchBaseSchema),
    }),
  },
  /** A source with an id of the caller's is stored once, however often it is sent. */
  addSource: { from: ['page'], payload: v.strictObject({ url: address, id, source: SourceDraftSchema }) },
  removeAnnotation: { from: ['page'], payload: v.strictObject({ url: address, id }) },
  undo: { from: ['page'], payload: v.strictObject({ url: address, actionId: id }) },
  /** Who seems to assert the words of an annotation; worked out where the word lists are, so that pages need not load them. */
  speakerOf: { from: ['page'], payload: v.strictObject({ url: address, id }) },
  /** Words of this page become a source of the claim in hand. */
  useAsSource: {
    from: ['page'],
    payload: v.strictObject({ url: address, metadata: ArticleMetadataSchema, quote: QuoteSchema }),
  },
  /** Takes back a source that was attached from a page. */
  takeBackSource: { from: ['page'], payload: v.strictObject({ sourceId: id }) },
  /** Says how close to the fact such a source is. */
  judgeSource: { from: ['page'], payload: v.strictObject({ sourceId: id, tier: v.picklist(TIERS) }) },
  /** A claim of the caller's page is taken in hand, instead of any other. */
  takeInHand: { from: ['page'], payload: v.strictObject({ url: address, id }) },
  /** The claim in hand is put down. */
  putDown: { from: ['page'], payload: none },
  /** What the last look at the page found of each annotation. */
  reportAnchors: {
    from: ['page'],
    payload: v.strictObject({
      url: address,
      reports: v.pipe(v.array(ReportedAnchorSchema), v.maxLength(10_000)),
    }),
  },
  /** A digest of the annotated article on this visit. */
  reportVersion: { from: ['page'], payload: v.strictObject({ url: address, version: VersionDraftSchema }) },
  /** Shows the claim that cites the caller's page. */
  openClaim: { from: ['page'], payload: v.strictObject({ url: address, sourceId: id }) },
  /** The reader clicked a highlight: open side bars show its card. */
  showCard: { from: ['page'], payload: v.strictObject({ url: address, id }) },
  /** The reader pressed "sidebar" in the page; only Chromium can do it from there. */
  openSidebar: { from: ['page'], payload: none },
  /** Text typed at one of the page's highlights and not stored, so that a crash loses nothing. */
  keepText: {
    from: ['page'],
    payload: v.strictObject({
      url: address,
      text: v.pipe(
        v.strictObject({ ...UnsavedTextSchema.entries, key: typedHere }),
        v.check(({ fields }) => Object.values(fields).join('').length <= TYPED_HERE, 'too long'),
      ),
    }),
  },
  dropText: {
    from: ['page'],
    payload: v.strictObject({
      url: address,
      key: typedHere,
      by: v.pipe(v.array(v.union([v.literal(''), id])), v.maxLength(2)),
    }),
  },
  /** An extension page wrote to the library. */
  libraryChanged: {
    from: ['extension'],
    payload: v.strictObject({
      articleIds: v.array(id),
      annotationIds: v.array(id),
    }),
  },
  /** A view without a database (Firefox, private window) uses the background's. The library knows its verbs, and checks what they take. */
  library: {
    from: ['extension'],
    payload: v.strictObject({
      verb,
      given: v.pipe(v.array(v.unknown()), v.maxLength(3)),
    }),
  },
  libraryStanding: { from: ['extension'], payload: v.strictObject({ after: verb }) },
  /** Ends the import that such a view began; what was written stays and can be undone. */
  stopImport: { from: ['extension'], payload: none },
  /** "Annotate this page anyway". */
  annotateTab: { from: ['extension'], payload: v.strictObject({ tabId: v.pipe(v.number(), v.integer()) }) },
  /** Begins reading by sentence in the caller's own tab. */
  readHere: { from: ['page'], payload: none },
  /** Begins it in a tab. */
  readSentences: { from: ['extension'], payload: v.strictObject({ tabId: v.pipe(v.number(), v.integer()) }) },
  /** Shows an article in a tab, at one of its highlights. */
  openArticle: {
    from: ['extension'],
    payload: v.strictObject({ articleId: id, annotationId: v.nullable(id) }),
  },
} as const satisfies Record<string, Call>;

export type CallName = keyof typeof CALLS;
export type Payload<N extends CallName> = v.InferInput<(typeof CALLS)[N]['payload']>;

/** What a page needs to know of the library. */
export interface PageRecord {
  article: Article | null;
  annotations: Annotation[];
  /** Claims of other articles that cite this page as a source. */
  cited: Citation[];
  /** What was typed at these annotations and not stored before a crash or a reload. */
  kept: KeptText[];
  /** The annotation the reader asked for when opening this page. */
  scrollTo: string | null;
  /** Whether the toolbar appears on selection (the reader may switch it off). */
  toolbar: boolean;
  /** The claim that sources are sought for. */
  inHand: InHand | null;
  /** How views look and speak; null where they do already. */
  manner: Manner | null;
}

export interface Answers {
  pageSeen: null;
  pageDescribed: null;
  openPage: PageRecord;
  styleHighlights: null;
  annotate: { annotation: Annotation; actionId: string };
  patchAnnotation: Annotation;
  addSource: Annotation;
  removeAnnotation: { actionId: string };
  undo: null;
  speakerOf: string;
  useAsSource: { words: string; sourceId: string };
  takeBackSource: null;
  judgeSource: null;
  takeInHand: null;
  putDown: null;
  reportAnchors: null;
  reportVersion: Pick<PageVisit, 'since' | 'headlines'>;
  openClaim: null;
  showCard: null;
  openSidebar: null;
  keepText: null;
  dropText: null;
  libraryChanged: null;
  /** What the verb gives; typed where it is asked. */
  library: unknown;
  libraryStanding: unknown;
  stopImport: null;
  /** Whether there is anything to annotate. */
  annotateTab: boolean;
  readHere: null;
  readSentences: null;
  /** Whether there is such an article. */
  openArticle: boolean;
}

/** Orders to the annotator in a page, from extension pages and the background. */
export interface PageCalls {
  /** Is an annotator here, and what has it found? */
  readPage: { payload: null; answer: PageReading };
  scrollTo: { payload: { id: string }; answer: boolean };
  /** Mark what the reader has selected; `then` opens the quick editor on it. */
  markSelection: {
    payload: { color: Annotation['color'] | null; then: 'note' | 'source' | null };
    answer: boolean;
  };
  /** Describe what the reader has selected, without storing anything. */
  describeSelection: { payload: null; answer: Annotation['target'] | null };
  /** Describe where an annotation (also a suggested one) stands now, as a target of its own. */
  describeAnnotation: { payload: { id: string }; answer: Annotation['target'] | null };
  /** Links in an annotation's words or beside them. */
  linksAt: { payload: { id: string }; answer: FoundLink[] };
  /** What is selected becomes a source of the claim in hand. @returns whether there was a selection and a claim. */
  useSelection: { payload: null; answer: boolean };
  /** A source was attached from this page: say so, with Undo. */
  sayUsed: { payload: { words: string; sourceId: string }; answer: null };
  /** The library changed: read this page's annotations again. */
  refresh: { payload: { annotationIds: string[] }; answer: null };
  /** Another address is shown in the same document. */
  pageMoved: { payload: { url: string }; answer: null };
  /** This page is no article and holds nothing of the reader's: take everything away. */
  leave: { payload: null; answer: null };
}

/** What this visit saw of an annotated article, and what earlier ones saw. */
export interface PageVisit {
  now: VersionDraft;
  /** The visit to compare with; null on the first one. */
  since: Version | null;
  /** Earlier headlines, newest first. */
  headlines: string[];
}

export interface PageReading {
  url: string;
  detection: Detection | null;
  metadata: ArticleMetadata | null;
  anchored: Anchored[];
  /** Claims that cite this page, and where their passage stands; null where the page as a whole is cited. */
  cited: { citation: Citation; place: Anchored | null }[];
  /** The page has more text than is read: highlights beyond can't be found. */
  isCut: boolean;
  /** Null where the article is not annotated or its text is still coming. */
  visit: PageVisit | null;
}

/** News to every open extension page. */
export interface News {
  changed: { articleIds: string[]; annotationIds: string[] };
  anchored: { tabId: number };
  cardShown: { tabId: number; id: string };
  /** How far an import is that a view without a database began. */
  importing: { done: number; total: number };
}
