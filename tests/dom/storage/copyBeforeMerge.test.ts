import { deleteDB } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import { type Library, openLibrary } from '#storage/index.ts';
import { inMemory } from '#sync/bundle.ts';
import { newId } from '#sync/names.ts';
import { makeDoor } from '#sync/seal.ts';
import { keyValueInMemory } from '#tests/unit/storage/keyValueInMemory.ts';
import { draft } from './draft.ts';

const opened: Library[] = [];

async function device(note: string): Promise<Library> {
  const keyValue = keyValueInMemory();
  const library = await openLibrary({ name: `merge-${newId(12)}`, keyValue, session: keyValue });
  opened.push(library);
  await library.annotations.create(draft('https://quay.example/tolls', 5, note));
  return library;
}

const notesIn = async (file: Blob | undefined) =>
  ((await file?.text()) ?? '').match(/Written on [AB]/g)?.sort() ?? [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of opened.splice(0)) await one.close();
  for (const { name } of await indexedDB.databases()) if (name) await deleteDB(name);
});

/** Two libraries; the files of the first one are there. */
async function two() {
  const phrase = await makeDoor(newId(20), 'eleven calm herons over the quay');
  const carrier = inMemory(new Map());
  const [a, b] = [await device('Written on A'), await device('Written on B')];
  await a.sync.begin({ name: 'A', carrier: 'folder', ...phrase });
  await a.sync.exchange(carrier, { evenIfEmpty: true });
  const begin = () => b.sync.begin({ name: 'B', carrier: 'folder', ...phrase });
  return { b, begin, exchange: () => b.sync.exchange(carrier) };
}

it('before the first merge stands a copy of the library as it was, read back and whole', async () => {
  const { b, begin, exchange } = await two();
  expect(await b.backup.last()).toBeUndefined();
  await begin();
  await exchange();
  expect(await b.annotations.count()).toBe(2);
  const copy = await b.backup.openSnapshot();
  expect(await notesIn(copy)).toEqual(['Written on B']);
  expect(copy && (await b.backup.verify(copy))).toBe(true);
});

it('where the copy can’t be written, nothing is set up and nothing merged', async () => {
  const { b, begin, exchange } = await two();
  vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockRejectedValue(
    new DOMException('The disk is full', 'QuotaExceededError'),
  );
  await expect(begin()).rejects.toMatchObject({ fault: 'full' });
  expect(await b.sync.standing()).toBeNull();
  await expect(exchange()).rejects.toThrow('not set up');
  vi.restoreAllMocks();
  await begin();
  expect(await notesIn(await b.backup.openSnapshot())).toEqual(['Written on B']);
});
