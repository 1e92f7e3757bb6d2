import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSnapshot } from '#panel/rescue/readSnapshot.ts';
import { readLibrary } from '#panel/rescue/readStores.ts';
import { rescueFile } from '#panel/rescue/rescueFile.ts';
import { backupInfo, backupName, packed } from '#storage/backup/backupFile.ts';
import { annotationDraft, articleDraft, freshBrowser, library } from '../storage/fixtures.ts';

async function threeNotes() {
  const { library: books } = await library({ keyValue: freshBrowser().keyValue, prefix: 'a' });
  for (const name of ['tolls', 'ferries', 'dredging']) {
    const url = `https://quay.example/${name}`;
    await books.annotations.create(
      annotationDraft({ article: articleDraft({ addresses: [url] }), url, note: `On ${name}` }),
    );
  }
  return books;
}

/** Makes reading some records fail as a damaged disk does, now or after the request was made. */
function damage(isDamaged: (key: unknown) => boolean, how: 'throws' | 'fails') {
  const get = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (!isDamaged(key)) return get.call(this, key);
    if (how === 'throws') throw new DOMException('Damaged', 'DataError');
    const request = get.call(this, 'none');
    const failing = new Proxy(request, {
      get: (_, name) => (name === 'error' ? new DOMException('Damaged', 'UnknownError') : undefined),
      set(_, name, value) {
        if (name === 'onerror') queueMicrotask(() => value({ preventDefault: () => undefined }));
        return true;
      },
    });
    return failing;
  });
}

const ids = async () => {
  const found = await readLibrary();
  return found?.records.annotations.map(({ id }) => String(id)) ?? [];
};

afterEach(() => vi.restoreAllMocks());

describe('the rescue page', () => {
  it('writes a file that gives the same library', async () => {
    const books = await threeNotes();
    const before = await books.backup.export();
    const found = await readLibrary();
    if (!found) throw new Error('nothing found');
    const file = await rescueFile(found);
    expect(await books.backup.verify(file)).toBe(true);

    const { library: fresh } = await library({ keyValue: freshBrowser().keyValue, prefix: 'b' });
    const done = await fresh.backup.restore(file);
    expect(done.annotations).toMatchObject({ new: 3, refused: 0 });
    const records = async (blob: Blob) => (await blob.text()).split('\n').slice(1, -2);
    expect(await records(await fresh.backup.export())).toEqual(await records(before));
  });

  it.each(['throws', 'fails'] as const)('reads past a damaged record whose reading %s', async (how) => {
    await threeNotes();
    const all = await ids();
    expect(all).toHaveLength(3);
    damage((key) => key === all[1], how);
    const found = await readLibrary();
    expect(found?.records.annotations.map(({ id }) => id)).toEqual([all[0], all[2]]);
    expect(found?.damaged).toBe(1);
  });

  it('gives notes whose article is damaged a stand-in, so that they can be restored', async () => {
    await threeNotes();
    const before = await readLibrary();
    const lost = before?.records.articles[0]?.id;
    damage((key) => key === lost, 'throws');
    const found = await readLibrary();
    expect(found?.records.articles).toHaveLength(2);
    vi.restoreAllMocks();
    if (!found) throw new Error('nothing found');
    const file = await rescueFile(found);
    const { library: fresh } = await library({ keyValue: freshBrowser().keyValue, prefix: 'c' });
    const { annotations, articles, refused } = await fresh.backup.restore(file);
    expect(refused).toEqual([]);
    expect([annotations.new, articles.new]).toEqual([3, 3]);
  });

  it('makes no database where there is none', async () => {
    freshBrowser();
    expect(await readLibrary()).toBeNull();
    expect(await readSnapshot('latest')).toBeNull();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('reads the copies beside the library', async () => {
    const books = await threeNotes();
    await books.backup.snapshot();
    const [first] = await ids();
    const before = (await books.annotations.get(first ?? ''))?.note;
    expect(before).toMatch(/^On /);
    await books.annotations.patch(first ?? '', { note: 'Later' });
    await books.backup.snapshot();
    const notes = async (which: 'latest' | 'previous') =>
      (await readSnapshot(which))?.records.annotations.find(({ id }) => id === first)?.note;
    expect(await notes('latest')).toBe('Later');
    expect(await notes('previous')).toBe(before);
  });
});

describe('a backup file', () => {
  it('says what is in it', async () => {
    const books = await threeNotes();
    const file = await books.backup.export();
    const info = await backupInfo(file, '2026-03-04T10:00:00.000Z');
    expect(info).toMatchObject({ at: '2026-03-04T10:00:00.000Z', count: 3, bytes: file.size });
    expect(await file.text()).toContain(info.sha256);
    await books.backup.noteFile(info);
    expect(await books.backup.unsavedElsewhere()).toBe(0);
  });

  it('is taken back when it was packed', async () => {
    const books = await threeNotes();
    const preview = await books.backup.preview(await packed(await books.backup.export()));
    expect(preview.refusedFile).toBeUndefined();
    expect(preview.annotations.same).toBe(3);
  });

  it('is named by the reader’s own day', () => {
    expect(backupName(new Date(2026, 0, 5, 23, 59), '.jsonl')).toBe('claimlight-2026-01-05.jsonl');
  });
});
