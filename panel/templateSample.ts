import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import type { Library } from '#storage/index.ts';
import type { ExportScope } from './ExportScope.ts';

/**
 * The article by which a template is shown: the first one of what is taken away; the newest where that is everything.
 * null where the library holds none.
 */
export async function templateSample(
  { articles, annotations }: Library,
  scope: ExportScope,
): Promise<ArticleNotes | null> {
  const id =
    scope.kind === 'article'
      ? scope.articleId
      : scope.kind === 'marks'
        ? (await annotations.some(scope.ids.slice(0, 1)))[0]?.articleId
        : (await articles.recent({ limit: 1 }))[0]?.article.id;
  const article = id === undefined ? undefined : await articles.get(id);
  return article ? { article, annotations: await annotations.forArticle(article.id) } : null;
}
