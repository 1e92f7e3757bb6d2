import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change, Library } from '#storage/index.ts';
import { exchangeNow } from '#storage/sync/exchangeNow.ts';
import { inMemory } from '#sync/bundle.ts';
import { newId } from '#sync/names.ts';
import { type Door, makeDoor } from '#sync/seal.ts';
import {
  annotationDraft,
  articleDraft,
  clock,
  metadata,
  library as openOne,
  target,
} from '#tests/unit/storage/fixtures.ts';
import { keyValueInMemory } from '#tests/unit/storage/keyValueInMemory.ts';
import { dump } from './Device.ts';

let opened: { door: Door; key: CryptoKey };
beforeAll(async () => {
  opened = await makeDoor(newId(20), 'eleven calm herons over the quay');
});

let time: ReturnType<typeof clock>;
let carrier = inMemory(new Map());
const news: Change[] = [];
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  carrier = inMemory(new Map());
  time = clock();
  news.length = 0;
});

async function device(number: number, start = true): Promise<Library> {
  const keyValue = keyValueInMemory();
  const announce = (change: Change) => void news.push(change);
  const { library } = await openOne({
    prefix: `d${number}`,
    name: `claimlight-${number}`,
    now: time.now,
    keyValue,
    announce,
  });
  if (start) await library.sync.begin({ name: `Device ${number}`, carrier: 'folder', ...opened });
  return library;
}

const exchange = (library: Library) => library.sync.exchange(carrier, { evenIfEmpty: true });

/** Everybody hears of everything. */
async function meet(...libraries: Library[]): Promise<void> {
  for (let round = 0; round < 4; round++)
    for (const one of libraries) {
      time.pass(1_000);
      await exchange(one);
    }
}

/** Two devices with the same mark. */
async function two(): Promise<{ a: Library; b: Library; id: string; articleId: string }> {
  const [a, b] = [await device(1), await device(2)];
  const { annotation } = await a.annotations.create(annotationDraft({ note: 'first' }));
  await meet(a, b);
  time.pass(60_000);
  return { a, b, id: annotation.id, articleId: annotation.articleId };
}

const same = async (a: Library, b: Library, id: string) => {
  const [one, other] = await Promise.all([a.annotations.get(id), b.annotations.get(id)]);
  expect({ ...one, anchor: null }).toEqual({ ...other, anchor: null });
  return one;
};

