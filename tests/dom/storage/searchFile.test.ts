import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import { type Library, openLibrary } from '#storage/index.ts';
import { inventedLibrary } from '#tests/bench/library/inventedLibrary.ts';
import { keyValueInMemory } from '#tests/unit/storage/keyValueInMemory.ts';

/** Enough that its texts are kept in a file. */
const SIZE = 2_000;
let opened: Library[] = [];
let number = 0;

async function open(name: string): Promise<Library> {
  const books = await openLibrary({ name, keyValue: keyValueInMemory(), session: keyValueInMemory() });
  opened.push(books);
  return books;
}

/** Puts an invented library into the database past our own code. */
async function filled(): Promise<string> {
  const name = `kept-${Date.now()}-${++number}`;
  await (await open(name)).close();
  const { articles, annotations } = inventedLibrary(SIZE);
  const database = await openDB(name);
  const transaction = database.transaction(['articles', 'annotations'], 'readwrite');
  for (const one of articles) void transaction.objectStore('articles').put(one);
  for (const one of annotations) void transaction.objectStore('annotations').put(one);
  await transaction.done;
  await database.put('meta', { ...(await database.get('meta', 'library')), seq: 1, count: SIZE });
  database.close();
  return name;
}

async function keptFile(name: string): Promise<File | undefined> {
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(`${name}-search`);
    return await (await folder.getFileHandle('texts.jsonl')).getFile();
  } catch {
    return undefined;
  }
}

const untilKept = (name: string, not?: number) =>
  vi.waitFor(
    async () => {
      const file = await keptFile(name);
      expect(file?.size).toBeGreaterThan(0);
      expect(file?.lastModified).not.toBe(not);
    },
    { timeout: 20_000, interval: 50 },
  );

/** Writes into the database without the log, so that only who reads the database sees it. */
async function changeUnseen(name: string, note: string): Promise<void> {
  const database = await openDB(name);
  const one = await database.get('annotations', await firstKey(database));
  await database.put('annotations', { ...one, note });
  database.close();
}
const firstKey = async (database: Awaited<ReturnType<typeof openDB>>) =>
  (await database.getAllKeys('annotations', null, 1))[0] ?? '';

const found = async (books: Library, query: string) => (await books.search(query, { limit: 50 })).total;

afterEach(async () => {
  for (const books of opened) await books.close();
  opened = [];
  for (const { name } of await indexedDB.databases()) if (name) await deleteDB(name);
});

it('takes the texts that an earlier page left, and what was changed since from the log', async () => {
  const name = await filled();
  const first = await open(name);
  const groups = (await first.overview('', { group: 'article' })).groups;
  await untilKept(name);
  await changeUnseen(name, 'quokka');
  const ids = groups.flatMap((group) => group.ids);
  await first.annotations.patch(ids[10] ?? '', { note: 'wombat' });
  await first.annotations.remove([ids[20] ?? '']);
  const second = await open(name);
  expect(await found(second, 'wombat')).toBe(1);
  // That it is not found shows that the database was not read.
  expect(await found(second, 'quokka')).toBe(0);
  const now = await second.overview('', { group: 'article' });
  expect(now.total).toBe(SIZE - 1);
  expect(now).toEqual(await first.overview('', { group: 'article' }));
  for (const query of ['tolls', '使用料', 'is:unsourced', 'tag:port -ferry', 'site:"Hill Gazette"'])
    expect(await second.search(query, { limit: 20 })).toEqual(await first.search(query, { limit: 20 }));
});

it('believes no texts of another library, of later changes, or that are not whole', async () => {
  const name = await filled();
  const first = await open(name);
  await first.facets();
  await untilKept(name);
  await changeUnseen(name, 'quokka');
  const spoil = async (change: (text: string) => string) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(`${name}-search`);
    const text = (await (await keptFile(name))?.text()) ?? '';
    const stream = await (await folder.getFileHandle('texts.jsonl')).createWritable();
    await stream.write(change(text));
    await stream.close();
    return (await keptFile(name))?.lastModified ?? 0;
  };
  for (const change of [
    (text: string) => text.replace(/"library":"[^"]*"/, '"library":"another"'),
    (text: string) => text.replace(/"seq":\d+/, '"seq":99'),
    (text: string) => text.replace(/"zone":"[^"]*"/, '"zone":"Moon/Tycho"'),
    (text: string) => text.split('\n').slice(0, -2).join('\n'),
    (text: string) => text.slice(0, text.length / 2),
  ]) {
    const spoilt = await spoil(change);
    expect(await found(await open(name), 'quokka')).toBe(1);
    // The next one is whole again.
    await untilKept(name, spoilt);
  }
});

it('keeps no words of what is gone for good', async () => {
  const name = await filled();
  const books = await open(name);
  const [group] = (await books.overview('', { group: 'article' })).groups;
  await untilKept(name);
  await books.annotations.remove(group?.ids.slice(0, 1) ?? []);
  await books.trash.purge('2000-01-01T00:00:00.000Z');
  expect(await keptFile(name)).toBeDefined();
  await books.trash.purge(new Date(Date.now() + 60_000).toISOString());
  expect(await keptFile(name)).toBeUndefined();
});
