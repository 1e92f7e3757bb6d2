import { type Breath, breath } from './breath.ts';
import { PAGE, type Reader } from './read.ts';
import { annotationEntry, articleEntry, type SearchCache } from './searchEntry.ts';
import type { SearchFile } from './searchFile.ts';
import type { Meta, Stores } from './stores.ts';

/** Annotations from which on texts are kept in a file: fewer are read as quickly from the database. */
const WORTH_KEEPING = 2_000;
/** Changes after which they are kept anew. The log reaches back further. */
const STALE = 500;

/**
 * The folded texts of the whole library in memory, read once, from the file that an earlier context left or page by page,
 * and kept up to date through the change log, so that writes of other contexts are seen too.
 */
export function createSearchCache(reader: Reader, file: SearchFile): { upToDate(): Promise<SearchCache> } {
  const cache: SearchCache = { articles: new Map(), annotations: new Map() };
  let seq = -1;
  let library = '';
  /** The last change that is in the file; -1 where there is none. */
  let keptSeq = -1;
  let working: Promise<unknown> = Promise.resolve();

  function takeArticle(article: Stores['articles']['value']) {
    if (article.deletedAt !== undefined) cache.articles.delete(article.id);
    else cache.articles.set(article.id, articleEntry(article));
  }

  function takeAnnotation(annotation: Stores['annotations']['value']) {
    if (annotation.deletedAt !== undefined) cache.annotations.delete(annotation.id);
    else cache.annotations.set(annotation.id, annotationEntry(annotation));
  }

  /** Catches up from the log; false where the log does not reach back far enough. */
  async function catchUp(): Promise<boolean> {
    return reader.read(async (transaction) => {
      const meta = await transaction.objectStore('meta').get('library');
      if (!meta || nameOf(meta) !== library || meta.seq < seq) return false;
      if (meta.seq === seq) return true;
      const entries = await transaction.objectStore('log').getAll(IDBKeyRange.lowerBound(seq, true));
      if (entries.length !== meta.seq - seq || entries.some(({ all }) => all)) return false;
      const [articleIds, annotationIds] = [
        [...new Set(entries.flatMap((entry) => entry.articleIds))],
        [...new Set(entries.flatMap((entry) => entry.annotationIds))],
      ];
      const articles = transaction.objectStore('articles');
      const annotations = transaction.objectStore('annotations');
      const [changedArticles, changedAnnotations] = await Promise.all([
        Promise.all(articleIds.map((id) => articles.get(id))),
        Promise.all(annotationIds.map((id) => annotations.get(id))),
      ]);
      for (const id of articleIds) cache.articles.delete(id);
      for (const article of changedArticles) if (article) takeArticle(article);
      // What stood there keeps its place: an overview does not jump at an edit.
      for (const [at, annotation] of changedAnnotations.entries()) {
        if (annotation) takeAnnotation(annotation);
        else cache.annotations.delete(annotationIds[at] ?? '');
      }
      seq = meta.seq;
      return true;
    });
  }

  const metaNow = () => reader.read((transaction) => transaction.objectStore('meta').get('library'));

  /** Takes what an earlier context left; without it `seq` stays as it was. */
  async function takeKept(): Promise<void> {
    const meta = await metaNow();
    if (!meta) return;
    // A step is a line of many entries there.
    const kept = await file.read({ library: nameOf(meta), seq: meta.seq }, cache, breath(1));
    if (kept === undefined) return;
    seq = keptSeq = kept;
    library = nameOf(meta);
  }

  async function build(): Promise<void> {
    cache.articles.clear();
    cache.annotations.clear();
    // The number is taken first: what is written during the build is caught up with afterwards.
    const meta = await metaNow();
    const pause = breath();
    await eachPage(reader, 'articles', takeArticle, pause);
    await eachPage(reader, 'annotations', takeAnnotation, pause);
    seq = meta?.seq ?? -1;
    keptSeq = -1;
    library = meta ? nameOf(meta) : '';
  }

  async function update(): Promise<SearchCache> {
    if (seq < 0) await takeKept();
    if (seq < 0 || !(await catchUp())) {
      await build();
      await catchUp();
    }
    if (cache.annotations.size >= WORTH_KEEPING && (keptSeq < 0 || seq - keptSeq >= STALE)) {
      keptSeq = seq;
      // Nobody waits for it.
      void file.write({ library, seq }, cache);
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

/** Tells this database from every other, also from one that took over its id from a backup. */
const nameOf = ({ libraryId, createdAt }: Meta): string => `${libraryId} ${createdAt}`;

/** Reads a store to its end. The next page is on its way while one is taken in. */
async function eachPage<S extends 'articles' | 'annotations'>(
  reader: Reader,
  store: S,
  take: (record: Stores[S]['value']) => void,
  pause: Breath,
): Promise<void> {
  const read = (last: string | undefined) => {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    return reader.read((transaction) => transaction.objectStore(store).getAll(range, PAGE)) as Promise<
      Stores[S]['value'][]
    >;
  };
  let page = await read(undefined);
  while (page.length > 0) {
    const following = page.length < PAGE ? Promise.resolve([]) : read(page.at(-1)?.id);
    // Its failure is met where it is waited for.
    following.catch(() => undefined);
    for (const record of page) {
      take(record);
      await pause();
    }
    page = await following;
  }
}