describe('what two devices did at the same time', () => {
  it('that takes a claim away and makes another shows everywhere the same one, without the old words', async () => {
    const [a, b] = [await device(1), await device(2)];
    const { annotation } = await a.annotations.create(
      annotationDraft({ claim: { statement: 'Old words', type: 'law' } }),
    );
    await meet(a, b);
    await a.annotations.patch(annotation.id, { claim: null });
    await a.annotations.patch(annotation.id, { claim: { type: 'prediction' } });
    await meet(a, b);
    for (const one of [a, b])
      expect((await one.annotations.get(annotation.id))?.claim).toMatchObject({
        statement: '',
        type: 'prediction',
      });
  });

  it('keeps both wordings of a note, the later one in front', async () => {
    const { a, b, id } = await two();
    await a.annotations.patch(id, { note: 'said on A' });
    time.pass(1_000);
    await b.annotations.patch(id, { note: 'said on B' });
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({
      note: 'said on B',
      history: [{ kind: 'note-conflict', before: 'said on A', after: 'said on B' }],
    });
    expect((await a.annotations.earlierNotes(id)).map(({ note }) => note)).toContain('said on A');
  });

  it('asks no other device once the reader has decided, and keeps what was decided against among the earlier notes', async () => {
    const { a, b, id } = await two();
    await a.annotations.patch(id, { note: 'said on A' });
    time.pass(1_000);
    await b.annotations.patch(id, { note: 'said on B' });
    await meet(a, b);
    const [settled] = (await b.annotations.get(id))?.history ?? [];
    await b.annotations.patch(id, { note: 'said on B', ...(settled && { settled }) });
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({ note: 'said on B', history: [] });
    expect((await b.annotations.earlierNotes(id)).map(({ note }) => note)).toContain('said on A');
  });

  it('calls nothing a conflict that the other one had read', async () => {
    const { a, b, id } = await two();
    for (const [one, note] of [
      [b, 'by B'],
      [a, 'by A'],
      [b, 'by B again'],
    ] as const) {
      await one.annotations.patch(id, { note });
      await meet(a, b);
    }
    expect(await same(a, b, id)).toMatchObject({ note: 'by B again', history: [] });
  });

  it('lets a change that was made with knowledge stand, whatever the clocks say', async () => {
    const { a, b, id } = await two();
    time.pass(5 * 3_600_000);
    await a.annotations.patch(id, { note: 'from a clock that is ahead' });
    await meet(a, b);
    time.pass(-5 * 3_600_000);
    await b.annotations.patch(id, { note: 'afterwards' });
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({ note: 'afterwards', history: [] });
  });

  it('joins tags, sources and parts of a claim', async () => {
    const { a, b, id } = await two();
    await a.annotations.patch(id, {
      tags: { add: ['tolls'], remove: [] },
      claim: { statement: 'Tolls rose' },
    });
    await b.annotations.patch(id, {
      tags: { add: ['port'], remove: [] },
      claim: { attribution: 'The port' },
    });
    await a.annotations.addSource(id, { title: 'Yearbook', stance: 'supports' });
    await b.annotations.addSource(id, { title: 'Council minutes', stance: 'disputes' });
    await meet(a, b);
    const one = await same(a, b, id);
    expect(new Set(one?.tags)).toEqual(new Set(['tolls', 'port']));
    expect(one?.claim).toMatchObject({ statement: 'Tolls rose', attribution: 'The port' });
    expect(one?.sources.map(({ title }) => title).sort()).toEqual(['Council minutes', 'Yearbook']);
  });

  it('keeps both wordings of a claim', async () => {
    const { a, b, id } = await two();
    await a.annotations.patch(id, { claim: { statement: 'Tolls rose' } });
    time.pass(1_000);
    await b.annotations.patch(id, { claim: { statement: 'Tolls fell' } });
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({
      claim: { statement: 'Tolls fell' },
      history: [{ kind: 'claim-conflict', before: 'Tolls rose', after: 'Tolls fell' }],
    });
  });

  it.each(['the removal is the later one', 'the words are the later ones'])(
    'lets a claim that was taken away elsewhere stand with words that were not known there: %s',
    async (which) => {
      const { a, b, id } = await two();
      await a.annotations.patch(id, { claim: { type: 'law' } });
      await meet(a, b);
      const say = () => b.annotations.patch(id, { claim: { statement: 'Tolls rose' } });
      const remove = () => a.annotations.patch(id, { claim: null });
      for (const deed of which.startsWith('the removal') ? [say, remove] : [remove, say]) {
        time.pass(1_000);
        await deed();
      }
      await meet(a, b);
      expect((await same(a, b, id))?.claim).toMatchObject({ statement: 'Tolls rose', type: 'law' });
      // Who goes on with it has it, and who takes it away now takes it away for good.
      await a.annotations.patch(id, { claim: { attribution: 'The port' } });
      await meet(a, b);
      expect((await same(a, b, id))?.claim).toMatchObject({
        statement: 'Tolls rose',
        attribution: 'The port',
      });
      await b.annotations.patch(id, { claim: null });
      await meet(a, b);
      expect(await same(a, b, id)).not.toHaveProperty('claim');
    },
  );

  it('lets what an undo would take along stand, where another device wrote into it meanwhile', async () => {
    const { a, b, id } = await two();
    const { actionId } = await a.annotations.patch(id, { claim: { type: 'law' } });
    await meet(a, b);
    await b.annotations.patch(id, { claim: { statement: 'Tolls rose' } });
    time.pass(1_000);
    await a.undo(actionId ?? '');
    await meet(a, b);
    expect((await same(a, b, id))?.claim).toMatchObject({ statement: 'Tolls rose' });
  });

  it('lets a source stand that was taken out elsewhere, with a note that was not known there', async () => {
    const { a, b, id } = await two();
    await a.annotations.addSource(id, { title: 'Yearbook', stance: 'supports' });
    await meet(a, b);
    const source = (await a.annotations.get(id))?.sources[0]?.id ?? '';
    await b.annotations.patchSource(id, source, { note: 'Page nine' });
    time.pass(1_000);
    await a.annotations.removeSource(id, source);
    await a.annotations.addSource(id, { title: 'Council minutes', stance: 'disputes' });
    await meet(a, b);
    const titles = (await same(a, b, id))?.sources.map(({ title, note }) => [title, note]);
    expect(titles).toEqual([
      ['Yearbook', 'Page nine'],
      ['Council minutes', ''],
    ]);
    await a.annotations.patch(id, { note: 'something else' });
    await b.annotations.removeSource(id, source);
    await meet(a, b);
    expect((await same(a, b, id))?.sources.map(({ title }) => title)).toEqual(['Council minutes']);
  });

  it('keeps both wordings in the note of an article', async () => {
    const { a, b, articleId } = await two();
    await a.articles.patch(articleId, { note: 'by A' });
    time.pass(1_000);
    await b.articles.patch(articleId, { note: 'by B' });
    await meet(a, b);
    for (const one of [a, b]) expect((await one.articles.get(articleId))?.note).toBe('by B\n\n---\n\nby A');
  });
});

