import type { Annotation, Article } from '#model/records.ts';
import { deviceOf } from '#sync/stamps.ts';
import { articlesAt, revived } from '../articlesAt.ts';
import { mergeArticles } from '../mergeArticles.ts';
import { inOrder } from '../readMany.ts';
import type { Writing } from '../write.ts';
import type { ChangeLog } from './ChangeLog.ts';

/** What has to be looked at after changes of another device came in. */
export interface Unsettled {
  /** Articles that are new here. */
  newArticles: Set<string>;
  /** Articles that were put in the trash. */
  trashed: Set<string>;
  /** Annotations that changed. */
  annotations: Set<string>;
}

/**
 * Keeps the rules of a library where changes met that each device made by itself: a live annotation has a live article,
 * what was written into an article that was merged elsewhere follows it, and one piece of journalism is one article.
 * These are changes of this device, like a reader's; other devices find the same or are told.
 */
export async function keepRules(writing: Writing, log: ChangeLog, unsettled: Unsettled): Promise<void> {
  for (const id of unsettled.newArticles) await joinSame(writing, log, id);
  const { transaction } = writing;
  const live = new Map<string, Annotation>();
  for (const one of await inOrder(transaction.objectStore('annotations'), [...unsettled.annotations]))
    if (one.deletedAt === undefined) live.set(one.id, one);
  for (const id of unsettled.trashed)
    for (const one of await transaction.objectStore('annotations').index('articleId').getAll(id))
      if (one.deletedAt === undefined) live.set(one.id, one);
  const liveArticles = new Set<string>();
  for (const annotation of live.values()) {
    if (liveArticles.has(annotation.articleId)) continue;
    const article = await transaction.objectStore('articles').get(annotation.articleId);
    if (article && article.deletedAt === undefined) liveArticles.add(article.id);
    if (!article || article.deletedAt === undefined) continue;
    const home = await whereItWent(writing, log, article.id);
    if (home) await writing.put('annotations', annotation, { ...annotation, articleId: home.id });
    await revived(writing, home ?? article);
  }
}

/** The article that another one was merged into; undefined where it was not, or that one is not here. */
export async function whereItWent(
  writing: Writing,
  log: ChangeLog,
  id: string,
): Promise<Article | undefined> {
  const seen = new Set([id]);
  let at = id;
  let found: Article | undefined;
  for (;;) {
    const into = (await log.ledger('articles', at))?.hidden?.mergedInto;
    if (typeof into !== 'string' || seen.has(into)) return found;
    seen.add(into);
    const article = await writing.transaction.objectStore('articles').get(into);
    if (article) found = article;
    if (article && article.deletedAt === undefined) return article;
    at = into;
  }
}

/** Two devices made an article of the same page: the older one takes in the other. */
async function joinSame(writing: Writing, log: ChangeLog, id: string): Promise<void> {
  const article = await writing.transaction.objectStore('articles').get(id);
  if (!article || article.deletedAt !== undefined) return;
  const maker = await makerOf(log, article);
  const same = (await articlesAt(writing.transaction, article.urls)).filter(
    (one) => one.deletedAt === undefined && one.id !== id,
  );
  const others: Article[] = [];
  for (const one of same) if ((await makerOf(log, one)) !== maker) others.push(one);
  if (others.length === 0) return;
  const [oldest, ...rest] = [article, ...others].sort((a, b) => (age(a) < age(b) ? -1 : 1));
  if (oldest)
    await mergeArticles(
      writing,
      oldest.id,
      rest.map((one) => one.id),
    );
}

const age = ({ createdAt, id }: Article): string => `${createdAt} ${id}`;

async function makerOf(log: ChangeLog, article: Article): Promise<string> {
  return deviceOf(
    ((await log.ledger('articles', article.id)) ?? log.pristine('articles', article, article.id)).base,
  );
}
