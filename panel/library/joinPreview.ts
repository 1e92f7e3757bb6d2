import type { JoinPreview } from '#components/library/LibraryState.ts';
import type { Library } from '#storage/index.ts';

/** Articles that are put together at once: more nobody looks over. */
const MOST = 10;

/** What putting the articles of some annotations together would do. All marks of an article go with it. */
export async function joinPreview(library: Library, annotationIds: string[]): Promise<JoinPreview> {
  const annotations = await library.annotations.some(annotationIds);
  const ids = [...new Set(annotations.map(({ articleId }) => articleId))];
  if (ids.length > MOST) return { articles: [], tooMany: true };
  const summaries = await Promise.all(ids.map((id) => library.articles.summary(id)));
  const articles = summaries
    .filter((one) => one !== undefined)
    .map(({ article, count }) => ({
      id: article.id,
      title: article.title ?? article.urls[0] ?? '',
      site: article.site,
      count,
    }))
    .sort((a, b) => b.count - a.count);
  return { articles, tooMany: false };
}
