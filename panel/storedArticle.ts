import { knownArticle } from '#identity/knownArticle.ts';
import type { TabPage } from '#messaging/pageOf.ts';
import type { ArticleMetadata } from '#model/records.ts';
import type { Library } from '#storage/index.ts';

/**
 * Id of the record of a page's article, made now if nothing was stored of it yet.
 * @throws Error where the library takes nothing
 */
export async function storedArticle(
  library: Library,
  page: Extract<TabPage, { kind: 'page' }>,
  metadata: ArticleMetadata,
): Promise<string> {
  const { article, addresses } = await knownArticle(library, page.url, metadata);
  if (article) return article.id;
  const kind = page.state?.detection.kind ?? 'other';
  return (await library.articles.getOrCreate({ addresses, metadata, kind })).article.id;
}
