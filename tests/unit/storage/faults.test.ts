import { afterEach, describe, expect, it } from 'vitest';
import type { Library } from '#storage/index.ts';
import { breakCall, mend, originals, prototype } from './breakCall.ts';
import { annotationDraft, clock, freshBrowser, library, metadata, target } from './fixtures.ts';

/** Calls to IndexedDB that a write makes. */
const CALLS = ['put', 'add', 'get', 'delete', 'openCursor'] as const;
afterEach(mend);

async function exported(books: Library): Promise<string> {
  return (await books.backup.export()).text();
}

const ERRORS = [
  ['QuotaExceededError', 'full'],
  ['DataError', 'full'],
  ['UnknownError', 'damaged'],
  ['AbortError', 'interrupted'],
  ['TransactionInactiveError', 'interrupted'],
] as const;

const verbs: [string, (books: Library, annotationId: string, articleId: string) => Promise<unknown>][] = [
  [
    'create',
    (books) => books.annotations.create(annotationDraft({ id: 'new', target: target({ start: 1, end: 5 }) })),
  ],
  ['patch', (books, id) => books.annotations.patch(id, { note: 'after', color: 'blue' })],
  ['add a source', (books, id) => books.annotations.addSource(id, { id: 'src', title: 'Tariff list' })],
  ['remove', (books, id) => books.annotations.remove([id])],
  ['remove an article', (books, _, id) => books.articles.remove([id])],
  [
    'refresh',
    (books, _, id) =>
      books.articles.refreshFromPage(id, {
        addresses: ['https://quay.example/print'],
        metadata: metadata({ title: 'Tolls' }),
      }),
  ],
];

describe('an error at any call to the database', () => {
  it.each(ERRORS)(
    '%s: nothing is written, the fault is named, and trying again works',
    async (error, fault) => {
      let injected = 0;
      for (const [name, act] of verbs) {
        for (const call of CALLS) {
          for (let nth = 0; nth < 8; nth++) {
            const { library: books, changes } = await library({ keyValue: freshBrowser().keyValue });
            const { annotation, article } = await books.annotations.create(
              annotationDraft({ note: 'before' }),
            );
            await books.drafts.put({ key: 'sidebar', fields: { note: 'after' } });
            const before = await exported(books);
            changes.length = 0;
            const happened = breakCall(call, nth, error);
            const outcome = await act(books, annotation.id, article.id).then(
              () => undefined,
              (reason: unknown) => reason,
            );
            mend();
            if (!happened()) break;
            injected++;
            expect(outcome, `${name}, ${call} ${nth}`).toMatchObject({ name: 'LibraryError', fault });
            expect(await exported(books), `${name}, ${call} ${nth}`).toBe(before);
            expect(changes).toEqual([]);
            expect(await books.drafts.get('sidebar')).toMatchObject({ fields: { note: 'after' } });
            await act(books, annotation.id, article.id);
            expect(await exported(books)).not.toBe(before);
            expect(await books.check()).toBe('ok');
          }
        }
      }
      expect(injected).toBeGreaterThan(40);
    },
  );

  it('a full disk that shows only at the commit is told as full', async () => {
    const { library: books } = await library();
    const { annotation } = await books.annotations.create(annotationDraft());
    const before = await exported(books);
    const original = prototype().put;
    if (!original) throw new Error('No put');
    originals.set('put', original);
    // A request that fails later aborts the transaction, as browsers do when the disk is full.
    prototype().put = function (this: unknown, ...parts) {
      const request = original.apply(this, parts) as IDBRequest;
      const { transaction } = this as IDBObjectStore;
      queueMicrotask(() => {
        Object.defineProperty(transaction, 'error', {
          value: new DOMException('disk', 'QuotaExceededError'),
        });
        transaction.abort();
      });
      return request;
    };
    await expect(books.annotations.patch(annotation.id, { note: 'x' })).rejects.toMatchObject({
      fault: 'full',
    });
    mend();
    expect(await exported(books)).toBe(before);
  });

  it('an error in a listener does not turn a saved note into a failed one', async () => {
    const { library: books } = await library({
      announce: () => {
        throw new Error('a bad view');
      },
    });
    const { annotation } = await books.annotations.create(annotationDraft());
    expect(await books.annotations.get(annotation.id)).toEqual(annotation);
  });
});

