import { tell } from '#messaging/call.ts';
import type { ImportChoices, LibraryStanding } from '#storage/index.ts';
import { isLibraryVerb, STANDING_VERBS } from '#storage/libraryVerbs.ts';
import { library } from './library.ts';

let importing: AbortController | undefined;

/**
 * Does a verb of the library for a view that has no database. Writes are announced to every view, as always.
 * Rejects as the verb does, or where there is none of that name.
 */
export async function runVerb(verb: string, given: unknown[]): Promise<unknown> {
  if (!isLibraryVerb(verb)) throw new Error(`The library has no verb "${verb}".`);
  if (verb === 'backup.import' || verb === 'backup.restore') {
    const [file, choices] = given as [Blob, ImportChoices | undefined];
    return importFile(verb === 'backup.import' ? 'import' : 'restore', file, choices);
  }
  let found: unknown = await library();
  for (const name of verb.split('.')) found = (found as Record<string, unknown>)[name];
  return (found as (...given: unknown[]) => unknown)(...given);
}

/** Does a verb after which the library may stand otherwise. @returns how it stands then. */
export async function standingAfter(name: string): Promise<LibraryStanding> {
  const verb = STANDING_VERBS.find((one) => one === name);
  if (!verb) throw new Error(`The library has no verb "${name}".`);
  const store = await library();
  await store[verb]();
  const { status, loss, fault } = store;
  return {
    status,
    loss: loss ?? null,
    fault: fault ? { fault: fault.fault, message: fault.message } : null,
  };
}

/** Messages carry no functions: progress is told as news, and `stopImport` is the signal to end. */
async function importFile(verb: 'import' | 'restore', file: Blob, choices?: ImportChoices): Promise<unknown> {
  // Before any await: the order to stop may follow at once.
  importing = new AbortController();
  const { signal } = importing;
  const onProgress = (done: number, total: number) => void tell('importing', { done, total });
  return (await library()).backup[verb](file, { ...choices, onProgress, signal });
}

export function stopImport(): void {
  importing?.abort();
}
