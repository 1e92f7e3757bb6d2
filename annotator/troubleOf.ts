import { CallError } from '#messaging/call.ts';
import type { LibraryFault } from '#model/libraryFaults.ts';
import type { Trouble } from './QuickState.ts';

/** Faults of the library that the reader can do something about. */
const TROUBLES: Partial<Record<LibraryFault, Trouble>> = {
  unavailable: 'notKept',
  full: 'full',
  damaged: 'damaged',
};

/** What a fault means for the reader in front of the page. */
export function troubleOf(error: unknown, isAlive: boolean): Trouble {
  if (!isAlive) return 'reload';
  const fault = error instanceof CallError ? error.fault : null;
  return (fault && TROUBLES[fault]) || 'failed';
}
