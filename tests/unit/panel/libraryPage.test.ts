import { expect, it, vi } from 'vitest';

vi.mock('#components/strings.ts', () => ({
  t: (key: string, given: unknown) => (given === undefined ? key : `${key} ${JSON.stringify(given)}`),
}));

import { actionInWords } from '#panel/actionInWords.ts';
import { joinPreview } from '#panel/library/joinPreview.ts';
import { readAddress, writeAddress } from '#panel/library/libraryAddress.ts';
import { libraryRows } from '#panel/library/libraryRows.ts';
import { annotationDraft, articleDraft, library } from '../storage/fixtures.ts';

it('holds its state in its address', () => {
  const address = {
    view: 'figures',
    query: 'tolls & "ferry" is:unsourced #港',
    group: 'source',
    open: { group: 'https://port.example/?a=1&b=2', id: 'mark-1' },
  } as const;
  expect(readAddress(writeAddress(address))).toEqual(address);
  expect(readAddress('#')).toEqual({ view: 'notes', query: '', group: 'article', open: null });
  expect(readAddress('#view=nowhere&by=mood&mark=x')).toEqual(readAddress(''));
  expect(writeAddress(readAddress('#in='))).toBe('#in=');
});

it('numbers the rows of all groups', () => {
  const groups = [
    { key: 'a', title: 'A', ids: ['1', '2'] },
    { key: 'b', title: 'B', ids: [] },
    { key: '', title: '', ids: ['2', '3'] },
  ];
  const rows = libraryRows({ groups, total: 3 }, () => undefined);
  const all = Array.from({ length: rows.count }, (_, index) => rows.at(index));
  expect(all).toEqual([
    { group: 'a' },
    { group: 'a', id: '1' },
    { group: 'a', id: '2' },
    { group: 'b' },
    { group: '' },
    { group: '', id: '2' },
    { group: '', id: '3' },
  ]);
  expect(all.map((row) => row && rows.indexOf(row))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(rows.at(7)).toBeUndefined();
  expect(rows.at(-1)).toBeUndefined();
  expect(rows.indexOf({ group: 'b', id: '1' })).toBe(-1);
  expect(rows.headOf('b')).toMatchObject({ title: 'B', count: 0 });
});

it('says what each step changed', async () => {
  const { library: books } = await library();
  const { annotation, article } = await books.annotations.create(annotationDraft());
  const second = await books.annotations.create(
    annotationDraft({ target: { ...annotation.target, start: 90, end: 99 } }),
  );
  const ids = [annotation.id, second.annotation.id];
  await books.annotations.patch(annotation.id, { note: 'Ask the pilots' });
  await books.annotations.patch(annotation.id, { claim: { status: 'checking' } });
  await books.annotations.patchAll(ids, { tags: { add: ['port'], remove: [] } });
  await books.articles.patch(article.id, { note: 'All of it' });
  await books.annotations.remove(ids);
  const words = (await books.actions()).map((action) => actionInWords(action).replaceAll('\\"', ''));
  const quote = 'step.quote {words:Tolls rose by 12 per cent in January}';
  expect(words.map((one) => one.replaceAll('"', ''))).toEqual([
    'step.remove {what:step.many {count:2}}',
    'step.articleNote {words:Harbour tolls rise again}',
    'step.tags {what:step.many {count:2}}',
    `step.claim {what:${quote}}`,
    `step.note {what:${quote}}`,
    `step.create {what:${quote}}`,
    `step.create {what:${quote}}`,
  ]);
});

it('says which articles would become one', async () => {
  const { library: books } = await library();
  const mark = (page: string, start: number) =>
    books.annotations.create(
      annotationDraft({
        article: articleDraft({ addresses: [page] }),
        target: { ...annotationDraft().target, start, end: start + 5 },
      }),
    );
  const one = await mark('https://quay.example/tolls', 5);
  const two = await mark('https://quay.example/m/tolls', 5);
  await mark('https://quay.example/m/tolls', 50);
  const ids = [one.annotation.id, two.annotation.id];
  const preview = await joinPreview(books, ids);
  expect(preview.articles.map(({ id, count }) => [id, count])).toEqual([
    [two.article.id, 2],
    [one.article.id, 1],
  ]);
  const many = [];
  for (let page = 0; page < 11; page++)
    many.push((await mark(`https://quay.example/${page}`, 5)).annotation.id);
  expect(await joinPreview(books, many)).toEqual({ articles: [], tooMany: true });
});
