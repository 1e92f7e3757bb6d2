import { CallError, call } from '#messaging/call.ts';
import type { LibraryVerb, STANDING_VERBS } from '#messaging/libraryVerbs.ts';
import { onNews } from '#messaging/servePage.ts';
import {
  everyArticle,
  type ImportChoices,
  LIBRARY_FAULTS,
  type Library,
  LibraryError,
  type LibraryStanding,
} from '#storage/index.ts';

/** What stands in the library under a path: `Library['articles']['find']` for "articles.find". */
type At<T, Path> = Path extends `${infer Group}.${infer Verb}`
  ? Group extends keyof T
    ? At<T[Group], Verb>
    : never
  : Path extends keyof T
    ? T[Path]
    : never;

/**
 * The library as the background has it, for views to which the browser gives no database: Firefox in private
 * windows. Every verb travels as a message; faults come back as the same `LibraryError`.
 */
export async function backgroundLibrary(): Promise<Library> {
  let standing = await standingAfter('check');
  const look = async (after: (typeof STANDING_VERBS)[number]) => {
    standing = await standingAfter(after);
    return standing.status;
  };
  const page = verb('articles.page');
  return {
    articles: {
      find: verb('articles.find'),
      get: verb('articles.get'),
      getOrCreate: verb('articles.getOrCreate'),
      refreshFromPage: verb('articles.refreshFromPage'),
      patch: verb('articles.patch'),
      recent: verb('articles.recent'),
      summary: verb('articles.summary'),
      everything: (pageSize) => everyArticle(page, pageSize),
      page,
      remove: verb('articles.remove'),
      merge: verb('articles.merge'),
      split: verb('articles.split'),
      count: verb('articles.count'),
    },
    annotations: {
      forArticle: verb('annotations.forArticle'),
      get: verb('annotations.get'),
      claims: verb('annotations.claims'),
      create: verb('annotations.create'),
      patch: verb('annotations.patch'),
      addSource: verb('annotations.addSource'),
      patchSource: verb('annotations.patchSource'),
      removeSource: verb('annotations.removeSource'),
      earlierNotes: verb('annotations.earlierNotes'),
      reportAnchors: verb('annotations.reportAnchors'),
      remove: verb('annotations.remove'),
      restore: verb('annotations.restore'),
      count: verb('annotations.count'),
    },
    versions: { visit: verb('versions.visit'), forArticle: verb('versions.forArticle') },
    trash: { list: verb('trash.list'), restore: verb('trash.restore'), purge: verb('trash.purge') },
    drafts: {
      put: verb('drafts.put'),
      get: verb('drafts.get'),
      list: verb('drafts.list'),
      clear: verb('drafts.clear'),
    },
    backup: {
      export: verb('backup.export'),
      preview: verb('backup.preview'),
      import: (file, choices) => followed(choices, (plain) => verb('backup.import')(file, plain)),
      restore: (file, choices) => followed(choices, (plain) => verb('backup.restore')(file, plain)),
      snapshot: verb('backup.snapshot'),
      snapshotIfDue: verb('backup.snapshotIfDue'),
      openSnapshot: verb('backup.openSnapshot'),
      last: verb('backup.last'),
      verify: verb('backup.verify'),
      noteFile: verb('backup.noteFile'),
      lastFile: verb('backup.lastFile'),
      unsavedElsewhere: verb('backup.unsavedElsewhere'),
    },
    actions: verb('actions'),
    undo: verb('undo'),
    redo: verb('redo'),
    search: verb('search'),
    stats: verb('stats'),
    persist: verb('persist'),
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
    idle: verb('idle'),
    close: async () => undefined,
  };
}

function verb<V extends LibraryVerb>(name: V): At<Library, V> {
  const ask = async (...given: unknown[]) => {
    // Messages know no `undefined`: what was not found comes back as null.
    return (await call('library', { verb: name, given }).catch(asLibraryError)) ?? undefined;
  };
  return ask as unknown as At<Library, V>;
}

const standingAfter = async (after: (typeof STANDING_VERBS)[number]) =>
  (await call('libraryStanding', { after }).catch(asLibraryError)) as LibraryStanding;

/** Progress comes as news, and a signal to stop goes as a call. */
async function followed<T>(
  choices: ImportChoices | undefined,
  run: (plain: ImportChoices) => Promise<T>,
): Promise<T> {
  const { onProgress, signal, ...plain } = choices ?? {};
  const ended = new AbortController();
  onNews({ importing: ({ done, total }) => onProgress?.(done, total) }, ended.signal);
  const stop = () => void call('stopImport', null).catch((error) => console.error('Claimlight:', error));
  signal?.addEventListener('abort', stop, { signal: ended.signal });
  try {
    return await run(plain);
  } finally {
    ended.abort();
  }
}

function asLibraryError(error: unknown): never {
  const [, name] = (error instanceof CallError && /^LibraryError\.(\w+)$/.exec(error.name)) || [];
  const fault = LIBRARY_FAULTS.find((one) => one === name);
  throw fault && error instanceof Error ? new LibraryError(fault, error.message) : error;
}
