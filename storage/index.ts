export type * from './backup/verbs.ts';
export type { KeyValue } from './beacon.ts';
export { LibraryError } from './errors.ts';
export { everyArticle } from './everyArticle.ts';
export type * from './library.ts';
export { type LibraryOptions, openLibrary } from './openLibrary.ts';
export type { SyncStanding } from './sync/verbs.ts';
