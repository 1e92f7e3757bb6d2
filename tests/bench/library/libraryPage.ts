import { openDB } from 'idb';
import { type KeyValue, type Library, openLibrary } from '#storage/index.ts';
import { inventedLibrary } from './inventedLibrary.ts';

const map = new Map<string, unknown>();
const keyValue: KeyValue = {
  get: async (key) => map.get(key) ?? (key.includes('fresh') ? true : undefined),
  set: async (key, value) => void map.set(key, value),
  remove: async (key) => void map.delete(key),
};

const open = (): Promise<Library> => openLibrary({ name: 'bench', keyValue, session: keyValue });

/** Puts an invented library into the database. */
async function fill(size: number): Promise<void> {
  await (await open()).close();
  const { articles, annotations } = inventedLibrary(size);
  const database = await openDB('bench');
  for (const [store, records] of [
    ['articles', articles],
    ['annotations', annotations],
  ] as const) {
    for (let from = 0; from < records.length; from += 5_000) {
      const transaction = database.transaction(store, 'readwrite');
      for (const record of records.slice(from, from + 5_000)) void transaction.store.put(record);
      await transaction.done;
    }
  }
  const meta = await database.get('meta', 'library');
  await database.put('meta', { ...meta, seq: 1, count: annotations.length });
  database.close();
}

let library: Library;

declare global {
  interface Window {
    cpuMs?: () => Promise<number>;
  }
}
const cpu = async (): Promise<number> => (window.cpuMs ? await window.cpuMs() : performance.now());

/** Runs `work` and says what it took, ms: by the clock, and of this thread. */
async function timed(work: () => Promise<unknown>): Promise<{ ms: number; cpuMs: number }> {
  const cpuBegun = await cpu();
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  return { ms, cpuMs: (await cpu()) - cpuBegun };
}

const search = (query: string) => timed(() => library.search(query, { limit: 50, perArticle: 5 }));

async function start() {
  library = await open();
}

/** Waits until the texts that the search looks through are kept in their file. */
async function untilKept() {
  for (;;) {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('bench-search');
    const file = await folder.getFileHandle('texts.jsonl').catch(() => undefined);
    if (file && (await file.getFile()).size > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function bulk(count: number) {
  const { groups } = await library.overview('', { group: 'article' });
  const ids = groups.flatMap((group) => group.ids).slice(0, count);
  let actionId = '';
  const tag = await timed(async () => {
    const done = await library.annotations.patchAll(ids, { tags: { add: ['bulk'], remove: [] } });
    actionId = done.actionId ?? '';
  });
  const undo = await timed(() => library.undo(actionId));
  return { tag, undo };
}

/** A peer's plain way: every record is read and its texts looked through at each search. */
async function scan(word: string) {
  const database = await openDB('bench');
  const result = await timed(async () => {
    const all = await database.getAll('annotations');
    return all.filter((one) => JSON.stringify(one).toLowerCase().includes(word)).length;
  });
  database.close();
  return result;
}

Object.assign(window, {
  bench: {
    fill,
    start,
    untilKept,
    search,
    bulk,
    scan,
    recent: () => timed(() => library.articles.recent({ limit: 20 })),
    overview: (query: string, group: 'article' | 'tag' | 'source') =>
      timed(() => library.overview(query, { group })),
  },
});
