import type { PopupPage } from '#components/popup/PopupState.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import type { TabPage } from '#messaging/pageOf.ts';
import type { Library } from '#storage/index.ts';
import type { ArticleInHand } from '../ArticleNotes.ts';
import { storedArticle } from '../storedArticle.ts';

/** The article of the active tab, whose note and tags can be written. */
export type OpenArticle = ArticleInHand & { tags: string[] };

/** The page as far as it is known without the library. */
export function pageWithout(tab: TabPage): PopupPage {
  if (tab.kind !== 'page') return tab;
  const detection = tab.state?.detection ?? null;
  const { title } = tab;
  if (detection === null || detection.kind === 'other') return { kind: 'not-article', title, detection };
  const site = tab.state?.metadata?.site ?? null;
  return {
    kind: 'article',
    articleId: null,
    title,
    site,
    detection,
    count: 0,
    changed: 0,
    missing: 0,
    own: null,
  };
}

/**
 * What the popup says of the page in front of the reader, and its article where note and tags can be written.
 * @throws what the library throws
 */
export async function pageWith(
  library: Library,
  tab: TabPage,
): Promise<{ page: PopupPage; article: OpenArticle | null }> {
  if (tab.kind !== 'page') return { page: tab, article: null };
  const { state, url, title } = tab;
  const { article } = await knownArticle(library, url, state?.metadata ?? null);
  const detection = state?.detection ?? null;
  if (!article && (detection === null || detection.kind === 'other'))
    return { page: { kind: 'not-article', title, detection }, article: null };
  const summary = article && (await library.articles.summary(article.id));
  const page: PopupPage = {
    kind: 'article',
    articleId: article?.id ?? null,
    title: article?.title ?? state?.metadata?.title ?? title,
    site: article?.site ?? state?.metadata?.site ?? null,
    detection,
    count: summary?.count ?? 0,
    changed: summary?.changed ?? 0,
    missing: summary?.missing ?? 0,
    own: null,
  };
  // Of a page that told nothing yet there is nothing to store an article with.
  const metadata = article ?? state?.metadata;
  if (!metadata || library.status === 'unavailable') return { page, article: null };
  const id = async () => article?.id ?? storedArticle(library, tab, metadata);
  return { page, article: { url, stored: article, tags: article?.tags ?? [], id } };
}
