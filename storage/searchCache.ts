import type { Annotation, Article } from '#model/records.ts';
import { fold } from './fold.ts';
import type { SearchField } from './library.ts';
import { PAGE, type Reader } from './read.ts';

/** One searchable text of a record, folded. */
export interface FoldedField {
  field: SearchField;
  text: string;
}

export interface SearchCache {
  articles: Map<string, FoldedField[]>;
  annotations: Map<string, { articleId: string; createdAt: string; fields: FoldedField[] }>;
}

/** The texts of an annotation that are searched, in the order in which a match is shown. */
export function searchedTexts(annotation: Annotation): FoldedField[] {
  const { target, note, claim, sources, tags } = annotation;
  const texts: [SearchField, string | undefined][] = [
    ['quote', target.exact],
    ['note', note],
    [
      'claim',
      claim && [claim.statement, claim.attribution, claim.verdict, claim.reason].filter(Boolean).join(' · '),
    ],
    ...sources.map((source): [SearchField, string] => [
      'source',
      [source.title, source.site, source.url, ...source.authors, source.quote?.exact, source.note]
        .filter(Boolean)
        .join(' · '),
    ]),
    ...tags.map((tag): [SearchField, string] => ['tag', tag]),
  ];
  return texts
    .filter((one): one is [SearchField, string] => Boolean(one[1]))
    .map(([field, text]) => ({ field, text }));
}

/** The texts of an article that are searched. */
export function searchedArticleTexts(article: Article): FoldedField[] {
  const title = [article.title, article.site, ...article.authors].filter(Boolean).join(' · ');
  return [
    { field: 'title' as const, text: title },
    { field: 'article note' as const, text: article.note },
    ...article.tags.map((tag) => ({ field: 'tag' as const, text: tag })),
  ].filter(({ text }) => text !== '');
}

/**
 * The folded texts of the whole library in memory, read once page by page and kept up to date through
 * the change log, so that writes of other contexts are seen too.
 */
export function createSearchCache(reader: Reader): { upToDate(): Promise<SearchCache> } {
  const cache: SearchCache = { articles: new Map(), annotations: new Map() };
  let seq = -1;
  let libraryId = '';
  let working: Promise<unknown> = Promise.resolve();

  function takeArticle(article: Article) {
    if (article.deletedAt !== undefined) cache.articles.delete(article.id);
    else cache.articles.set(article.id, searchedArticleTexts(article).map(folded));
  }

  function takeAnnotation(annotation: Annotation) {
    const { id, articleId, createdAt, deletedAt } = annotation;
    if (deletedAt !== undefined) cache.annotations.delete(id);
    else cache.annotations.set(id, { articleId, createdAt, fields: searchedTexts(annotation).map(folded) });
  }

  /** Catches up from the log; false where the log does not reach back far enough. */
  async function catchUp(): Promise<boolean> {
    return reader.read(async (transaction) => {
      const meta = await transaction.objectStore('meta').get('library');
      if (!meta || meta.libraryId !== libraryId || meta.seq < seq) return false;
      if (meta.seq === seq) return true;
      const entries = await transaction.objectStore('log').getAll(IDBKeyRange.lowerBound(seq, true));
      if (entries.length !== meta.seq - seq || entries.some(({ all }) => all)) return false;
      for (const id of new Set(entries.flatMap(({ articleIds }) => articleIds))) {
        const article = await transaction.objectStore('articles').get(id);
        if (article) takeArticle(article);
        else cache.articles.delete(id);
      }
      for (const id of new Set(entries.flatMap(({ annotationIds }) => annotationIds))) {
        const annotation = await transaction.objectStore('annotations').get(id);
        if (annotation) takeAnnotation(annotation);
        else cache.annotations.delete(id);
      }
      seq = meta.seq;
      return true;
    });
  }

  async function build(): Promise<void> {
    cache.articles.clear();
    cache.annotations.clear();
    // The number is taken first: what is written during the build is caught up with afterwards.
    const meta = await reader.read((transaction) => transaction.objectStore('meta').get('library'));
    await eachPage(reader, 'articles', takeArticle);
    await eachPage(reader, 'annotations', takeAnnotation);
    seq = meta?.seq ?? -1;
    libraryId = meta?.libraryId ?? '';
  }

  async function update(): Promise<SearchCache> {
    if (seq < 0 || !(await catchUp())) {
      await build();
      await catchUp();
    }
    return cache;
  }

  return {
    upToDate() {
      // One at a time: two searches must not fill the cache in turns.
      const next = working.then(update, update);
      working = next;
      return next;
    },
  };
}

function folded({ field, text }: FoldedField): FoldedField {
  return { field, text: fold(text) };
}

async function eachPage<S extends 'articles' | 'annotations'>(
  reader: Reader,
  store: S,
  take: (record: S extends 'articles' ? Article : Annotation) => void,
): Promise<void> {
  let last: string | undefined;
  for (;;) {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const page = await reader.read((transaction) => transaction.objectStore(store).getAll(range, PAGE));
    for (const record of page) take(record as S extends 'articles' ? Article : Annotation);
    last = page.at(-1)?.id;
    if (page.length < PAGE || last === undefined) return;
  }
}
