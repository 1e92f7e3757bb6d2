import type { ArticlePage, ArticleWithAnnotations } from './library.ts';

/** Goes through all pages, each read when it is needed, so that the size of the library does not matter. */
export async function* everyArticle(
  read: (after: string | null, pageSize: number) => Promise<ArticlePage>,
  pageSize = 100,
): AsyncGenerator<ArticleWithAnnotations> {
  let after: string | null = null;
  do {
    const { articles, next }: ArticlePage = await read(after, pageSize);
    yield* articles;
    after = next;
  } while (after !== null);
}