describe('text not yet saved', () => {
  it('is kept outside a database that takes nothing, found again, and cleared from both', async () => {
    const { keyValue } = freshBrowser();
    const { library: books } = await library({ keyValue });
    await books.drafts.put({ key: 'a', fields: { note: 'first' } });
    breakCall('put', 0, 'QuotaExceededError');
    await books.drafts.put({ key: 'a', fields: { note: 'second' } });
    mend();
    expect(await books.drafts.get('a')).toMatchObject({ fields: { note: 'second' } });
    await books.drafts.put({ key: 'b', fields: { note: 'other' } });
    expect((await books.drafts.list()).map(({ key }) => key).sort()).toEqual(['a', 'b']);
    await books.drafts.clear('a');
    expect(await books.drafts.get('a')).toBeUndefined();
    expect(keyValue.map.has('unsavedTexts')).toBe(false);
    expect(await books.drafts.get('b')).toMatchObject({ fields: { note: 'other' } });
  });

  it('is cleared by the views that are named, wherever it stands', async () => {
    const { library: books } = await library({ keyValue: freshBrowser().keyValue });
    for (const broken of [false, true]) {
      if (broken) breakCall('put', 0, 'QuotaExceededError');
      await books.drafts.put({ key: 'a', fields: { note: 'later' }, by: 'two' });
      mend();
      await books.drafts.clear('a', ['one', '']);
      expect(await books.drafts.get('a')).toMatchObject({ fields: { note: 'later' } });
      await books.drafts.clear('a', ['one', 'two']);
      expect(await books.drafts.get('a')).toBeUndefined();
    }
    await books.drafts.put({ key: 'a', fields: { note: 'of an earlier version' } });
    await books.drafts.clear('a', ['one']);
    expect(await books.drafts.get('a')).toBeDefined();
    await books.drafts.clear('a', ['one', '']);
    expect(await books.drafts.get('a')).toBeUndefined();
  });

  it('is the one typed last, in whichever store and however the clock was set', async () => {
    const time = clock('2026-11-20T09:00:00.000Z');
    const { library: books } = await library({ keyValue: freshBrowser().keyValue, now: time.now });
    const note = async () => (await books.drafts.get('a'))?.fields.note;
    for (const broken of [false, true, false, true, true, false]) {
      time.pass(-86_400_000);
      if (broken) breakCall('put', 0, 'QuotaExceededError');
      const typed = time.now();
      await books.drafts.put({ key: 'a', fields: { note: typed } });
      mend();
      expect(await note()).toBe(typed);
      expect((await books.drafts.list()).map(({ fields }) => fields.note)).toEqual([typed]);
    }
  });

  it('is kept whole where two views keep several at once and the disk is full', async () => {
    const { keyValue } = freshBrowser();
    const slow = {
      ...keyValue,
      get: async (key: string) => {
        const value = await keyValue.get(key);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return value;
      },
    };
    const [one, other] = [await library({ keyValue: slow }), await library({ keyValue: slow })];
    breakCall('put', 'every', 'QuotaExceededError');
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((key, at) =>
        (at % 2 ? one : other).library.drafts.put({ key, fields: { note: key } }),
      ),
    );
    mend();
    expect((await one.library.drafts.list()).map(({ key }) => key).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is not hidden by any number of others', async () => {
    const { library: books } = await library({ keyValue: freshBrowser().keyValue });
    for (let at = 0; at < 2_001; at += 1) await books.drafts.put({ key: `a${at}`, fields: {} });
    await books.drafts.put({ key: 'z', fields: { note: 'mine' } });
    expect(await books.drafts.get('z')).toMatchObject({ fields: { note: 'mine' } });
    expect(new Set((await books.drafts.list()).map(({ key }) => key)).size).toBe(2_002);
  });

  it('has as many fields as a form may have, not more', async () => {
    const { library: books } = await library({ keyValue: freshBrowser().keyValue });
    const fields = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`f${at}`, 'x']));
    await expect(books.drafts.put({ key: 'a', fields })).rejects.toMatchObject({ fault: 'refused' });
    expect(await books.drafts.list()).toEqual([]);
  });
});

describe('a clock that lies', () => {
  it('a day back or a year ahead loses nothing, hides nothing and can be undone', async () => {
    const time = clock('2026-11-20T09:00:00.000Z');
    const { library: books } = await library({ keyValue: freshBrowser().keyValue, now: time.now });
    const { annotation } = await books.annotations.create(annotationDraft({ note: 'one' }));
    await books.backup.snapshot();
    const actions: string[] = [];
    for (const [days, note] of [
      [-1, 'a day back'],
      [366, 'a year ahead'],
      [-366, 'back again'],
    ] as const) {
      time.pass(days * 86_400_000);
      const { actionId, conflict } = await books.annotations.patch(annotation.id, { note });
      expect(conflict).toBe(false);
      actions.push(actionId ?? '');
      expect((await books.actions())[0]?.id).toBe(actionId);
      expect((await books.annotations.get(annotation.id))?.note).toBe(note);
      expect(await books.check()).toBe('ok');
      expect(await books.backup.snapshotIfDue()).toBeDefined();
    }
    expect((await books.articles.recent({ limit: 5 })).map(({ count }) => count)).toEqual([1]);
    expect(await books.trash.purge()).toBe(0);
    for (const id of actions.reverse()) expect(await books.undo(id)).toMatchObject({ ok: true });
    expect((await books.annotations.get(annotation.id))?.note).toBe('one');
  });
});

describe('every write', () => {
  it('asks for strict durability', async () => {
    const { library: books } = await library();
    const { transaction } = IDBDatabase.prototype;
    const asked: unknown[] = [];
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return transaction.call(this, stores, mode, options);
    };
    try {
      const { annotation, article, actionId } = await books.annotations.create(annotationDraft());
      await books.annotations.patch(annotation.id, { note: 'n' });
      await books.drafts.put({ key: 'k', fields: {} });
      await books.drafts.clear('k');
      await books.articles.remove([article.id]);
      await books.undo(actionId ?? '');
      await books.trash.purge();
      await books.backup.snapshot();
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    expect(asked.length).toBeGreaterThan(7);
    expect(new Set(asked)).toEqual(new Set(['strict']));
  });
});
