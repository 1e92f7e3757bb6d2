export type * from './backup/verbs';
export type { KeyValue } from './beacon';
export { LibraryError } from './errors';
export type * from './library';
export { type LibraryOptions, openLibrary } from './openLibrary';
