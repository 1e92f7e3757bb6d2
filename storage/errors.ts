import type { LibraryFault } from '#model/libraryFaults.ts';

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
