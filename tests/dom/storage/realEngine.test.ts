import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { readSnapshot } from '#panel/rescue/readSnapshot.ts';
import { type Library, openLibrary } from '#storage/index.ts';
import { keyValueInMemory } from '#tests/unit/storage/keyValueInMemory.ts';
import { draft } from './draft.ts';

let opened: Library[] = [];
let number = 0;

async function library(name: string, store = keyValueInMemory()): Promise<Library> {
  const books = await openLibrary({ name, keyValue: store, now: () => '2026-03-04T09:00:00.000Z' });
  opened.push(books);
  return books;
}

const fresh = () => `library-${Date.now()}-${++number}`;

afterEach(async () => {
  for (const books of opened) await books.close();
  opened = [];
  for (const { name } of await indexedDB.databases()) if (name) await deleteDB(name);
});

describe('the library in a real engine', () => {
  it('keeps, finds, undoes and searches', async () => {
    const books = await library(fresh());
    const made = await books.annotations.create(draft('https://quay.example/tolls', 5, 'Ask the pilots'));
    await books.annotations.patch(made.annotation.id, { tags: { add: ['port'], remove: [] } });
    await books.annotations.addSource(made.annotation.id, { title: 'Tariff list' });
    expect(await books.search('pilots', { limit: 5 })).toMatchObject({ total: 1 });
    await books.annotations.remove([made.annotation.id]);
    for (const { id } of await books.actions()) expect(await books.undo(id)).toMatchObject({ ok: true });
    expect(await books.annotations.count()).toBe(0);
    expect(await books.check()).toBe('ok');
  });

  it('takes writes of two connections at once without losing a field', async () => {
    const name = fresh();
    const store = keyValueInMemory();
    const [left, right] = [await library(name, store), await library(name, store)];
    const { annotation } = await left.annotations.create(draft('https://quay.example/tolls', 5));
    await Promise.all(
      Array.from({ length: 40 }, (_, step) =>
        (step % 2 ? left : right).annotations.addSource(annotation.id, { title: `Source ${step}` }),
      ),
    );
    expect((await left.annotations.get(annotation.id))?.sources).toHaveLength(40);
    expect((await right.annotations.get(annotation.id))?.revision).toBe(41);
  });

  it('brings a snapshot home to the byte', async () => {
    const name = fresh();
    const store = keyValueInMemory();
    const books = await library(name, store);
    for (let page = 0; page < 30; page++)
      await books.annotations.create(draft(`https://quay.example/${page}`, page));
    const before = await (await books.backup.export()).text();
    await books.backup.snapshot();
    await books.close();
    await deleteDB(name);
    const wiped = await library(name, store);
    expect(wiped.status).toBe('lost');
    await wiped.backup.restore((await wiped.backup.openSnapshot()) ?? new Blob([]));
    expect(wiped.status).toBe('ok');
    expect(await (await wiped.backup.export()).text()).toBe(before);
  });

  it('keeps its copies outside every database, where the rescue page finds them, too', async () => {
    const name = fresh();
    const store = keyValueInMemory();
    const books = await library(name, store);
    await books.annotations.create(draft('https://quay.example/tolls', 5, 'Ask the pilots'));
    await books.backup.snapshot();
    await books.annotations.create(draft('https://quay.example/tolls', 50, 'Ask the port'));
    const last = await books.backup.snapshot();
    await books.close();
    // All of IndexedDB at once, as a damaged LevelDB takes it.
    for (const { name: one } of await indexedDB.databases()) if (one) await deleteDB(one);
    const again = await library(name, store);
    expect(again.status).toBe('lost');
    expect(await again.backup.last()).toMatchObject({ count: 2, sha256: last.sha256 });
    const notes = async (which: 'latest' | 'previous') =>
      (await readSnapshot(which, `${name}-snapshot`))?.records.annotations.map(({ note }) => note).sort();
    expect(await notes('latest')).toEqual(['Ask the pilots', 'Ask the port']);
    expect(await notes('previous')).toEqual(['Ask the pilots']);
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(`${name}-snapshot`);
    await folder.removeEntry('copies.json');
    expect(await notes('latest')).toEqual(['Ask the pilots', 'Ask the port']);
    const copy = await books.backup.openSnapshot('latest');
    expect(copy).toBeUndefined();
  });

  it('two contexts that take a copy at once leave two whole ones', async () => {
    const name = fresh();
    const store = keyValueInMemory();
    const [one, two] = [await library(name, store), await library(name, store)];
    await one.annotations.create(draft('https://quay.example/tolls', 5));
    await Promise.all([one.backup.snapshot(), two.backup.snapshot(), one.backup.snapshot()]);
    for (const which of ['latest', 'previous'] as const) {
      const copy = await two.backup.openSnapshot(which);
      expect(copy && (await two.backup.verify(copy))).toBe(true);
    }
  });

  it('gives way to a newer version that wants to open', async () => {
    const name = fresh();
    const books = await library(name);
    await books.annotations.create(draft('https://quay.example/tolls', 5));
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 9);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    newer.close();
    await expect(books.annotations.count()).rejects.toMatchObject({ fault: 'newer' });
  });
});
