import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import type { Library } from '#storage/index.ts';
import type { ExportScope } from './ExportScope.ts';

/** Marks that are read at once. */
export const PART = 1_000;

/** The notes of what is taken away, article by article. @throws what the library throws */
export async function* notesOf(library: Library, scope: ExportScope): AsyncGenerator<ArticleNotes> {
  const { articles, annotations } = library;
  if (scope.kind === 'all') yield* articles.everything();
  else if (scope.kind === 'marks') yield* ofMarks(library, scope.ids);
  else {
    const article = await articles.get(scope.articleId);
    if (article) yield { article, annotations: await annotations.forArticle(article.id) };
  }
}

/** Read twice, so that the marks of one article are in memory and not all of them. */
async function* ofMarks({ articles, annotations }: Library, ids: string[]): AsyncGenerator<ArticleNotes> {
  const byArticle = new Map<string, string[]>();
  for (let from = 0; from < ids.length; from += PART)
    for (const { id, articleId } of await annotations.some(ids.slice(from, from + PART))) {
      const own = byArticle.get(articleId);
      if (own) own.push(id);
      else byArticle.set(articleId, [id]);
    }
  for (const some of inParts(byArticle)) {
    const [found, marks] = await Promise.all([
      articles.some(some.map(([articleId]) => articleId)),
      annotations.some(some.flatMap(([, own]) => own)),
    ]);
    const ofArticle = Map.groupBy(marks, ({ articleId }) => articleId);
    for (const article of found) yield { article, annotations: ofArticle.get(article.id) ?? [] };
  }
}

/** Articles with the ids of their marks, some at a time: few transactions, and few marks in memory. */
function* inParts(byArticle: ReadonlyMap<string, string[]>): Generator<[string, string[]][]> {
  let some: [string, string[]][] = [];
  let marks = 0;
  for (const entry of byArticle) {
    some.push(entry);
    marks += entry[1].length;
    if (marks < PART) continue;
    yield some;
    [some, marks] = [[], 0];
  }
  if (some.length > 0) yield some;
}
