import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Library } from '#storage/index.ts';
import { annotationDraft, articleDraft, clock, freshBrowser, library, metadata } from './fixtures.ts';

const URL_OF = (name: string) => `https://quay.example/${name}`;

async function note(books: Library, name: string, text = `About ${name}`) {
  return books.annotations.create(
    annotationDraft({
      article: articleDraft({
        addresses: [URL_OF(name)],
        metadata: metadata({ title: name, canonicalUrl: null }),
      }),
      url: URL_OF(name),
      note: text,
    }),
  );
}

/** A library of its own; `days` lets time pass. */
async function fresh(prefix: string, keyValue = freshBrowser().keyValue) {
  const time = clock();
  const { library: books } = await library({ keyValue, prefix, now: time.now });
  return { books, keyValue, time, days: (count: number) => time.pass(count * 86_400_000) };
}

type Fields = Record<string, unknown>;

/** The file of a library with its records changed, and a right last line. */
async function forged(file: Blob, change: (record: Fields, store: string) => Fields): Promise<Blob> {
  const [header, ...lines] = (await file.text()).trimEnd().split('\n').slice(0, -1);
  const changed = lines.map((line) => {
    const { record, ...rest } = JSON.parse(line) as { record: Fields; store: string };
    return JSON.stringify({ ...rest, record: change(record, rest.store) });
  });
  const body = [header, ...changed].map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return new Blob([body, `${JSON.stringify({ count: changed.length, end: true, sha256 })}\n`]);
}

/** A file in which the one note was deleted a while ago, and a library where it is live. */
async function deletedElsewhere() {
  const here = await fresh('here');
  const { annotation } = await note(here.books, 'tolls');
  const file = await forged(await here.books.backup.export(), (record, store) =>
    store === 'annotations'
      ? {
          ...record,
          deletedAt: '2026-03-04T10:00:00.000Z',
          updatedAt: '2026-03-04T10:00:00.000Z',
          revision: 9,
        }
      : record,
  );
  here.days(45);
  return { ...here, file, id: annotation.id };
}

describe('a note that was deleted elsewhere long ago', () => {
  it('is named in the preview and brought to the trash', async () => {
    const { books, file, id } = await deletedElsewhere();
    expect(await books.backup.preview(file)).toMatchObject({ trashed: 1, annotations: { updated: 1 } });
    await books.backup.import(file);
    expect((await books.trash.list()).map(({ annotation }) => annotation?.id)).toEqual([id]);
  });

  it('stays in the trash as long as if it had been deleted here, and the import can be undone', async () => {
    const { books, file, id, days } = await deletedElsewhere();
    const { actionId } = await books.backup.import(file);
    expect(await books.trash.purge()).toBe(0);
    days(20);
    expect(await books.trash.purge()).toBe(0);
    expect(await books.undo(actionId ?? '')).toMatchObject({ refused: [] });
    expect(await books.annotations.get(id)).not.toHaveProperty('deletedAt');
  });

  it('goes when its days in this trash are over', async () => {
    const { books, file, days } = await deletedElsewhere();
    await books.backup.import(file);
    days(31);
    expect(await books.trash.purge()).toBe(1);
  });

  it('comes back with a restored library, and its days begin anew', async () => {
    const there = await fresh('there');
    const { annotation } = await note(there.books, 'tolls');
    await there.books.annotations.remove([annotation.id]);
    const file = await there.books.backup.export();
    const here = await fresh('here');
    here.days(60);
    await here.books.backup.restore(file);
    expect(await here.books.trash.purge()).toBe(0);
    expect(await here.books.trash.list()).toHaveLength(1);
  });
});

