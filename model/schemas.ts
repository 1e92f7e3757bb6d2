import * as v from 'valibot';
import {
  dateField,
  dayField,
  foreignData,
  idField,
  likenessField,
  nameList,
  naturalField,
  noteField,
  nullablePageLine,
  offsetField,
  optionalUrlField,
  pageDate,
  pageLine,
  pageNames,
  pageParagraph,
  pageUrl,
  prefixField,
  quoteField,
  readerText,
  suffixField,
  timeField,
  urlField,
} from './fields.ts';
import {
  ANCHOR_STATES,
  type AnchorReport,
  type Annotation,
  ARTICLE_KINDS,
  type Article,
  type ArticleMetadata,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  type Claim,
  COLORS,
  type Detection,
  HISTORY_KINDS,
  type HistoryEntry,
  OUTCOMES,
  type Quote,
  type Source,
  STANCES,
  type Target,
  TIERS,
  type Version,
} from './records.ts';
import { CAPS, LIMITS } from './text.ts';

/*
 * One schema for each record. Unknown keys are refused everywhere; what passes may be stored. Parsing
 * twice gives what parsing once gave.
 */

export const QuoteSchema = v.strictObject({
  exact: quoteField,
  prefix: prefixField,
  suffix: suffixField,
});

export const TargetSchema = v.strictObject({
  ...QuoteSchema.entries,
  start: naturalField,
  end: naturalField,
  length: v.optional(naturalField),
  occurrence: v.optional(v.strictTuple([naturalField, naturalField])),
  twin: v.optional(likenessField),
  seams: v.optional(v.pipe(v.array(v.strictTuple([offsetField, offsetField])), v.maxLength(LIMITS.seams))),
  block: v.optional(readerText(LIMITS.name)),
  heading: v.optional(pageLine),
  sketch: v.optional(readerText(LIMITS.paragraph)),
});

/** What a page says about itself. Unusable dates and addresses become `null`, too much is clipped. */
export const ArticleMetadataSchema = v.strictObject({
  title: nullablePageLine,
  authors: pageNames,
  site: nullablePageLine,
  section: nullablePageLine,
  language: nullablePageLine,
  publishedAt: pageDate,
  modifiedAt: pageDate,
  publishedRaw: v.optional(pageLine),
  modifiedRaw: v.optional(pageLine),
  canonicalUrl: pageUrl,
  description: v.nullable(pageParagraph),
  image: pageUrl,
  paywalled: v.optional(v.boolean()),
  corrections: v.optional(
    v.pipe(
      v.array(pageParagraph),
      v.transform((notices) => notices.slice(0, CAPS.corrections)),
    ),
  ),
});

export const DetectionSchema = v.strictObject({
  kind: v.picklist(ARTICLE_KINDS),
  score: likenessField,
  signals: v.pipe(
    v.array(pageLine),
    v.transform((signals) => signals.slice(0, CAPS.signals)),
  ),
});

export const ArticleSchema = v.strictObject({
  ...ArticleMetadataSchema.entries,
  id: idField,
  urls: v.pipe(v.array(urlField), v.maxLength(CAPS.urls)),
  titleHistory: v.pipe(
    v.array(v.strictObject({ title: pageLine, seenAt: timeField })),
    v.maxLength(CAPS.titles),
  ),
  kind: v.picklist(ARTICLE_KINDS),
  tags: nameList(CAPS.tags),
  note: noteField,
  edited: nameList(CAPS.tags),
  archived: v.optional(v.strictObject({ url: urlField, at: timeField })),
  createdAt: timeField,
  updatedAt: timeField,
  revision: naturalField,
  deletedAt: v.optional(timeField),
  ext: v.optional(foreignData),
});

export const SourceSchema = v.strictObject({
  id: idField,
  url: optionalUrlField,
  title: readerText(LIMITS.line),
  site: readerText(LIMITS.line),
  authors: nameList(CAPS.authors),
  publishedAt: v.nullable(dateField),
  accessedAt: timeField,
  stance: v.picklist(STANCES),
  tier: v.picklist(TIERS),
  kind: readerText(LIMITS.name),
  quote: v.nullable(QuoteSchema),
  locator: readerText(LIMITS.line),
  archivedUrl: optionalUrlField,
  archivedAt: v.optional(timeField),
  wire: v.optional(readerText(LIMITS.name)),
  note: noteField,
});

export const ClaimSchema = v.strictObject({
  statement: readerText(LIMITS.note),
  type: v.picklist(CLAIM_TYPES),
  attribution: readerText(LIMITS.line),
  status: v.picklist(CLAIM_STATUSES),
  verdict: v.optional(readerText(LIMITS.note)),
  reason: v.optional(readerText(LIMITS.note)),
  resolveBy: v.optional(dayField),
  outcome: v.optional(v.picklist(OUTCOMES)),
});

export const AnchorReportSchema = v.strictObject({
  state: v.picklist(ANCHOR_STATES),
  checkedAt: timeField,
  textNow: v.optional(quoteField),
  lastSeenAt: v.optional(timeField),
  exactAt: v.optional(timeField),
});

export const HistoryEntrySchema = v.strictObject({
  at: timeField,
  kind: v.picklist(HISTORY_KINDS),
  before: noteField,
  after: noteField,
});

export const AnnotationSchema = v.strictObject({
  id: idField,
  articleId: idField,
  url: optionalUrlField,
  target: TargetSchema,
  retarget: v.optional(TargetSchema),
  anchor: AnchorReportSchema,
  color: v.picklist(COLORS),
  note: noteField,
  tags: nameList(CAPS.tags),
  claim: v.optional(ClaimSchema),
  sources: v.pipe(v.array(SourceSchema), v.maxLength(CAPS.sources)),
  history: v.pipe(v.array(HistoryEntrySchema), v.maxLength(CAPS.history)),
  createdAt: timeField,
  updatedAt: timeField,
  revision: naturalField,
  deletedAt: v.optional(timeField),
  origin: v.optional(foreignData),
  ext: foreignData,
});

export const VersionSchema = v.strictObject({
  id: idField,
  articleId: idField,
  seenAt: timeField,
  headline: pageLine,
  modifiedAt: pageDate,
  paragraphs: readerText(4_000),
  corrected: v.boolean(),
  lastSeenAt: v.optional(timeField),
  partial: v.optional(v.boolean()),
});

/** Compiles only while a schema's output and its interface have the same keys and types. */
type Agrees<Schema extends v.GenericSchema, T> = [
  v.InferOutput<Schema>,
  keyof v.InferOutput<Schema>,
] extends [T, keyof T]
  ? [T, keyof T] extends [v.InferOutput<Schema>, keyof v.InferOutput<Schema>]
    ? true
    : never
  : never;

true satisfies Agrees<typeof QuoteSchema, Quote>;
true satisfies Agrees<typeof TargetSchema, Target>;
true satisfies Agrees<typeof ArticleMetadataSchema, ArticleMetadata>;
true satisfies Agrees<typeof DetectionSchema, Detection>;
true satisfies Agrees<typeof ArticleSchema, Article>;
true satisfies Agrees<typeof SourceSchema, Source>;
true satisfies Agrees<typeof ClaimSchema, Claim>;
true satisfies Agrees<typeof AnchorReportSchema, AnchorReport>;
true satisfies Agrees<typeof HistoryEntrySchema, HistoryEntry>;
true satisfies Agrees<typeof AnnotationSchema, Annotation>;
true satisfies Agrees<typeof VersionSchema, Version>;
