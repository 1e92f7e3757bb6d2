/**
 * The records Claimlight keeps. All times are ISO 8601 in UTC, all text offsets are UTF-16 units.
 * Vocabulary: W3C Web Annotation Data Model (targets, selectors) and schema.org (claims, articles).
 */

/** A colour *role*; the actual colour is a style-sheet matter, so themes and forced colours can change it. */
export const COLORS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type Color = (typeof COLORS)[number];

/** Full Fact's claim types (Konstantinovskiy et al. 2018) and quotations. */
export const CLAIM_TYPES = [
  'quantity',
  'causation',
  'law',
  'prediction',
  'personal',
  'quote',
  'other',
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const STANCES = ['supports', 'disputes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

export const TIERS = ['primary', 'secondary', 'unknown'] as const;
export type Tier = (typeof TIERS)[number];

export const ANCHOR_STATES = ['exact', 'changed', 'suggested', 'missing'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

export const ARTICLE_KINDS = ['news', 'article', 'other'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** Reader's own progress with a claim; never set by the program. */
export const CLAIM_STATUSES = ['open', 'checking', 'settled', 'dropped'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** How a prediction came out, in the reader's eyes. */
export const OUTCOMES = ['fulfilled', 'partly', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** W3C TextQuoteSelector without its type tag. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * How an annotation says where it stands: a TextQuoteSelector and a TextPositionSelector over the
 * article's normalised text, and hints. Never rewritten by the program.
 */
export interface Target extends Quote {
  /** Offset of the first unit of `exact` in the normalised text, UTF-16 units. */
  start: number;
  end: number;
  /** Length of the whole normalised text when the target was described. */
  length?: number | undefined;
  /** Ordinal of this occurrence among equal quotes, and how many there were: `[index, count]`. */
  occurrence?: [number, number] | undefined;
  /** Likeness 0..1 of the most similar *other* place in the text when the target was described. */
  twin?: number | undefined;
  /**
   * Stretches that browsers looking for a text directive do not read across, from and to in units after `start` (before
   * it: negative): another cell or block, hidden words, a drop cap's end; from and to differ where the text itself is
   * none that they find (a formula, words that touch the next box). Ends of sentences are left out.
   */
  seams?: [number, number][] | undefined;
  /** Element that held the start: p, li, td, figcaption, h2, … */
  block?: string | undefined;
  /** The nearest heading above, clipped. */
  heading?: string | undefined;
  /** Min-hash sketch of the whole text, base64; tells another article at the same address. */
  sketch?: string | undefined;
}

export interface ArticleMetadata {
  title: string | null;
  authors: string[];
  site: string | null;
  section: string | null;
  language: string | null;
  publishedAt: string | null;
  modifiedAt: string | null;
  /** As found in the page, with its zone; where its data are in UTC and it shows the outlet's clock, in that zone. */
  publishedRaw?: string | undefined;
  modifiedRaw?: string | undefined;
  canonicalUrl: string | null;
  description: string | null;
  image: string | null;
  /** True where the page says that its text is not free to read (schema.org isAccessibleForFree). */
  paywalled?: boolean | undefined;
  /** Correction or clarification notices found in the text, as written. */
  corrections?: string[] | undefined;
}

export interface Detection {
  kind: ArticleKind;
  /** Calibrated probability that the page is an article of the said kind, 0..1. */
  score: number;
  /** The strongest reasons first, in words a reader understands. */
  signals: string[];
}

export interface Article extends ArticleMetadata {
  id: string;
  /** Every address under which it was seen, normalised. */
  urls: string[];
  titleHistory: { title: string; seenAt: string }[];
  kind: ArticleKind;
  tags: string[];
  /** Markdown. */
  note: string;
  /** Names of metadata fields the reader edited; the page no longer overwrites them. */
  edited: string[];
  /** A copy in a web archive, as the reader gave it, and when. */
  archived?: { url: string; at: string } | undefined;
  createdAt: string;
  updatedAt: string;
  /** Counts up with every write. */
  revision: number;
  deletedAt?: string | undefined;
  /** Unknown imported fields, kept verbatim. */
  ext?: Record<string, unknown> | undefined;
}

export interface Source {
  id: string;
  /** http(s) only. Empty while the reader has only a title (a book, an interview). */
  url: string;
  title: string;
  site: string;
  authors: string[];
  publishedAt: string | null;
  accessedAt: string;
  stance: Stance;
  tier: Tier;
  /** What it is: document, dataset, study, statement, interview, article … free text. */
  kind: string;
  quote: Quote | null;
  /** Page, paragraph, timestamp. */
  locator: string;
  archivedUrl: string;
  /** When the reader gave the archived copy's address. */
  archivedAt?: string | undefined;
  /** Credited wire agency, if it is a wire copy. */
  wire?: string | undefined;
  note: string;
}

export interface Claim {
  /** The reader's restatement; empty means the quote itself. */
  statement: string;
  type: ClaimType;
  /** Who asserts it. */
  attribution: string;
  status: ClaimStatus;
  /** The reader's own words; never computed. */
  verdict?: string | undefined;
  /** Why the reader finds so. */
  reason?: string | undefined;
  /** The day on which a prediction can be judged, or to look again at another claim: YYYY-MM-DD, a day of the reader's calendar. */
  resolveBy?: string | undefined;
  /** What the reader answered when that day had come. */
  outcome?: Outcome | undefined;
}

/** What the last look at the page said. */
export interface AnchorReport {
  state: AnchorState;
  checkedAt: string;
  /** The words now standing there, where they differ. */
  textNow?: string | undefined;
  /** When the quote was last found as `exact` or `changed`. */
  lastSeenAt?: string | undefined;
  /** When the quote was last found word for word. */
  exactAt?: string | undefined;
}

export const HISTORY_KINDS = [
  'wording-accepted',
  'wording-kept',
  'reanchored',
  'note-conflict',
  'claim-conflict',
  'suggestion-accepted',
  'suggestion-refused',
  'both-kept',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** A reader's decision that must not be forgotten: a wording accepted, a conflicting note kept, a re-anchoring. */
export interface HistoryEntry {
  at: string;
  kind: HistoryKind;
  /** What stood before (quote or note text). */
  before: string;
  /** What stands after. */
  after: string;
}

export interface Annotation {
  id: string;
  articleId: string;
  /** The page's address at the moment of selection; empty for an imported mark of something without an address. */
  url: string;
  /** The quote as first marked: never rewritten. */
  target: Target;
  /** Where the reader re-anchored it or accepted a new wording; tried first when present. */
  retarget?: Target | undefined;
  anchor: AnchorReport;
  color: Color;
  /** Markdown. */
  note: string;
  tags: string[];
  claim?: Claim | undefined;
  sources: Source[];
  history: HistoryEntry[];
  createdAt: string;
  updatedAt: string;
  revision: number;
  deletedAt?: string | undefined;
  /** Where an imported annotation came from. */
  origin?: Record<string, unknown> | undefined;
  ext: Record<string, unknown>;
}

/** A digest of an annotated article on one visit; at most 4 kB as JSON. */
export interface Version {
  id: string;
  articleId: string;
  seenAt: string;
  headline: string;
  modifiedAt: string | null;
  /** Short hashes of the body's paragraphs in order, joined by spaces. */
  paragraphs: string;
  /** Whether a correction or clarification notice stood in the text. */
  corrected: boolean;
  /** When the article was last seen so; absent while it was seen once. */
  lastSeenAt?: string | undefined;
  /** The page says that its text is not free: this may be only a part of it. */
  partial?: boolean | undefined;
}

export type SourcingStatus = 'unsourced' | 'single source' | 'corroborated' | 'contested';
