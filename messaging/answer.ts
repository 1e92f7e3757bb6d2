import { LIBRARY_FAULTS, type LibraryFault } from '#model/libraryFaults.ts';
import { logFault } from '#model/logFault.ts';
import type { Reply } from './call.ts';

/** What the other end is told when nothing was done. */
export const refuse = (name: string, message: string, fault: LibraryFault | null = null): Reply => ({
  ok: false,
  error: { name, message, fault },
});

/** Runs a handler; what it throws travels as a name, a message and the library's fault. */
export async function answer(run: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await run()) ?? null };
  } catch (error) {
    logFault(error);
    if (!(error instanceof Error)) return refuse('Error', String(error));
    return refuse(error.name, error.message, isLibraryFault(error) ? error.fault : null);
  }
}

const isLibraryFault = (error: object): error is { fault: LibraryFault } =>
  'fault' in error && LIBRARY_FAULTS.some((one) => one === error.fault);
