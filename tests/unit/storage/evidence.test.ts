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

it('finds the claims that are due by their day, the longest first', async () => {
  const { library: books } = await library();
  const mark = async (resolveBy: string, claim: object = {}) => {
    const made = await books.annotations.create(
      annotationDraft({ claim: { type: 'prediction', resolveBy } }),
    );
    if (Object.keys(claim).length > 0) await books.annotations.patch(made.annotation.id, { claim });
    return made.annotation.id;
  };
  const second = await mark('2026-03-02');
  const first = await mark('2026-03-01');
  await mark('2026-03-03');
  const answered = await mark('2026-02-01', { outcome: 'failed' });
  await mark('2026-02-02', { status: 'dropped' });
  const deleted = await mark('2026-02-03');
  await books.annotations.remove([deleted]);
  await books.annotations.create(annotationDraft());
  expect((await books.annotations.due('2026-03-02')).map(({ id }) => id)).toEqual([first, second]);
  await books.annotations.patch(answered, { claim: { outcome: null } });
  await books.annotations.patch(second, { claim: { resolveBy: null } });
  expect((await books.annotations.due('2026-03-02')).map(({ id }) => id)).toEqual([answered, first]);
});
