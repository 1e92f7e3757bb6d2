import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Library } from '#storage/index.ts';
import { inMemory } from '#sync/bundle.ts';
import type { Carrier } from '#sync/Carrier.ts';
import { newId } from '#sync/names.ts';
import { type Door, makeDoor } from '#sync/seal.ts';
import { inventedLibrary } from '#tests/bench/library/inventedLibrary.ts';
import { openDevice } from './openDevice.ts';

const SIZE = 2_300;
let opened: { door: Door; key: CryptoKey };
beforeAll(async () => {
  opened = await makeDoor(newId(20), 'eleven calm herons over the quay');
});
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A device with a library of several pieces. */
async function filled(): Promise<{ a: Library; last: string }> {
  const a = await openDevice(1);
  const { articles, annotations } = inventedLibrary(SIZE);
  const database = await openDB('claimlight-1');
  const transaction = database.transaction(['articles', 'annotations', 'meta'], 'readwrite');
  for (const one of articles) void transaction.objectStore('articles').put(one);
  for (const one of annotations) void transaction.objectStore('annotations').put(one);
  const meta = await transaction.objectStore('meta').get('library');
  void transaction.objectStore('meta').put({ ...meta, count: annotations.length });
  await transaction.done;
  database.close();
  return {
    a,
    last:
      annotations
        .map(({ id }) => id)
        .sort()
        .at(-1) ?? '',
  };
}

const begin = (library: Library) => library.sync.begin({ name: 'One', carrier: 'folder', ...opened });
const pieces = (paths: Iterable<string>) => [...paths].filter((path) => path.endsWith('.snap'));

it('a large library is written and read piece by piece, and no piece is kept until the others are there', async () => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const plain = inMemory(files);
  const { a, last } = await filled();
  await begin(a);
  // What is written after the first piece stands in a later one, because that was not read before.
  const writing: Carrier = {
    ...plain,
    async writeOnce(path, bytes) {
      if (pieces(files.keys()).length === 1 && path.endsWith('.snap'))
        await a.annotations.patch(last, { note: 'written meanwhile' });
      await plain.writeOnce(path, bytes);
    },
  };
  await a.sync.exchange(writing, { evenIfEmpty: true });
  expect(pieces(files.keys()).length).toBeGreaterThan(3);
  const b = await openDevice(2);
  await begin(b);
  const counts: number[] = [];
  const reading: Carrier = {
    ...plain,
    async read(path) {
      if (path.endsWith('.snap')) counts.push(await b.annotations.count());
      return plain.read(path);
    },
  };
  await b.sync.exchange(reading, { evenIfEmpty: true });
  expect(counts.slice(0, 4)).toEqual([0, 0, 1_000, 2_000]);
  expect(await b.annotations.count()).toBe(SIZE);
  expect(await b.annotations.get(last)).toMatchObject({ note: 'written meanwhile' });
});

it('a snapshot of which a piece is damaged does not count as read, and comes whole when it is written anew', async () => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const carrier = inMemory(files);
  const { a } = await filled();
  await begin(a);
  await a.sync.exchange(carrier, { evenIfEmpty: true });
  const third = pieces(files.keys()).sort()[2] ?? '';
  files.set(third, (files.get(third) ?? new Uint8Array(0)).slice(0, 500));
  const b = await openDevice(2);
  await begin(b);
  const { faults } = await b.sync.exchange(carrier, { evenIfEmpty: true });
  expect(faults).toMatchObject([{ kind: 'damaged' }]);
  for (const one of [a, b, a, b]) await one.sync.exchange(carrier);
  expect(await b.annotations.count()).toBe(SIZE);
  expect((await b.sync.exchange(carrier)).faults).toEqual([]);
});

it('a change of many records goes along in several segments', async () => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const carrier = inMemory(files);
  const { a } = await filled();
  const b = await openDevice(2);
  for (const one of [a, b]) {
    await begin(one);
    await one.sync.exchange(carrier, { evenIfEmpty: true });
  }
  await a.sync.exchange(carrier);
  const ids = inventedLibrary(SIZE).annotations.map(({ id }) => id);
  await a.annotations.patchAll(ids, { tags: { add: ['quay'], remove: [] } });
  await a.sync.exchange(carrier);
  expect([...files.keys()].filter((path) => path.endsWith('.seg'))).toHaveLength(3);
  await b.sync.exchange(carrier);
  for (const id of ids) expect((await b.annotations.get(id))?.tags).toContain('quay');
});
