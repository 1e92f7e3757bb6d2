import { expect, it } from 'vitest';
import { ArticleSchema, ClaimSchema, SourceSchema } from '#model/schemas.ts';
import { parse } from '#storage/parse.ts';
import { annotationDraft, library } from './fixtures.ts';

const AT = '2026-03-12T11:00:00.000Z';
const COPY = 'https://web.archive.org/web/20260312/https://quay.example/harbour-tolls';

/** Everything that evidence adds to the records. */
async function filled() {
  const { library: books } = await library();
  const { annotation, article } = await books.annotations.create(
    annotationDraft({
      source: { url: 'https://council.example/minutes', archivedUrl: COPY, archivedAt: AT },
    }),
  );
  const claim = {
    type: 'prediction',
    verdict: 'Wrong',
    reason: 'See the minutes.',
    outcome: 'failed',
    resolveBy: '2027-01-01',
  } as const;
  await books.annotations.patch(annotation.id, { claim });
  const { actionId = '' } = await books.articles.patch(article.id, { archived: { url: COPY, at: AT } });
  return { books, id: annotation.id, articleId: article.id, actionId, claim };
}

it('keeps what evidence adds, takes single fields away again, and can undo it', async () => {
  const { books, id, articleId, actionId, claim } = await filled();
  expect((await books.annotations.get(id))?.claim).toMatchObject(claim);
  expect((await books.annotations.get(id))?.sources[0]).toMatchObject({ archivedUrl: COPY, archivedAt: AT });
  expect((await books.articles.get(articleId))?.archived).toEqual({ url: COPY, at: AT });
  await books.annotations.patch(id, { claim: { reason: null, outcome: null } });
  const { claim: now } = (await books.annotations.get(id)) ?? {};
  expect([now?.reason, now?.outcome, now?.verdict]).toEqual([undefined, undefined, 'Wrong']);
  await books.undo(actionId);
  expect((await books.articles.get(articleId))?.archived).toBe(undefined);
});

it('carries it through a backup', async () => {
  const { books, id, articleId } = await filled();
  const file = await books.backup.export();
  const { library: other } = await library();
  await other.backup.import(file);
  expect((await other.annotations.get(id))?.claim).toEqual((await books.annotations.get(id))?.claim);
  expect((await other.annotations.get(id))?.sources).toEqual((await books.annotations.get(id))?.sources);
  expect((await other.articles.get(articleId))?.archived).toEqual({ url: COPY, at: AT });
});

it('lists claims and sourced highlights, by id or all, without what is in the trash', async () => {
  const { books, id } = await filled();
  const plain = await books.annotations.create(annotationDraft({ note: 'only a note' }));
  expect((await books.annotations.claims()).map((entry) => entry.id)).toEqual([id]);
  expect(await books.annotations.claims([plain.annotation.id])).toEqual([]);
  await books.annotations.remove([id]);
  expect(await books.annotations.claims()).toEqual([]);
});

it('reads records of before without any of it', () => {
  const claim = { statement: '', type: 'other', attribution: '', status: 'open' };
  expect(parse(ClaimSchema, claim)).toEqual(claim);
  for (const [schema, names] of [
    [ClaimSchema, ['reason', 'outcome']],
    [SourceSchema, ['archivedAt']],
    [ArticleSchema, ['archived']],
  ] as const)
    for (const name of names) expect(Reflect.get(schema.entries, name).type, name).toBe('optional');
});
