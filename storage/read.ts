import type { Article } from '#model/records.ts';
import { begin, type Connection } from './connection.ts';
import type { ArticlePage, ArticleSummary } from './library.ts';
import type { ReadTransaction, StoreName } from './stores.ts';
import { summarise } from './summarise.ts';

const ALL_STORES: StoreName[] = [
  'articles',
  'annotations',
  'versions',
  'actions',
  'changes',
  'log',
  'meta',
  'drafts',
  'ledgers',
  'outbox',
  'exchange',
];
/** Records read at once: reading everything in one go takes seconds in a large library. */
export const PAGE = 1_000;

export interface Reader {
  /** Runs `work` in one readonly transaction. Rejects with a `LibraryError`. */
  read<T>(work: (transaction: ReadTransaction) => Promise<T>): Promise<T>;
  recent(options: {
    limit: number;
    before?: Pick<Article, 'id' | 'updatedAt'>;
    all?: boolean;
  }): Promise<ArticleSummary[]>;
  summary(id: string): Promise<ArticleSummary | undefined>;
  page(after: string | null, pageSize: number): Promise<ArticlePage>;
}

export function createReader(connection: Connection): Reader {
  function read<T>(work: (transaction: ReadTransaction) => Promise<T>): Promise<T> {
    return connection.use(async (database) => {
      const transaction: ReadTransaction = begin(() => database.transaction(ALL_STORES, 'readonly'));
      const ended = transaction.done.then(
        () => undefined,
        (error: unknown) => error,
      );
      const result = await work(transaction);
      const failure = await ended;
      if (failure) throw failure;
      return result;
    });
  }

  return {
    read,

    recent: ({ limit, before, all = false }) =>
      read(async (transaction) => {
        const summaries: ArticleSummary[] = [];
        const range = before ? IDBKeyRange.upperBound(before.updatedAt) : null;
        let cursor = await transaction.objectStore('articles').index('updatedAt').openCursor(range, 'prev');
        while (cursor && summaries.length < limit) {
          const articles: Article[] = [];
          while (cursor && articles.length < limit - summaries.length) {
            const article: Article = cursor.value;
            // Articles of one moment follow each other by id, so the page border may lie between them.
            const seen = before && article.updatedAt === before.updatedAt && article.id >= before.id;
            if (!seen && article.deletedAt === undefined) articles.push(article);
            cursor = await cursor.continue();
          }
          // Asked for together: one after the other each waits for the one before it.
          for (const summary of await Promise.all(articles.map((one) => summaryOf(transaction, one)))) {
            const { article } = summary;
            if (all || summary.count > 0 || article.note !== '' || article.tags.length > 0)
              summaries.push(summary);
          }
        }
        return summaries;
      }),

    summary: (id) =>
      read(async (transaction) => {
        const article = await transaction.objectStore('articles').get(id);
        return article && summaryOf(transaction, article);
      }),

    page: (after, pageSize) =>
      read(async (transaction) => {
        const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
        const records = await transaction.objectStore('articles').getAll(range, pageSize);
        const index = transaction.objectStore('annotations').index('articleId');
        const all = await Promise.all(
          records.map(async (article) => ({
            article,
            annotations: (await index.getAll(article.id))
              .filter(({ deletedAt }) => deletedAt === undefined)
              .sort(inDocumentOrder),
          })),
        );
        return {
          articles: all.filter(({ article }) => article.deletedAt === undefined),
          next: records.length < pageSize ? null : (records.at(-1)?.id ?? null),
        };
      }),
  };
}

async function summaryOf(transaction: ReadTransaction, article: Article): Promise<ArticleSummary> {
  return summarise(
    article,
    await transaction.objectStore('annotations').index('articleId').getAll(article.id),
  );
}

interface Placed {
  target: { start: number; end: number };
  retarget?: { start: number; end: number } | undefined;
  createdAt: string;
  id: string;
}

/** Sorts annotations as they stand in the text; equal places by age. */
export function inDocumentOrder(a: Placed, b: Placed): number {
  const left = a.retarget ?? a.target;
  const right = b.retarget ?? b.target;
  if (left.start !== right.start) return left.start - right.start;
  if (left.end !== right.end) return left.end - right.end;
  return `${a.createdAt} ${a.id}` < `${b.createdAt} ${b.id}` ? -1 : 1;
}