it('keeps what was written into a source that is not here yet until it comes', async () => {
  const { a, b, id } = await two();
  const c = await device(3);
  await meet(a, b, c);
  await a.annotations.addSource(id, { title: 'Yearbook', stance: 'supports' });
  await exchange(a);
  await exchange(b);
  const source = (await b.annotations.get(id))?.sources[0]?.id ?? '';
  await b.annotations.patchSource(id, source, { note: 'Page nine' });
  await exchange(b);
  const late = (await a.sync.standing())?.device ?? '';
  const list = async () => (await carrier.list()).filter((path) => !path.includes(late));
  expect((await c.sync.exchange({ ...carrier, list })).faults).toEqual([]);
  expect((await c.annotations.get(id))?.sources).toEqual([]);
  await c.annotations.patch(id, { note: 'meanwhile' });
  await meet(c, a, b);
  expect((await same(a, c, id))?.sources).toMatchObject([{ title: 'Yearbook', note: 'Page nine' }]);
});

describe('what no library can hold', () => {
  /** As a program of another build stores and tells it. */
  async function store(number: number, id: string, fields: object): Promise<void> {
    const database = await openDB(`claimlight-${number}`);
    await database.put('annotations', { ...(await database.get('annotations', id)), ...fields });
    database.close();
  }

  it('waits with all that came with it, is told, and comes in when it is whole', async () => {
    const { a, b, id } = await two();
    await a.annotations.patch(id, { note: 'words of A', color: 'green' });
    await store(1, id, { color: 'plaid' });
    await exchange(a);
    for (const _ of ['as it comes', 'as long as it waits']) {
      expect((await exchange(b)).faults).toMatchObject([{ kind: 'refused', device: expect.any(String) }]);
      expect(await b.annotations.get(id)).toMatchObject({ note: 'first', color: 'yellow' });
    }
    await b.annotations.patch(id, { tags: { add: ['port'], remove: [] } });
    await store(1, id, { color: 'green' });
    await a.annotations.patch(id, { color: 'blue' });
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({ note: 'words of A', color: 'blue', tags: ['port'] });
    expect((await exchange(b)).faults).toEqual([]);
  });

  it('is not taken for known: words that are written here meanwhile do not replace those that wait', async () => {
    const { a, b, id } = await two();
    await a.annotations.patch(id, { note: 'words of A', color: 'green' });
    await store(1, id, { color: 'plaid' });
    await exchange(a);
    await exchange(b);
    time.pass(1_000);
    await b.annotations.patch(id, { note: 'words of B' });
    await exchange(b);
    await store(1, id, { color: 'green' });
    await exchange(a);
    await a.annotations.patch(id, { color: 'blue' });
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({
      note: 'words of B',
      color: 'blue',
      history: [{ kind: 'note-conflict', before: 'words of A', after: 'words of B' }],
    });
  });

  it('waits also where the record is not known yet, and is passed on to who comes later', async () => {
    const { a, b } = await two();
    const { annotation } = await a.annotations.create(
      annotationDraft({ note: 'new words', target: target({ exact: 'second' }) }),
    );
    await store(1, annotation.id, { color: 'plaid' });
    await exchange(a);
    expect((await exchange(b)).faults).toMatchObject([{ kind: 'refused' }]);
    expect(await b.annotations.get(annotation.id)).toBeUndefined();
    // Of A's own files nothing is left for the third device; B tells it what A said.
    const first = (await a.sync.standing())?.device ?? '';
    const withoutFirst = async () => (await carrier.list()).filter((path) => !path.includes(first));
    for (const path of await withoutFirst()) await carrier.remove(path);
    await b.sync.exchange({ ...carrier, list: withoutFirst }, { evenIfEmpty: true });
    const c = await device(3);
    expect((await c.sync.exchange({ ...carrier, list: withoutFirst })).faults).toMatchObject([
      { kind: 'refused' },
    ]);
    await store(1, annotation.id, { color: 'green' });
    await a.annotations.patch(annotation.id, { color: 'blue' });
    await meet(a, b, c);
    for (const one of [b, c])
      expect(await same(a, one, annotation.id)).toMatchObject({ note: 'new words', color: 'blue' });
  });

  it('takes nothing else along: other words for the same record come in meanwhile', async () => {
    const { a, b, id } = await two();
    const c = await device(3);
    await meet(a, b, c);
    await a.annotations.patch(id, { color: 'green' });
    await store(1, id, { color: 'plaid' });
    await exchange(a);
    await c.annotations.patch(id, { note: 'words of C' });
    await exchange(b);
    await exchange(c);
    await exchange(b);
    expect(await b.annotations.get(id)).toMatchObject({ note: 'words of C', color: 'yellow' });
    time.pass(1_000);
    await b.annotations.patch(id, { color: 'blue' });
    await meet(b, c);
    expect(await same(b, c, id)).toMatchObject({ note: 'words of C', color: 'blue' });
    expect((await exchange(b)).faults).toEqual([]);
  });
});

