import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '#storage/index.ts';
import { latestVersion, MIGRATIONS, migrateRecord } from '#storage/migrations.ts';
import { openDatabase } from '#storage/openDatabase.ts';
import { annotationDraft, articleDraft, freshBrowser, library } from './fixtures.ts';

async function filled() {
  const { keyValue } = freshBrowser();
  const { library: books } = await library({ keyValue });
  const made = await books.annotations.create(annotationDraft());
  await books.close();
  return { keyValue, made };
}

describe('opening', () => {
  it('calls a library new until something is saved, and then ok', async () => {
    const { keyValue } = freshBrowser();
    const { library: books } = await library({ keyValue });
    expect(books.status).toBe('new');
    await books.annotations.create(annotationDraft());
    await books.close();
    expect((await library({ keyValue })).library.status).toBe('ok');
  });

  it('presents a wiped database as lost, also after new notes, until the reader accepts it', async () => {
    const { keyValue } = await filled();
    globalThis.indexedDB = new IDBFactory();
    const { library: books } = await library({ keyValue, prefix: 'after' });
    expect(books.status).toBe('lost');
    expect(books.loss).toMatchObject({ expected: 1, found: 0 });
    await books.annotations.create(annotationDraft());
    await books.close();
    const { library: again } = await library({ keyValue });
    expect(again.status).toBe('lost');
    await again.acceptLoss();
    expect(again.status).toBe('ok');
    await again.close();
    expect((await library({ keyValue })).library.status).toBe('ok');
  });

  it('notices a database that went back in time', async () => {
    const { keyValue } = await filled();
    keyValue.map.set('libraryBeacon', { ...(keyValue.map.get('libraryBeacon') as object), seq: 9, count: 4 });
    expect((await library({ keyValue })).library.loss).toMatchObject({ expected: 4 });
  });

  it('notices records that vanished, wholly at once and partly when it checks', async () => {
    const { keyValue } = freshBrowser();
    const { library: books } = await library({ keyValue });
    const { annotation } = await books.annotations.create(annotationDraft());
    await books.annotations.create(
      annotationDraft({ article: articleDraft({ addresses: ['https://b.example/'] }) }),
    );
    const raw = await openDB('claimlight');
    await raw.delete('annotations', annotation.id);
    expect(await books.check()).toBe('lost');
    expect(books.loss).toMatchObject({ expected: 2, found: 1 });
    await books.acceptLoss();
    expect(books.status).toBe('ok');
    await raw.clear('annotations');
    raw.close();
    await books.close();
    expect((await library({ keyValue })).library.status).toBe('lost');
  });

  it('is content when only the beacon was cleared', async () => {
    const { keyValue } = await filled();
    keyValue.map.clear();
    expect((await library({ keyValue })).library.status).toBe('ok');
    expect(keyValue.map.get('libraryBeacon')).toMatchObject({ count: 1 });
  });

  it('opens without a beacon store', async () => {
    freshBrowser();
    const no = () => Promise.reject(new Error('no'));
    const broken = { get: no, set: no, remove: no };
    const books = await openLibrary({ keyValue: broken });
    expect(books.status).toBe('new');
    await books.annotations.create(annotationDraft());
    expect(await books.annotations.count()).toBe(1);
  });

  it('is unavailable, and says so at every verb, where the browser refuses a database', async () => {
    const { keyValue } = freshBrowser();
    globalThis.indexedDB = new Proxy(new IDBFactory(), {
      get(factory, name) {
        if (name === 'open') {
          return () => {
            throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
          };
        }
        return Reflect.get(factory, name) as unknown;
      },
    });
    const { library: books } = await library({ keyValue });
    expect(books.status).toBe('unavailable');
    expect(books.fault).toMatchObject({ fault: 'unavailable' });
    await expect(books.annotations.create(annotationDraft())).rejects.toMatchObject({
      name: 'LibraryError',
      fault: 'unavailable',
      nextStep: 'libraryFault.unavailable.nextStep',
    });
  });

  it('opens again after three failures', async () => {
    const { keyValue } = freshBrowser();
    const factory = new IDBFactory();
    let failures = 0;
    globalThis.indexedDB = new Proxy(factory, {
      get(_, name) {
        if (name === 'open' && failures < 3) {
          failures++;
          return () => {
            throw new DOMException('Internal error', 'UnknownError');
          };
        }
        const value: unknown = Reflect.get(factory, name);
        return typeof value === 'function' ? value.bind(factory) : value;
      },
    });
    expect((await library({ keyValue })).library.status).toBe('new');
    expect(failures).toBe(3);
  });

  it('lets a newer version upgrade while it is open, and opens again afterwards', async () => {
    const { keyValue, made } = await filled();
    const { library: books } = await library({ keyValue });
    await deleteDB('another');
    const newer = await openDB('claimlight', latestVersion() + 1);
    newer.close();
    await expect(books.annotations.get(made.annotation.id)).rejects.toMatchObject({ fault: 'newer' });
  });

  it('opens its connection anew when the browser dropped it', async () => {
    const { keyValue, made } = await filled();
    const { library: books } = await library({ keyValue });
    const { transaction } = IDBDatabase.prototype;
    let dead = true;
    IDBDatabase.prototype.transaction = function (...parts) {
      if (dead) {
        dead = false;
        throw new DOMException('The database connection is closing', 'InvalidStateError');
      }
      return transaction.apply(this, parts);
    };
    try {
      expect(await books.annotations.get(made.annotation.id)).toEqual(made.annotation);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });
});

describe('migrations', () => {
  it('are numbered without gaps from 1', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  const next = {
    version: latestVersion() + 1,
    reshape: () => undefined,
    records: {
      annotations: (record: Record<string, unknown>) => ({ ...record, note: `${String(record.note)}!` }),
    },
  };
  const steps = [...MIGRATIONS, next];

  it('reform stored records and imported lines by the same step', async () => {
    const { made } = await filled();
    const upgraded = await openDatabase({ name: 'claimlight', migrations: steps, onEnd: () => undefined });
    expect((await upgraded.get('annotations', made.annotation.id))?.note).toBe('!');
    expect(migrateRecord('annotations', { note: 'x' }, latestVersion(), steps)).toEqual({ note: 'x!' });
    upgraded.close();
  });

  it('leave the old version usable when a step throws', async () => {
    const { keyValue, made } = await filled();
    const failing = [
      ...MIGRATIONS,
      {
        ...next,
        records: {
          annotations: () => {
            throw new Error('a bad step');
          },
        },
      },
    ];
    await expect(
      openDatabase({ name: 'claimlight', migrations: failing, onEnd: () => undefined }),
    ).rejects.toThrow('a bad step');
    const { library: books } = await library({ keyValue });
    expect(await books.annotations.get(made.annotation.id)).toEqual(made.annotation);
  });

  it('hand the old database out before the upgrade, and go on when that fails', async () => {
    await filled();
    const seen: number[] = [];
    const upgraded = await openDatabase({
      name: 'claimlight',
      migrations: steps,
      onEnd: () => undefined,
      beforeUpgrade: async (old) => {
        seen.push(old.version, await old.count('annotations'));
        throw new Error('disk full');
      },
    });
    expect(seen).toEqual([latestVersion(), 1]);
    expect(upgraded.version).toBe(next.version);
    upgraded.close();
  });
});
