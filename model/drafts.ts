import * as v from 'valibot';
import { dateField, idField, nameList, noteField, nullablePageLine, timeField, urlField } from './fields.ts';
import { ARTICLE_KINDS, COLORS, HISTORY_KINDS, OUTCOMES } from './records.ts';
import {
  AnchorReportSchema,
  ArticleMetadataSchema,
  ClaimSchema,
  SourceSchema,
  TargetSchema,
} from './schemas.ts';
import { CAPS, LIMITS } from './text.ts';
import { webAddress } from './webAddress.ts';

/*
 * What callers hand in: drafts (a record before it has an id and times) and patches (some fields of a
 * record). In a patch an absent key leaves the field alone; `null` removes an optional field.
 */

/** The addresses of a page, best first. Unusable ones are left out; at least one must remain. */
const addressesField = v.pipe(
  v.array(v.string()),
  v.transform((addresses) => {
    const usable = addresses.slice(0, CAPS.urls).map(webAddress);
    return [...new Set(usable.filter((address) => address !== undefined))];
  }),
  v.minLength(1),
);

/** Tags are a set: what a view may say is what joins it and what leaves it, never what it was last seen to be. */
export const TagChangeSchema = v.strictObject({ add: nameList(CAPS.tags), remove: nameList(CAPS.tags) });
export type TagChange = v.InferOutput<typeof TagChangeSchema>;

/** An article as the page shows it now: enough to find its record or to make one. */
export const ArticleDraftSchema = v.strictObject({
  addresses: addressesField,
  metadata: ArticleMetadataSchema,
  kind: v.picklist(ARTICLE_KINDS),
});
export type ArticleDraft = v.InferOutput<typeof ArticleDraftSchema>;

/** What the page says on a later visit. */
export const ArticleRefreshSchema = v.strictObject({
  addresses: addressesField,
  metadata: ArticleMetadataSchema,
  kind: v.optional(v.picklist(ARTICLE_KINDS)),
});
export type ArticleRefresh = v.InferOutput<typeof ArticleRefreshSchema>;

/** Fields of an article that the reader may change. Metadata set here is no longer overwritten by the page. */
export const ArticlePatchSchema = v.partial(
  v.strictObject({
    title: nullablePageLine,
    authors: nameList(CAPS.authors),
    site: nullablePageLine,
    section: nullablePageLine,
    language: nullablePageLine,
    publishedAt: v.nullable(dateField),
    modifiedAt: v.nullable(dateField),
    description: v.nullable(noteField),
    kind: v.picklist(ARTICLE_KINDS),
    tags: TagChangeSchema,
    note: noteField,
    archived: v.nullable(v.strictObject({ url: urlField, at: timeField })),
  }),
);
export type ArticlePatch = v.InferOutput<typeof ArticlePatchSchema>;

const { id: _id, ...sourceFields } = SourceSchema.entries;

/** A source before it is stored: whatever is not given gets an empty or neutral value. */
export const SourceDraftSchema = v.pipe(
  v.strictObject({ ...v.partial(v.strictObject(sourceFields)).entries, id: v.optional(idField) }),
  v.check(
    ({ url, title, note, quote }) => Boolean(url || title || note || quote),
    'Expected at least a URL, a title, a quote or a note',
  ),
);
export type SourceDraft = v.InferOutput<typeof SourceDraftSchema>;

export const SourcePatchSchema = v.partial(
  v.strictObject({ ...sourceFields, wire: v.nullable(SourceSchema.entries.title) }),
);
export type SourcePatch = v.InferOutput<typeof SourcePatchSchema>;

/** Claim fields; `type` and the rest get neutral values when the claim is new. */
export const ClaimPatchSchema = v.partial(
  v.strictObject({
    ...ClaimSchema.entries,
    verdict: v.nullable(noteField),
    reason: v.nullable(noteField),
    outcome: v.nullable(v.picklist(OUTCOMES)),
    resolveBy: v.nullable(v.pipe(dateField, v.maxLength(10))),
  }),
);
export type ClaimPatch = v.InferOutput<typeof ClaimPatchSchema>;

/** A reader's decision about wording or place, added to the annotation's history. */
export const DecisionSchema = v.strictObject({
  kind: v.picklist(HISTORY_KINDS),
  before: noteField,
  after: noteField,
});

/** A new annotation, with the id of its article or what is needed to find or make the article. */
export const AnnotationDraftSchema = v.pipe(
  v.strictObject({
    /** Made by the caller so that a repeated call after an unclear failure stores it only once. */
    id: v.optional(idField),
    /** Another annotation of the same article, made by the same press: one undo takes back both. */
    besideId: v.optional(idField),
    articleId: v.optional(idField),
    article: v.optional(ArticleDraftSchema),
    url: urlField,
    target: TargetSchema,
    color: v.picklist(COLORS),
    note: v.optional(noteField),
    tags: v.optional(nameList(CAPS.tags)),
    claim: v.optional(ClaimPatchSchema),
    source: v.optional(SourceDraftSchema),
    anchor: v.optional(AnchorReportSchema),
  }),
  v.check(
    ({ articleId, article }) => articleId !== undefined || article !== undefined,
    'Expected articleId or article',
  ),
);
export type AnnotationDraft = v.InferOutput<typeof AnnotationDraftSchema>;

export const AnnotationPatchSchema = v.partial(
  v.strictObject({
    color: v.picklist(COLORS),
    note: noteField,
    tags: TagChangeSchema,
    claim: v.nullable(ClaimPatchSchema),
    retarget: v.nullable(TargetSchema),
    /** Adds an entry to the history; usually together with `retarget`. */
    decision: DecisionSchema,
    /** Takes the entry out of the history: of two wordings the reader has chosen what stands. */
    settled: v.strictObject({ ...DecisionSchema.entries, at: timeField }),
    anchor: AnchorReportSchema,
  }),
);
export type AnnotationPatch = v.InferOutput<typeof AnnotationPatchSchema>;

/** What the editor had before its edit, so that a change made elsewhere meanwhile is noticed. */
export const PatchBaseSchema = v.strictObject({
  note: v.optional(noteField),
  authors: v.optional(nameList(CAPS.authors)),
});
export type PatchBase = v.InferOutput<typeof PatchBaseSchema>;

/** What the page said about an annotation's place. */
export const ReportedAnchorSchema = v.strictObject({ id: idField, anchor: AnchorReportSchema });
export type ReportedAnchor = v.InferOutput<typeof ReportedAnchorSchema>;

/** A version digest before it is stored. */
export const VersionDraftSchema = v.strictObject({
  seenAt: timeField,
  headline: v.pipe(v.string()),
  modifiedAt: v.nullable(dateField),
  paragraphs: v.pipe(v.string(), v.maxLength(4_000)),
  corrected: v.boolean(),
  partial: v.optional(v.boolean()),
});
export type VersionDraft = v.InferOutput<typeof VersionDraftSchema>;

/** Text not yet saved, by where it was typed and what it is: "typed:page:note ID". */
export const UnsavedTextSchema = v.strictObject({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.url + 100)),
  /** The surface's own fields. */
  fields: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(LIMITS.name)), noteField),
    v.maxEntries(LIMITS.fields),
  ),
  /** The view that kept it: another one clears only what it knows. */
  by: v.optional(idField),
});
export type UnsavedText = v.InferOutput<typeof UnsavedTextSchema>;
