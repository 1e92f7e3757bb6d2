import { CallError, call } from '#messaging/call.ts';
import { onNews } from '#messaging/servePage.ts';
import { logFault } from '#model/logFault.ts';
import {
  everyArticle,
  type ImportChoices,
  type Library,
  LibraryError,
  type LibraryStanding,
} from '#storage/index.ts';
import { LIBRARY_VERBS, type LibraryVerb, type StandingVerb } from '#storage/libraryVerbs.ts';

/** Asks the background for a verb. Messages know no `undefined`: what was not found comes back as null. */
const ask = async (name: LibraryVerb, given: unknown[]) =>
  (await call('library', { verb: name, given }).catch(asLibraryError)) ?? undefined;

/**
 * The library as the background has it, for views to which the browser gives no database: Firefox in private
 * windows. Every verb travels as a message; faults come back as the same `LibraryError`.
 */
export async function backgroundLibrary(): Promise<Library> {
  let standing = await standingAfter('check');
  const look = async (after: StandingVerb) => {
    standing = await standingAfter(after);
    return standing.status;
  };
  const { articles, annotations, versions, trash, drafts, backup, ...alone } = verbs();
  return {
    annotations,
    versions,
    trash,
    drafts,
    ...alone,
    // Whoever watches a long deed can't travel as a message.
    undo: (actionId) => alone.undo(actionId),
    redo: (actionId) => alone.redo(actionId),
    articles: { ...articles, everything: (pageSize) => everyArticle(articles.page, pageSize) },
    backup: {
      ...backup,
      export: () => backup.export(),
      import: (file, choices) => followed(choices, (plain) => backup.import(file, plain)),
      restore: (file, choices) => followed(choices, (plain) => backup.restore(file, plain)),
    },
    // A window without a database has no part in it: keys and folders can't travel as messages.
    sync: {
      standing: async () => null,
      preview: notHere,
      begin: notHere,
      exchange: notHere,
      takeFile: notHere,
      makeFile: notHere,
      change: notHere,
      forget: notHere,
      leave: notHere,
    },
    vault: {
      standing: async () => null,
      begin: notHere,
      changedSince: notHere,
      names: notHere,
      keepNames: notHere,
      note: notHere,
      end: notHere,
    },
    get status() {
      return standing.status;
    },
    get loss() {
      return standing.loss ?? undefined;
    },
    get fault() {
      const { fault } = standing;
      return fault ? new LibraryError(fault.fault, fault.message) : undefined;
    },
    check: () => look('check'),
    rebuild: () => look('rebuild'),
    acceptLoss: async () => void (await look('acceptLoss')),
    close: async () => undefined,
  };
}

type Remote = Omit<Library, StandingVerb | 'sync' | 'close' | 'status' | 'loss' | 'fault'>;

/** What the list of verbs names, each as a message; in groups as in the library. */
function verbs(): Remote {
  const made: Record<string, unknown> = {};
  for (const path of LIBRARY_VERBS) {
    const [group = '', name] = path.split('.');
    const verb = (...given: unknown[]) => ask(path, given);
    made[group] = name === undefined ? verb : { ...(made[group] as object | undefined), [name]: verb };
  }
  // The compiler sees to it that the list is whole (storage/libraryVerbs.ts).
  return made as unknown as Remote;
}

const notHere = async (): Promise<never> => {
  throw new LibraryError('unavailable', 'Sync is set up in a window that has a database');
};

const standingAfter = async (after: StandingVerb) =>
  (await call('libraryStanding', { after }).catch(asLibraryError)) as LibraryStanding;

/** Progress comes as news, and a signal to stop goes as a call. */
async function followed<T>(
  choices: ImportChoices | undefined,
  run: (plain: ImportChoices) => Promise<T>,
): Promise<T> {
  const { onProgress, signal, ...plain } = choices ?? {};
  const ended = new AbortController();
  onNews({ importing: ({ done, total }) => onProgress?.(done, total) }, ended.signal);
  const stop = () => void call('stopImport', null).catch(logFault);
  signal?.addEventListener('abort', stop, { signal: ended.signal });
  try {
    return await run(plain);
  } finally {
    ended.abort();
  }
}

function asLibraryError(error: unknown): never {
  const fault = error instanceof CallError ? error.fault : null;
  throw fault && error instanceof Error ? new LibraryError(fault, error.message) : error;
}
