import type { Library } from './library.ts';

type Verb = (...given: never[]) => unknown;

/** The paths of the verbs in what stands under a name: "articles.find", "undo". */
type PathsIn<T, Name extends string> = T extends Verb
  ? Name
  : T extends object
    ? `${Name}.${keyof T & string}`
    : never;

type VerbPath = { [Name in keyof Library & string]: PathsIn<Library[Name], Name> }[Exclude<
  keyof Library & string,
  // How it stands, which is no verb.
  'status' | 'loss' | 'fault'
>];

/** Verbs after which the library may stand otherwise than before; they tell how it stands. */
export const STANDING_VERBS = ['check', 'rebuild', 'acceptLoss'] as const satisfies VerbPath[];
export type StandingVerb = (typeof STANDING_VERBS)[number];

/**
 * Verbs that a view without a database does by itself: going through pages, letting go of nothing. It has no part in
 * sync and keeps no folder, because keys and folders can't travel as messages.
 */
type OwnVerb = 'articles.everything' | 'close' | Extract<VerbPath, `sync.${string}` | `vault.${string}`>;

/**
 * The verbs that the background does for a view which has no database of its own: all others. Each checks what it is
 * given as it does for a view that calls it directly.
 */
export const LIBRARY_VERBS = [
  'articles.find',
  'articles.get',
  'articles.some',
  'articles.getOrCreate',
  'articles.refreshFromPage',
  'articles.patch',
  'articles.recent',
  'articles.summary',
  'articles.page',
  'articles.remove',
  'articles.merge',
  'articles.split',
  'articles.count',
  'annotations.forArticle',
  'annotations.get',
  'annotations.some',
  'annotations.claims',
  'annotations.due',
  'annotations.create',
  'annotations.patch',
  'annotations.patchAll',
  'annotations.addSource',
  'annotations.patchSource',
  'annotations.removeSource',
  'annotations.earlierNotes',
  'annotations.reportAnchors',
  'annotations.remove',
  'annotations.restore',
  'annotations.count',
  'versions.visit',
  'versions.forArticle',
  'trash.list',
  'trash.restore',
  'trash.purge',
  'drafts.put',
  'drafts.get',
  'drafts.list',
  'drafts.clear',
  'backup.export',
  'backup.preview',
  'backup.import',
  'backup.restore',
  'backup.snapshot',
  'backup.snapshotIfDue',
  'backup.openSnapshot',
  'backup.last',
  'backup.verify',
  'backup.noteFile',
  'backup.lastFile',
  'backup.unsavedElsewhere',
  'actions',
  'undo',
  'redo',
  'search',
  'overview',
  'facets',
  'figures',
  'stats',
  'persist',
  'idle',
] as const satisfies VerbPath[];
export type LibraryVerb = (typeof LIBRARY_VERBS)[number];

/** A verb of the library that stands in none of the lists is named here by the compiler. */
type Forgotten = Exclude<VerbPath, LibraryVerb | StandingVerb | OwnVerb>;
const nothingForgotten: [Forgotten] extends [never] ? true : Forgotten = true;

export const isLibraryVerb = (name: string): name is LibraryVerb =>
  nothingForgotten && LIBRARY_VERBS.some((one) => one === name);