describe('numbers at their bounds', () => {
  const MOST = Number.MAX_SAFE_INTEGER;

  it.each([
    ['revision', { revision: MOST }],
    [
      'times in the year 9999',
      { createdAt: '9999-12-31T23:59:59.999Z', updatedAt: '9999-12-31T23:59:59.999Z' },
    ],
  ])(
    '%s: what came in can be edited, removed and undone, and so can what came with it',
    async (_, fields) => {
      const there = await fresh('there');
      for (const name of ['tolls', 'ferries', 'dredging']) await note(there.books, name);
      const file = await forged(await there.books.backup.export(), (record, store) =>
        store === 'versions' ? record : { ...record, ...fields },
      );
      const here = await fresh('here');
      const own = await note(here.books, 'own');
      const before = await here.books.backup.export().then((blob) => blob.text());
      const { actionId } = await here.books.backup.import(file);
      const articles = await Array.fromAsync(here.books.articles.everything());
      const came = articles
        .flatMap(({ annotations }) => annotations)
        .filter(({ id }) => id !== own.annotation.id);
      expect(came).toHaveLength(3);
      const [first, second] = came;
      await here.books.annotations.patch(first?.id ?? '', { note: 'edited' });
      await here.books.articles.patch(first?.articleId ?? '', { note: 'edited, too' });
      expect((await here.books.annotations.get(first?.id ?? ''))?.note).toBe('edited');
      await here.books.annotations.remove([second?.id ?? '']);
      expect(await here.books.annotations.get(second?.id ?? '')).toHaveProperty('deletedAt');
      await here.books.undo(actionId ?? '');
      const [left] = await here.books.articles.recent({ limit: 10 });
      expect((await here.books.annotations.get(own.annotation.id))?.note).toBe('About own');
      expect(left?.article.id).toBe(own.article.id);
      expect(before).toContain('About own');
    },
  );

  it('a record that stands at the bound already is changed all the same', async () => {
    const { books } = await fresh('here');
    const { nextRevision } = await import('#model/nextRevision.ts');
    expect([nextRevision(1), nextRevision(MOST - 1), nextRevision(MOST)]).toEqual([2, MOST, MOST]);
    const { annotation } = await note(books, 'tolls');
    expect((await books.annotations.patch(annotation.id, { note: 'x' })).annotation.revision).toBe(2);
  });

  it('a list that is full says so instead of dropping what joins it', async () => {
    const { books } = await fresh('here');
    const { annotation } = await note(books, 'tolls');
    const tags = Array.from({ length: 100 }, (_, number) => `tag ${number}`);
    await books.annotations.patch(annotation.id, { tags: { add: tags, remove: [] } });
    const oneMore = books.annotations.patch(annotation.id, { tags: { add: ['one more'], remove: [] } });
    await expect(oneMore).rejects.toMatchObject({ fault: 'refused' });
    expect((await books.annotations.get(annotation.id))?.tags).toEqual(tags);
  });
});

describe('an imported article that lists addresses of other sites', () => {
  /** A stranger's article that claims the address of the reader's own. */
  async function claiming(over: Fields = {}) {
    const there = await fresh('there');
    await note(there.books, 'decoy');
    const file = await forged(await there.books.backup.export(), (record, store) =>
      store === 'articles'
        ? {
            ...record,
            urls: ['https://evil.example/decoy', URL_OF('tolls'), 'https://gazette.example/a'],
            canonicalUrl: 'https://evil.example/decoy',
            createdAt: '2020-01-01T00:00:00.000Z',
            ...over,
          }
        : record,
    );
    const here = await fresh('here');
    const own = await note(here.books, 'tolls');
    return { ...here, file, own };
  }

  it('hides nothing and takes nothing of them, and the preview counts them', async () => {
    const { books, file, own } = await claiming();
    expect(await books.backup.preview(file)).toMatchObject({ foreignAddresses: 2, articles: { new: 1 } });
    await books.backup.import(file);
    expect((await books.articles.find([URL_OF('tolls')]))?.id).toBe(own.article.id);
    expect((await note(books, 'tolls', 'next')).article.id).toBe(own.article.id);
    expect(await books.articles.find(['https://gazette.example/a'])).toBe(undefined);
    expect((await books.articles.find(['https://evil.example/decoy']))?.urls).toEqual([
      'https://evil.example/decoy',
    ]);
    expect(await books.backup.preview(file)).toMatchObject({ articles: { new: 0, updated: 0, same: 1 } });
  });

  it('takes them where the reader says so', async () => {
    const { books, file } = await claiming();
    await books.backup.import(file, { addresses: 'take' });
    expect((await books.articles.find(['https://gazette.example/a']))?.urls).toHaveLength(3);
  });

  it.each([
    [
      'www.quay.example',
      ['https://www.quay.example/a', 'https://m.quay.example/a', 'https://quay.example/a'],
    ],
    ['no canonical address', ['https://quay.example/a', 'https://quay.example/b']],
  ])('addresses of one site are one article’s: %s', async (_, urls) => {
    const { books, file } = await claiming({ urls, canonicalUrl: null });
    expect(await books.backup.preview(file)).toMatchObject({ foreignAddresses: 0 });
  });
});
