import type { ArticleOwnActions } from '#components/ArticleOwn.tsx';
import type { Library } from '#storage/index.ts';
import type { ArticleInHand, ArticleNotes } from './ArticleNotes.ts';

interface Parts {
  library: Library;
  notes: ArticleNotes;
  /** The article shown now; null where there is none. */
  article: () => ArticleInHand | null;
  /** Reads again what is shown. */
  refresh: () => Promise<void>;
  /** Says that something did not work. */
  fail: (error: unknown) => void;
}

/** What the note and the tags of an article do, wherever they are shown. */
export function articleOwnActions({ library, notes, article, refresh, fail }: Parts): ArticleOwnActions {
  const withArticle = (deed: (one: ArticleInHand) => Promise<void>) => () => {
    const one = article();
    if (one) deed(one).catch(fail);
  };
  return {
    editArticleNote: (note) => {
      const one = article();
      if (one) notes.type(one, note);
    },
    finishArticleNote: withArticle(({ url }) => notes.finish(url)),
    retryArticleNote: withArticle(({ url }) => notes.retry(url)),
    changeArticleTags: (tags) =>
      withArticle(async ({ id }) => {
        await library.articles.patch(await id(), { tags });
        await refresh();
      })(),
  };
}
