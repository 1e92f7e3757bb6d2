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

/**
 * An error of the library that can be told to the reader. `sentence` and `nextStep` are keys of the
 * locale file: what happened, and what to do now.
 */
export class LibraryError extends Error {
  override name = 'LibraryError';
  readonly sentence: string;
  readonly nextStep: string;

  readonly fault: LibraryFault;

  constructor(fault: LibraryFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
    this.sentence = `libraryFault.${fault}.sentence`;
    this.nextStep = `libraryFault.${fault}.nextStep`;
  }
}

/** Names of DOMExceptions that browsers were seen to throw, with what they mean. */
const FAULT_BY_NAME: Record<string, LibraryFault> = {
  QuotaExceededError: 'full',
  // Chromium's LevelDB says DataError when the disk is full; our own keys are always valid.
  DataError: 'full',
  InvalidStateError: 'unavailable',
  SecurityError: 'unavailable',
  VersionError: 'newer',
  NotReadableError: 'damaged',
  UnknownError: 'damaged',
  ConstraintError: 'refused',
  DataCloneError: 'refused',
  AbortError: 'interrupted',
  TransactionInactiveError: 'interrupted',
  TimeoutError: 'interrupted',
};

/** Turns whatever IndexedDB threw into a `LibraryError`, keeping the original as its cause. */
export function toLibraryError(error: unknown): LibraryError {
  if (error instanceof LibraryError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const message = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  if (name === 'ValiError') return new LibraryError('refused', message, { cause: error });
  return new LibraryError(FAULT_BY_NAME[name] ?? 'interrupted', message || name, { cause: error });
}
