import { openDB } from 'idb';
import { type KeyValue, type Library, openLibrary } from '#storage/index.ts';
import type { Carrier } from '#sync/Carrier.ts';
import { type Folder, folderCarrier } from '#sync/folder.ts';
import { librariesIn } from '#sync/libraries.ts';
import { newId } from '#sync/names.ts';
import { makeDoor, openDoor } from '#sync/seal.ts';
import { inventedLibrary } from '../library/inventedLibrary.ts';

const PHRASE = 'eleven calm herons over the quay';
/** Records that are written at once. */
const PART = 5_000;

const map = new Map<string, unknown>();
const keyValue: KeyValue = {
  get: async (key) => map.get(key) ?? (key.includes('fresh') ? true : undefined),
  set: async (key, value) => void map.set(key, value),
  remove: async (key) => void map.delete(key),
};

/** What was asked of the database and of the folder since the last look. */
const counts = { reads: 0, writes: 0, listed: 0, filesRead: 0, filesWritten: 0 };
type Counts = typeof counts;

function countIn(prototype: object, name: string, what: keyof Counts): void {
  const plain = Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
  Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
    counts[what]++;
    return plain.apply(this, given);
  });
}
for (const name of ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'])
  for (const { prototype } of [IDBObjectStore, IDBIndex]) countIn(prototype, name, 'reads');
for (const name of ['put', 'add', 'delete', 'clear']) countIn(IDBObjectStore.prototype, name, 'writes');

function taken(): Counts {
  const now = { ...counts };
  for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] = 0;
  return now;
}

/** The origin's private folder, which is one like the reader's. */
async function shared(): Promise<Carrier> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('shared', { create: true });
  const plain = folderCarrier(folder as unknown as Folder);
  return {
    list: () => {
      counts.listed++;
      return plain.list();
    },
    read: (path) => {
      counts.filesRead++;
      return plain.read(path);
    },
    writeOnce: (path, bytes) => {
      counts.filesWritten++;
      return plain.writeOnce(path, bytes);
    },
    remove: (path) => plain.remove(path),
  };
}

let library: Library;
let carrier: Carrier;
const open = (name: string): Promise<Library> =>
  openLibrary({ name: `bench-${name}`, keyValue, session: keyValue });

async function start(name: string): Promise<void> {
  library = await open(name);
  carrier = await shared();
}

/** Puts an invented library into a device's database. */
async function fill(name: string, size: number): Promise<void> {
  await (await open(name)).close();
  const { articles, annotations } = inventedLibrary(size);
  const database = await openDB(`bench-${name}`);
  for (const [store, records] of Object.entries({ articles, annotations })) {
    for (let from = 0; from < records.length; from += PART) {
      const transaction = database.transaction(store, 'readwrite');
      for (const record of records.slice(from, from + PART)) void transaction.store.put(record);
      await transaction.done;
    }
  }
  const meta = await database.get('meta', 'library');
  await database.put('meta', { ...meta, seq: 1, count: annotations.length });
  database.close();
}

declare global {
  interface Window {
    cpuMs?: () => Promise<number>;
  }
}
const cpu = async (): Promise<number> => (window.cpuMs ? await window.cpuMs() : performance.now());

/** Runs `work` and says what it took, ms: by the clock, and of this thread; and what was asked for meanwhile. */
async function timed(work: () => Promise<unknown>) {
  taken();
  const cpuBegun = await cpu();
  const begun = performance.now();
  const result = await work();
  const ms = performance.now() - begun;
  return { ms, cpuMs: (await cpu()) - cpuBegun, asked: taken(), result };
}

/** The first device makes the library, a later one joins it. */
async function begin(name: string): Promise<{ preview?: Awaited<ReturnType<typeof timed>> }> {
  const [there] = await librariesIn(carrier);
  if (!there?.door) {
    await library.sync.begin({ name, carrier: 'folder', ...(await makeDoor(newId(20), PHRASE)) });
    return {};
  }
  const { door } = there;
  const key = await openDoor(door, PHRASE);
  const preview = await timed(() => library.sync.preview(carrier, key, door.library));
  await library.sync.begin({ name, carrier: 'folder', key, door });
  return { preview };
}

const exchange = () => timed(() => library.sync.exchange(carrier, { evenIfEmpty: true }));

/** Bytes of the files that are there, by path. */
async function sizes(): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const path of await carrier.list()) all[path] = (await carrier.read(path)).length;
  return all;
}

/** One change of each kind, another one at each run. */
const CHANGES = {
  mark: (run: number) =>
    library.annotations.create({
      articleId: 'article-000000',
      url: 'https://outlet0.example/story-0',
      target: {
        exact: `Tolls rose by ${run} percent`,
        prefix: 'said that ',
        suffix: ' in May',
        start: run,
        end: run + 22,
      },
      color: 'yellow',
    }),
  note: (run: number) =>
    library.annotations.patch('mark-0000007', { note: `The council had said otherwise in May 20${run}.` }),
  tag: (run: number) =>
    library.annotations.patch('mark-0000007', { tags: { add: [`quay ${run}`], remove: [] } }),
  source: (run: number) =>
    library.annotations.addSource('mark-0000007', {
      url: `https://records.example/minutes/${run}`,
      title: 'Minutes of the port authority',
      stance: 'disputes',
    }),
  delete: (run: number) => library.annotations.remove([`mark-000001${run}`]),
};
const change = (kind: keyof typeof CHANGES, run: number) => timed(() => CHANGES[kind](run));

Object.assign(window, {
  bench: {
    fill,
    start,
    begin,
    exchange,
    sizes,
    change,
    count: () => library.annotations.count(),
    standing: () => timed(() => library.sync.standing()),
  },
});
