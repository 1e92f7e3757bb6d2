import type {
  AnnotationPatch,
  ArticlePatch,
  ArticleRefresh,
  ClaimPatch,
  PatchBase,
  SourceDraft,
  SourcePatch,
  TagChange,
} from '#model/drafts.ts';
import { nextRevision } from '#model/nextRevision.ts';
import type { Annotation, Article, Claim, HistoryEntry, Source } from '#model/records.ts';
import { CAPS, clip, LIMITS } from '#model/text.ts';
import { sameJson } from './sameJson.ts';

/*
 * Pure: a record and a change in, the record's next state out. They run inside the transaction, on the
 * state that is stored at that moment, so that two open panels never overwrite each other's fields.
 */

/** A claim's fields over what it said before; neutral values where it is new. */
export function applyClaimPatch(claim: Claim | undefined, patch: ClaimPatch): Claim {
  const { verdict, reason, resolveBy, outcome, ...plain } = patch;
  const next: Claim = {
    ...(claim ?? { statement: '', type: 'other', attribution: '', status: 'open' }),
    ...withoutUndefined(plain),
  };
  if (verdict !== undefined) next.verdict = verdict ?? undefined;
  if (reason !== undefined) next.reason = reason ?? undefined;
  if (resolveBy !== undefined) next.resolveBy = resolveBy ?? undefined;
  if (outcome !== undefined) next.outcome = outcome ?? undefined;
  return next;
}

export function applyAnnotationPatch(
  annotation: Annotation,
  patch: AnnotationPatch,
  base: PatchBase | undefined,
  now: string,
): { annotation: Annotation; conflict: boolean } {
  const { claim, retarget, decision, settled, tags, ...plain } = patch;
  const next: Annotation = { ...annotation, ...withoutUndefined(plain) };
  if (tags) next.tags = changedTags(annotation.tags, tags);
  if (claim === null) next.claim = undefined;
  else if (claim) next.claim = applyClaimPatch(annotation.claim, claim);
  if (retarget !== undefined) next.retarget = retarget ?? undefined;
  if (settled) next.history = annotation.history.filter((one) => !sameJson(one, settled));
  const added: HistoryEntry[] = [];
  if (decision) added.push({ at: now, ...decision });
  const conflict = noteConflict(annotation.note, patch.note, base);
  if (conflict) added.push({ at: now, kind: 'note-conflict', before: annotation.note, after: next.note });
  if (added.length > 0) next.history = [...next.history, ...added].slice(-CAPS.history);
  return { annotation: stamped(annotation, next, now), conflict };
}

/** Tags in the order in which they came. More than a record may have are refused when it is stored. */
function changedTags(tags: string[], { add, remove }: TagChange): string[] {
  return [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag));
}

/** Whether the stored note is somebody else's: neither what the editor started from nor what it writes. */
function noteConflict(stored: string, written: string | undefined, base: PatchBase | undefined): boolean {
  if (written === undefined || base?.note === undefined) return false;
  return stored !== base.note && stored !== written && stored.trim() !== '';
}

/**
 * A list of names written over `base`, as a change of what is stored now: what another window added stays, what it removed
 * is not brought back by a list that merely still had it.
 */
const changedNames = (stored: string[], base: string[], written: string[]): string[] => [
  ...written.filter((name) => stored.includes(name) || !base.includes(name)),
  ...stored.filter((name) => !base.includes(name) && !written.includes(name)),
];

/** An article's patch. Metadata the reader sets is remembered as `edited`. A conflicting note is appended. */
export function applyArticlePatch(
  article: Article,
  patch: ArticlePatch,
  base: PatchBase | undefined,
  now: string,
): Article {
  const { tags, archived, ...plain } = patch;
  const next: Article = { ...article, ...withoutUndefined(plain) };
  if (archived !== undefined) next.archived = archived ?? undefined;
  if (tags) next.tags = changedTags(article.tags, tags);
  if (patch.authors && base?.authors)
    next.authors = changedNames(article.authors, base.authors, patch.authors).slice(0, CAPS.authors);
  const { note: _note, ...metadata } = withoutUndefined(plain);
  next.edited = [...new Set([...article.edited, ...Object.keys(metadata)])];
  // An article has no history to keep the other version in, so it stays in the note itself; where both together are
  // too long, the journal has its end.
  if (noteConflict(article.note, patch.note, base))
    next.note = clip(`${next.note}\n\n---\n\n${article.note}`, LIMITS.note);
  return stamped(article, next, now);
}

/**
 * What the page says on a later visit. A fact the page no longer states is kept, fields the reader
 * edited are kept, a new title joins the history. Not an edit: `updatedAt` stays.
 */
export function applyRefresh(
  article: Article,
  page: ArticleRefresh,
  addresses: string[],
  now: string,
): Article {
  const stated = Object.entries(page.metadata).filter(([name, value]) => {
    const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    return !empty && !article.edited.includes(name);
  });
  const next: Article = { ...article, ...Object.fromEntries(stated) };
  next.urls = [...new Set([...article.urls, ...addresses])].slice(0, CAPS.urls);
  if (page.kind && page.kind !== 'other' && !article.edited.includes('kind')) next.kind = page.kind;
  const seen = page.metadata.title;
  if (seen !== null && seen !== article.titleHistory.at(-1)?.title) {
    next.titleHistory = [...article.titleHistory, { title: seen, seenAt: now }].slice(-CAPS.titles);
  }
  return sameJson(article, next) ? article : { ...next, revision: nextRevision(article.revision) };
}

/** A source as stored from what was given. */
export function newSource(draft: SourceDraft, id: string, now: string): Source {
  return {
    url: '',
    title: '',
    site: '',
    authors: [],
    publishedAt: null,
    accessedAt: now,
    stance: 'context',
    tier: 'unknown',
    kind: '',
    quote: null,
    locator: '',
    archivedUrl: '',
    note: '',
    ...withoutUndefined(draft),
    id: draft.id ?? id,
  };
}

export function applySourcePatch(source: Source, patch: SourcePatch): Source {
  const { wire, ...plain } = patch;
  const next: Source = { ...source, ...withoutUndefined(plain) };
  if (wire !== undefined) next.wire = wire ?? undefined;
  return next;
}

/** The next state with its revision and time, or the old record itself where nothing changed. */
export function stamped<T extends Article | Annotation>(before: T, after: T, now: string): T {
  if (sameJson(before, after)) return before;
  return { ...after, revision: nextRevision(before.revision), updatedAt: now };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
