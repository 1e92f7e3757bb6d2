export type * from './backup/verbs';
export { IMPORT_FAULTS } from './backup/verbs';
export type { KeyValue } from './beacon';
export { LIBRARY_FAULTS, LibraryError, type LibraryFault } from './errors';
export type * from './library';
export { type LibraryOptions, openLibrary } from './openLibrary';