describe('deletes', () => {
  it('travel, and an edit that was made later without knowing of it brings the mark back', async () => {
    const { a, b, id } = await two();
    await a.annotations.remove([id]);
    await meet(a, b);
    expect(await same(a, b, id)).toHaveProperty('deletedAt');
    await b.annotations.restore([id]);
    await meet(a, b);
    await a.annotations.remove([id]);
    time.pass(1_000);
    await b.annotations.patch(id, { note: 'still at it' });
    await meet(a, b);
    expect((await same(a, b, id))?.deletedAt).toBeUndefined();
  });

  it('a delete that was made later stands, with the edit in the trash', async () => {
    const { a, b, id } = await two();
    await b.annotations.patch(id, { note: 'before' });
    time.pass(1_000);
    await a.annotations.remove([id]);
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({ note: 'before', deletedAt: expect.any(String) });
  });

  it('purges nothing before every device has heard of the delete, and takes a restore after a purge', async () => {
    const { a, b, id } = await two();
    await a.annotations.remove([id]);
    time.pass(40 * 86_400_000);
    expect(await a.trash.purge()).toBe(0);
    await meet(a, b);
    expect(await a.trash.purge(time.now())).toBe(1);
    expect(await a.annotations.get(id)).toBeUndefined();
    await b.annotations.restore([id]);
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({ note: 'first' });
  });

  it('what was purged stays away when old files come again', async () => {
    const { a, b, id } = await two();
    const old = await a.sync.makeFile();
    await a.annotations.remove([id]);
    await meet(a, b);
    time.pass(40 * 86_400_000);
    for (const one of [a, b]) await one.trash.purge(time.now());
    await b.sync.takeFile(old);
    await meet(a, b);
    for (const one of [a, b]) expect(await one.annotations.get(id)).toBeUndefined();
  });
});

