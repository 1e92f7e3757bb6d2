import { askingDay } from '#evidence/dueClaims.ts';
import type { ClaimEntry } from '#model/ClaimEntry.ts';
import type { Annotation, Article } from '#model/records.ts';
import type { ReadTransaction } from './stores.ts';

/** Live annotations that have a claim or sources, each with what is told of its article; without `ids` all of them. */
export async function claimEntries(transaction: ReadTransaction, ids?: string[]): Promise<ClaimEntry[]> {
  const store = transaction.objectStore('annotations');
  const some = ids && (await Promise.all(ids.map((id) => store.get(id))));
  return toEntries(
    transaction,
    (some ?? (await store.getAll())).filter((one) => one !== undefined),
  );
}

/**
 * Live annotations whose claim is to be asked about on a day (YYYY-MM-DD) or was before it, the longest due first. An
 * index finds them, so that a popup that says so costs the same in a library of any size.
 */
export async function dueEntries(transaction: ReadTransaction, day: string): Promise<ClaimEntry[]> {
  const index = transaction.objectStore('annotations').index('resolveBy');
  const all = await index.getAll(IDBKeyRange.upperBound(day));
  return toEntries(
    transaction,
    // Answered and dropped ones keep their day.
    all.filter(({ claim }) => askingDay(claim) !== null),
  );
}

async function toEntries(transaction: ReadTransaction, all: Annotation[]): Promise<ClaimEntry[]> {
  const articles = transaction.objectStore('articles');
  const of = new Map<string, Article | undefined>();
  const entries: ClaimEntry[] = [];
  for (const one of all) {
    const { id, articleId, updatedAt, target, claim, sources, deletedAt } = one;
    if (deletedAt !== undefined || (!claim && sources.length === 0)) continue;
    if (!of.has(articleId)) of.set(articleId, await articles.get(articleId));
    const article = of.get(articleId);
    if (!article || article.deletedAt !== undefined) continue;
    const articleTitle = article.title ?? article.urls[0] ?? '';
    const { language } = article;
    entries.push({ id, articleId, updatedAt, articleTitle, language, quote: target.exact, claim, sources });
  }
  return entries;
}
