import type { Reply } from './call.ts';

/** What the other end is told when nothing was done. */
export const refuse = (name: string, message: string): Reply => ({ ok: false, error: { name, message } });

/** Runs a handler; what it throws travels as a name and a message. */
export async function answer(run: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await run()) ?? null };
  } catch (error) {
    console.error('Claimlight:', error);
    if (!(error instanceof Error)) return refuse('Error', String(error));
    // What the library says went wrong, so that the page can tell the reader: "LibraryError.full".
    const { fault } = error as { fault?: unknown };
    return refuse(typeof fault === 'string' ? `${error.name}.${fault}` : error.name, error.message);
  }
}
