/** What can go wrong with the library, in the reader's terms. */
export const LIBRARY_FAULTS = [
  /** The disk or the quota is full; nothing was written. */
  'full',
  /** The browser gives this window no database (Firefox with history switched off). */
  'unavailable',
  /** The database was written by a newer version of the program. */
  'newer',
  /** Another window holds an old version open and did not let go. */
  'blocked',
  /** The browser can't read what is on disk. */
  'damaged',
  /** What was handed in is not allowed to be stored. */
  'refused',
  /** The record was purged meanwhile. */
  'gone',
  /** A file that was found whole could not be read to its end a second time: changed, moved or unplugged. */
  'fileGone',
  /** The write was interrupted; nothing was written, trying again may work. */
  'interrupted',
] as const;
export type LibraryFault = (typeof LIBRARY_FAULTS)[number];
