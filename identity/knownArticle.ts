import { articleAddresses } from '#article/articleAddresses.ts';
import { contradicts } from '#article/sameArticle.ts';
import type { Article, ArticleMetadata } from '#model/records.ts';

export interface KnownArticle {
  article: Article | undefined;
  /** The addresses of the page by which its article is found or stored, the primary one first. */
  addresses: string[];
}

/** The part of the library that is asked. */
interface Store {
  articles: { find(addresses: string[]): Promise<Article | undefined> };
}

type Facts = Pick<ArticleMetadata, 'canonicalUrl' | 'title' | 'publishedAt'>;

/**
 * The stored article that a page shows. The page's own address decides before the one it claims, so that a canonical
 * address that changes does not split an article, and what the reader has separated stays apart. A claimed address
 * leads to another record only where title or time agree: a wrong one must not merge two articles.
 */
export async function knownArticle(
  { articles }: Store,
  url: string,
  facts: Facts | null,
): Promise<KnownArticle> {
  const own = articleAddresses(url, null);
  if (own.length === 0) return { article: undefined, addresses: [] };
  const here = await articles.find(own);
  if (here) return { article: here, addresses: own };
  const all = articleAddresses(url, facts?.canonicalUrl ?? null);
  const claimed = all.filter((address) => !own.includes(address));
  const there = claimed.length > 0 ? await articles.find(claimed) : undefined;
  if (!there || !facts) return { article: undefined, addresses: all };
  const titles = [there.title, ...there.titleHistory.map(({ title }) => title)];
  return contradicts(facts, { titles, publishedAt: there.publishedAt })
    ? { article: undefined, addresses: own }
    : { article: there, addresses: all };
}
