import { expect, it, vi } from 'vitest';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import type { TabPage } from '#messaging/pageOf.ts';
import type { TabState } from '#messaging/tabState.ts';
import { pageWith, pageWithout } from '#panel/popup/popupPage.ts';
import { searchAnswer } from '#panel/popup/searchAnswer.ts';
import type { ArticleSummary, Library } from '#storage/index.ts';
import { anAnnotation, anArticle } from '../exchange/records.ts';

const article = anArticle({ title: 'Harbour tolls rise again', site: 'Quay Courier' });
const [url = ''] = article.urls;
const state = (kind: 'news' | 'other'): TabState => ({
  url,
  detection: { kind, score: 0.9, signals: [] },
  metadata: { ...anArticle(), title: 'As the page says', site: 'As the page says' },
  articleId: null,
  count: 0,
  cited: 0,
});
const tab = (of: TabState | null): TabPage => ({
  kind: 'page',
  tabId: 1,
  url,
  title: 'Title of the tab',
  state: of,
});
const library = (stored: typeof article | undefined, status = 'ok') =>
  ({
    status,
    articles: {
      find: async () => stored,
      summary: async (): Promise<Partial<ArticleSummary>> => ({ count: 4, changed: 2, missing: 1 }),
    },
  }) as unknown as Library;

it('says of a page without the library what the page itself says', () => {
  expect(pageWithout({ kind: 'restricted' })).toEqual({ kind: 'restricted' });
  expect(pageWithout(tab(null))).toEqual({ kind: 'not-article', title: 'Title of the tab', detection: null });
  expect(pageWithout(tab(state('other')))).toMatchObject({
    kind: 'not-article',
    detection: { kind: 'other' },
  });
  expect(pageWithout(tab(state('news')))).toMatchObject({
    kind: 'article',
    site: 'As the page says',
    count: 0,
  });
});

it('says what the library knows of it, and gives its article to write on', async () => {
  const { page, article: open } = await pageWith(library(article), tab(state('news')));
  expect(page).toMatchObject({
    kind: 'article',
    articleId: article.id,
    title: 'Harbour tolls rise again',
    site: 'Quay Courier',
    count: 4,
    changed: 2,
    missing: 1,
  });
  expect(open).toMatchObject({ url, stored: article, tags: article.tags });
  expect(await open?.id()).toBe(article.id);
});

it('shows a stored article also where the page was not taken for one', async () => {
  expect((await pageWith(library(article), tab(state('other')))).page).toMatchObject({
    kind: 'article',
    count: 4,
  });
  expect(await pageWith(library(undefined), tab(state('other')))).toMatchObject({
    page: { kind: 'not-article' },
    article: null,
  });
});

it('offers nothing to write on where nothing could be stored', async () => {
  expect((await pageWith(library(undefined, 'unavailable'), tab(state('news')))).article).toBeNull();
  const { page, article: open } = await pageWith(library(article, 'unavailable'), tab(null));
  expect([page.kind, open]).toEqual(['article', null]);
});

it('marks every word of a query in the title of what was found, and says where each find stands', () => {
  const annotation = anAnnotation();
  const answer = searchAnswer('tolls -ferry rise', {
    articles: [
      {
        article,
        total: 7,
        hits: [{ annotation, excerpts: [{ field: 'claim', text: 'tolls rose', found: [[0, 5]] }] }],
      },
    ],
    total: 7,
    totalArticles: 1,
    faults: [],
  } as Parameters<typeof searchAnswer>[1]);
  const [found] = answer.articles;
  expect(found?.title).toEqual({
    text: 'Harbour tolls rise again',
    found: [
      [8, 13],
      [14, 18],
    ],
  });
  expect(found?.hits[0]?.excerpts).toEqual([{ where: 'note', text: 'tolls rose', found: [[0, 5]] }]);
  expect([answer.total, found?.total]).toEqual([7, 7]);
});
