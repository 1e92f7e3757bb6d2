import { expect, it, vi } from 'vitest';
import { RecordCache } from '#panel/library/RecordCache.ts';
import { annotationDraft, library } from '../storage/fixtures.ts';

/** A library with one mark, and a cache that has read it. */
async function cached() {
  const { library: books } = await library();
  const { annotation } = await books.annotations.create(annotationDraft({ note: 'before' }));
  const records = new RecordCache(books);
  await records.read([annotation.id]);
  return { books, records, id: annotation.id, articleId: annotation.articleId };
}

it('tells what changed as it was until it is read again', async () => {
  const { books, records, id, articleId } = await cached();
  await books.annotations.patch(id, { note: 'after' });
  records.forget([id]);
  expect(records.annotation(id)?.note).toBe('before');
  expect(records.article(articleId)).toBeDefined();
  expect(await records.read([id])).toBe(true);
  expect(records.annotation(id)?.note).toBe('after');
});

it('reads nothing twice that did not change', async () => {
  const { records, id } = await cached();
  expect(await records.read([id])).toBe(false);
});

it('takes all for changed where it is not said what was', async () => {
  const { books, records, id, articleId } = await cached();
  await books.annotations.patch(id, { note: 'after' });
  await books.articles.patch(articleId, { note: 'on the article' });
  records.forget([]);
  await records.read([id]);
  await records.readArticle(articleId);
  expect(records.annotation(id)?.note).toBe('after');
  expect(records.article(articleId)?.note).toBe('on the article');
});

it('knows nothing of what is gone once it was asked for again', async () => {
  const { books, records, id } = await cached();
  vi.spyOn(books.annotations, 'some').mockResolvedValue([]);
  records.forget([id]);
  expect(records.annotation(id)).toBeDefined();
  expect(await records.read([id])).toBe(false);
  expect(records.annotation(id)).toBeUndefined();
});
