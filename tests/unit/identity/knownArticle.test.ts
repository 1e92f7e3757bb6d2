import { beforeEach, describe, expect, it } from 'vitest';
import { articleAddresses } from '#article/articleAddresses.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import type { Library } from '#storage/index.ts';
import { library, metadata } from '../storage/fixtures.ts';

const SITE = 'https://www.quay-courier.example';
const STORY = `${SITE}/local/harbour-tolls-rise-again-4411209`;
const PLAIN = `${SITE}/story.php?id=812`;
const OTHER = `${SITE}/story.php?id=901`;
const TITLE = 'Harbour tolls rise again';

let books: Library;
beforeEach(async () => {
  ({ library: books } = await library());
});

/** Stores the article of a visited page as the background does. */
async function store(url: string, canonicalUrl: string | null, title = TITLE, publishedAt?: string) {
  const facts = metadata({ canonicalUrl, title, ...(publishedAt ? { publishedAt } : {}) });
  const { addresses } = await knownArticle(books, url, facts);
  const { article } = await books.articles.getOrCreate({ addresses, metadata: facts, kind: 'news' });
  return article.id;
}

const find = async (url: string, canonicalUrl: string | null, title = TITLE, publishedAt?: string) =>
  (await knownArticle(books, url, metadata({ canonicalUrl, title, ...(publishedAt ? { publishedAt } : {}) })))
    .article?.id;

describe('the article a page shows', () => {
  it('is found at its own address, whatever canonical address it names now', async () => {
    const id = await store(STORY, STORY);
    for (const canonical of [null, SITE, `${SITE}/index.html`, `${SITE}/local/another-story-5512880`, OTHER])
      expect(await find(STORY, canonical)).toBe(id);
  });

  it('is found through the canonical address of another form of it', async () => {
    const id = await store(STORY, STORY);
    expect(await find(PLAIN, STORY)).toBe(id);
    expect(await find('https://m.quay-courier.example/p/4411209', STORY)).toBe(id);
  });

  it('is found after its headline was reworded, at the same minute of publication', async () => {
    const id = await store(STORY, STORY);
    expect(await find(PLAIN, STORY, 'Shipping companies pay more from June')).toBe(id);
  });

  it('is not the one a wrong canonical address names', async () => {
    const first = await store(PLAIN, STORY);
    const wrong = ['Ferry sinks off the northern islands', '2026-03-05T10:00:00Z'] as const;
    expect(await find(OTHER, STORY, ...wrong)).toBeUndefined();
    const second = await store(OTHER, STORY, ...wrong);
    expect(second).not.toBe(first);
    expect(await find(OTHER, STORY, ...wrong)).toBe(second);
    expect(await find(PLAIN, STORY)).toBe(first);
  });

  it('is none for addresses that are no web pages', async () => {
    expect(await knownArticle(books, 'about:blank', null)).toEqual({ article: undefined, addresses: [] });
  });
});

describe('what the reader says of addresses', () => {
  it('keeps a separated address apart, although its page still names the other', async () => {
    const id = await store(STORY, STORY);
    await books.articles.refreshFromPage(id, {
      addresses: articleAddresses(PLAIN, STORY),
      metadata: metadata({ canonicalUrl: STORY }),
    });
    expect(await find(PLAIN, STORY)).toBe(id);
    const urls = articleAddresses(PLAIN, null);
    const { article, actionId } = await books.articles.split(id, { urls, annotationIds: [] });
    expect(await find(PLAIN, STORY)).toBe(article.id);
    expect(await find(STORY, STORY)).toBe(id);
    await books.undo(actionId ?? '');
    expect(await find(PLAIN, STORY)).toBe(id);
  });

  it('brings two articles together and takes it back', async () => {
    const first = await store(STORY, null);
    const second = await store(OTHER, null);
    const { actionId } = await books.articles.merge(first, [second]);
    expect(await find(OTHER, null)).toBe(first);
    await books.undo(actionId ?? '');
    expect(await find(OTHER, null)).toBe(second);
    expect(await find(STORY, null)).toBe(first);
  });
});