describe('articles', () => {
  it('of one page that two devices made become one, with the marks of both', async () => {
    const [a, b] = [await device(1, false), await device(2, false)];
    await a.annotations.create(annotationDraft({ note: 'A' }));
    time.pass(1_000);
    await b.annotations.create(annotationDraft({ note: 'B', target: target({ exact: 'the third rise' }) }));
    for (const [one, name] of [
      [a, 'A'],
      [b, 'B'],
    ] as const)
      await one.sync.begin({ name, carrier: 'folder', ...opened });
    await meet(a, b);
    for (const one of [a, b]) {
      const article = await one.articles.find(['https://quay.example/harbour-tolls']);
      expect((await one.annotations.forArticle(article?.id ?? '')).map(({ note }) => note).sort()).toEqual([
        'A',
        'B',
      ]);
      expect(await one.articles.count()).toBe(1);
    }
  });

  it('that were merged take along what another device still wrote into them', async () => {
    const { a, b, articleId } = await two();
    const page = 'https://quay.example/tolls-amp';
    const amp = await a.annotations.create(
      annotationDraft({
        url: page,
        article: articleDraft({ addresses: [page], metadata: metadata({ canonicalUrl: page }) }),
      }),
    );
    await meet(a, b);
    await a.articles.merge(articleId, [amp.article.id]);
    const late = await b.annotations.create(
      annotationDraft({ articleId: amp.article.id, target: target({ exact: 'late' }), note: 'late' }),
    );
    await meet(a, b);
    expect(await same(a, b, late.annotation.id)).toMatchObject({ articleId });
    expect(await a.articles.count()).toBe(1);
  });

  it('that were divided stay divided', async () => {
    const { a, b, id, articleId } = await two();
    const { article } = await a.articles.split(articleId, { annotationIds: [id], urls: [] });
    await meet(a, b);
    expect(await same(a, b, id)).toMatchObject({ articleId: article.id });
  });

  it('come back with a mark that was made while they were deleted elsewhere', async () => {
    const { a, b, articleId } = await two();
    await a.articles.remove([articleId]);
    time.pass(-1_000);
    const { annotation } = await b.annotations.create(
      annotationDraft({ articleId, note: 'new', target: target({ exact: 'new' }) }),
    );
    await meet(a, b);
    for (const one of [a, b]) {
      expect((await one.articles.get(articleId))?.deletedAt).toBeUndefined();
      expect((await one.annotations.get(annotation.id))?.deletedAt).toBeUndefined();
    }
  });
});

it('what came is announced, is one action, and can be undone and done again', async () => {
  const { a, b, id } = await two();
  await a.annotations.patch(id, { note: 'one' });
  const { annotation } = await a.annotations.create(
    annotationDraft({ note: 'two', target: target({ exact: 'second' }) }),
  );
  await exchange(a);
  news.length = 0;
  await exchange(b);
  expect(news.flatMap(({ annotationIds }) => annotationIds).sort()).toEqual([id, annotation.id].sort());
  const [action] = await b.actions(1);
  expect(action).toMatchObject({ kind: 'sync' });
  expect(await b.undo(action?.id ?? '')).toMatchObject({ ok: true });
  expect(await b.annotations.get(id)).toMatchObject({ note: 'first' });
  expect((await b.annotations.get(annotation.id))?.deletedAt).toBeDefined();
  // What the reader takes back, they take back everywhere.
  await meet(a, b);
  expect(await same(a, b, id)).toMatchObject({ note: 'first' });
  expect(await b.redo(action?.id ?? '')).toMatchObject({ ok: true });
  await meet(a, b);
  expect(await same(a, b, id)).toMatchObject({ note: 'one' });
});

it('an import on one device comes to the other, and undoing it takes it away there, too', async () => {
  const other = await device(9, false);
  await other.annotations.create(
    annotationDraft({ note: 'imported', target: target({ exact: 'other words' }) }),
  );
  const file = await other.backup.export();
  const { a, b } = await two();
  const { actionId } = await a.backup.import(file);
  await meet(a, b);
  expect((await dump(b)).annotations.map(({ note }) => note).sort()).toEqual(['first', 'imported']);
  await a.undo(actionId ?? '');
  await meet(a, b);
  expect(await b.annotations.count()).toBe(1);
});

