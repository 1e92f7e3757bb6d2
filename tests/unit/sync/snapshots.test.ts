import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Library } from '#storage/index.ts';
import { inMemory } from '#sync/bundle.ts';
import type { Carrier } from '#sync/Carrier.ts';
import { newId, parsePath } from '#sync/names.ts';
import { type Door, makeDoor } from '#sync/seal.ts';
import { annotationDraft } from '#tests/unit/storage/fixtures.ts';
import { dump } from './Device.ts';
import { openDevice } from './openDevice.ts';

type Files = Map<string, Uint8Array<ArrayBuffer>>;

let opened: { door: Door; key: CryptoKey };
beforeAll(async () => {
  opened = await makeDoor(newId(20), 'eleven calm herons over the quay');
});
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function device(number: number): Promise<Library> {
  const library = await openDevice(number);
  await library.sync.begin({ name: `Device ${number}`, carrier: 'folder', ...opened });
  return library;
}

const exchange = (library: Library, carrier: Carrier) =>
  library.sync.exchange(carrier, { evenIfEmpty: true });

/** A carrier whose browser dies when it has written so many files. */
const dyingAfter = (carrier: Carrier, files: number): Carrier => ({
  ...carrier,
  async writeOnce(path, bytes) {
    if (files-- === 0) throw new Error('the browser is gone');
    await carrier.writeOnce(path, bytes);
  },
});

const snapshotsOf = (files: Files, device: string) =>
  [...files.keys()].filter((path) => parsePath(path)?.device === device && path.endsWith('.snap')).sort();

const deviceOf = async (library: Library) => (await library.sync.standing())?.device ?? '';

/** Two devices; the snapshot of the second was cut off, then the first one changed an article, then it was begun anew. */
async function begunAnew(): Promise<{ files: Files; cut: Files; articleId: string; writer: string }> {
  const files: Files = new Map();
  const [first, second] = [await device(1), await device(2)];
  const { annotation } = await first.annotations.create(annotationDraft({ note: 'tolls' }));
  await exchange(first, inMemory(files));
  await expect(exchange(second, dyingAfter(inMemory(files), 1))).rejects.toThrow('the browser is gone');
  const cut = new Map(files);
  await first.articles.patch(annotation.articleId, { note: 'written between the two' });
  await exchange(first, inMemory(files));
  await exchange(second, inMemory(files));
  return { files, cut, articleId: annotation.articleId, writer: await deviceOf(second) };
}

it('of a snapshot that was cut off and one that was begun anew no device makes a whole one', async () => {
  const { files, cut, articleId, writer } = await begunAnew();
  const third = await device(3);
  // The engine has brought the pieces of the first one and not yet what replaced them, nor the other device's files.
  const old = snapshotsOf(cut, writer);
  expect(old).toHaveLength(1);
  const arrived: Files = new Map(
    [...files, ...cut].filter(([path]) => parsePath(path)?.device === writer && !old.includes(path)),
  );
  for (const path of old) arrived.set(path, cut.get(path) ?? new Uint8Array(0));
  await exchange(third, inMemory(arrived));
  for (const [path, bytes] of files) if (!arrived.has(path)) arrived.set(path, bytes);
  for (let round = 0; round < 2; round++) await exchange(third, inMemory(arrived));
  const { articles, annotations } = await dump(third);
  expect(articles).toMatchObject([{ id: articleId, note: 'written between the two' }]);
  expect(annotations).toMatchObject([{ note: 'tolls' }]);
});

it('no file of a snapshot is ever written with other content, and what was cut off is taken away', async () => {
  const { files, cut, writer } = await begunAnew();
  for (const path of snapshotsOf(cut, writer)) expect(files.has(path)).toBe(false);
  expect(snapshotsOf(files, writer)).toHaveLength(2);
});
