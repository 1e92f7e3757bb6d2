export type * from './backup/verbs';
export type { KeyValue } from './beacon';
export { LIBRARY_FAULTS, LibraryError, type LibraryFault } from './errors';
export { everyArticle } from './everyArticle';
export type * from './library';
export { type LibraryOptions, openLibrary } from './openLibrary';
