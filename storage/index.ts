export type * from './backup/verbs';
export { IMPORT_FAULTS } from './backup/verbs';
export { LIBRARY_FAULTS, LibraryError, type LibraryFault } from './errors';
export type * from './library';
export { type KeyValue, type LibraryOptions, openLibrary } from './openLibrary';