it('a folder that the browser asks for again is remembered as the reason, until it is allowed', async () => {
  const { a } = await two();
  let answer: PermissionState = 'prompt';
  const folder = { queryPermission: async () => answer } as unknown as FileSystemDirectoryHandle;
  // A handle is kept by the browser only.
  const standing = async () => {
    const now = await a.sync.standing();
    return now && { ...now, setup: { ...now.setup, folder } };
  };
  const withFolder = { ...a, sync: { ...a.sync, standing } };
  const at = (await a.sync.standing())?.last?.at;
  await expect(exchangeNow(withFolder)).rejects.toThrow('asks again');
  expect((await a.sync.standing())?.last).toMatchObject({ at, ok: false, faults: [{ kind: 'denied' }] });
  answer = 'granted';
  await expect(exchangeNow(withFolder)).rejects.not.toThrow('asks again');
  await exchange(a);
  expect((await a.sync.standing())?.last).toMatchObject({ ok: true, faults: [] });
});

it('what was cut off by the death of the browser that wrote it is written anew by itself', async () => {
  const { a, b, id } = await two();
  await a.annotations.patch(id, { note: 'written before the end' });
  const writeOnce: typeof carrier.writeOnce = async (path, bytes) => {
    await carrier.writeOnce(path, bytes.slice(0, 60));
    throw new Error('the browser is gone');
  };
  await expect(a.sync.exchange({ ...carrier, writeOnce })).rejects.toThrow('the browser is gone');
  await exchange(a);
  expect(await exchange(b)).toMatchObject({ changed: 1, faults: [] });
  expect(await same(a, b, id)).toMatchObject({ note: 'written before the end' });
});

it('versions of an article travel, what a page said does not', async () => {
  const { a, b, id, articleId } = await two();
  await a.versions.visit(articleId, {
    seenAt: time.now(),
    headline: 'Tolls',
    modifiedAt: null,
    paragraphs: 'x',
    corrected: false,
  });
  await a.annotations.reportAnchors(articleId, [
    { id, anchor: { state: 'changed', checkedAt: time.now(), textNow: 'Tolls fell' } },
  ]);
  await meet(a, b);
  expect(await b.versions.forArticle(articleId)).toHaveLength(1);
  expect((await b.annotations.get(id))?.anchor).toMatchObject({
    state: 'missing',
    checkedAt: '1970-01-01T00:00:00.000Z',
  });
});

it('reads one record of the library where it is not set up, and no more', async () => {
  const a = await device(1, false);
  const reads = vi.spyOn(IDBObjectStore.prototype, 'get');
  expect(await exchangeNow(a)).toBeUndefined();
  expect(reads.mock.calls).toEqual([['library']]);
  reads.mockRestore();
});

it('writes nothing for others where it is not set up, nor after it was left', async () => {
  const a = await device(1, false);
  const { annotation } = await a.annotations.create(annotationDraft());
  await a.annotations.patch(annotation.id, { note: 'alone' });
  expect(await kept()).toEqual([0, 0, 0]);
  await a.sync.begin({ name: 'A', carrier: 'folder', ...opened });
  await a.annotations.patch(annotation.id, { note: 'shared' });
  expect(await kept()).toEqual([1, 1, 1]);
  await a.sync.leave();
  await a.annotations.patch(annotation.id, { note: 'alone again' });
  expect(await kept()).toEqual([0, 0, 0]);

  async function kept() {
    const database = await openDB('claimlight-1');
    const counts = await Promise.all(['ledgers', 'outbox', 'exchange'].map((name) => database.count(name)));
    database.close();
    return counts;
  }
});

it('writes everything anew when the segments are many, and a device that was away goes on from there', async () => {
  const { a, b, id } = await two();
  await b.annotations.patch(id, { note: 'unsent, by who was away' });
  for (let number = 0; number < 70; number++) {
    await a.annotations.patch(id, { tags: { add: [`t${number % 9}`], remove: [`t${(number + 5) % 9}`] } });
    await exchange(a);
  }
  expect((await carrier.list()).filter((path) => path.endsWith('.seg')).length).toBeLessThan(62);
  await meet(b, a);
  expect(await same(a, b, id)).toMatchObject({ note: 'unsent, by who was away' });
});
