import { nextRevision } from '#model/nextRevision.ts';
import type { Annotation, Article } from '#model/records.ts';
import { isKnown } from '#sync/stamps.ts';
import { articlesAt, revived } from './articlesAt.ts';
import type { Library, TrashedItem } from './library.ts';
import type { Reader } from './read.ts';
import type { SearchFile } from './searchFile.ts';
import type { Records } from './stores.ts';
import type { Writer, Writing } from './write.ts';

/** Days that deleted records stay restorable. */
export const TRASH_DAYS = 30;

/** Puts a record in the trash; one that is there stays as it is. */
export async function discard<S extends 'articles' | 'annotations'>(
  writing: Writing,
  store: S,
  record: Records[S],
): Promise<void> {
  const after = discarded(record, writing.now);
  if (after) await writing.put(store, record, after);
}

/** Pure: a record as it stands in the trash; undefined where it is there already. */
export function discarded<R extends Annotation | Article>(record: R, now: string): R | undefined {
  if (record.deletedAt !== undefined) return undefined;
  return { ...record, deletedAt: now, updatedAt: now, revision: nextRevision(record.revision) };
}

/** Takes annotations and articles out of the trash; an annotation brings its article along. */
export async function takeOut(writing: Writing, ids: string[]): Promise<void> {
  const { transaction, now } = writing;
  for (const id of ids) {
    const annotation = await transaction.objectStore('annotations').get(id);
    if (annotation) {
      if (annotation.deletedAt !== undefined) {
        const live = {
          ...annotation,
          deletedAt: undefined,
          updatedAt: now,
          revision: nextRevision(annotation.revision),
        };
        await writing.put('annotations', annotation, live);
      }
      await revived(writing, await writing.article(annotation.articleId));
      continue;
    }
    const article = await transaction.objectStore('articles').get(id);
    if (!article || article.deletedAt === undefined) continue;
    // What was deleted together with the article comes back together with it.
    const together = await transaction.objectStore('annotations').index('articleId').getAll(id);
    for (const one of together.filter(({ deletedAt }) => deletedAt === article.deletedAt)) {
      const live: Annotation = {
        ...one,
        deletedAt: undefined,
        updatedAt: now,
        revision: nextRevision(one.revision),
      };
      await writing.put('annotations', one, live);
    }
    await revived(writing, article);
  }
}

export function trashVerbs(
  reader: Reader,
  writer: Writer,
  drafts: Library['drafts'],
  texts: Pick<SearchFile, 'forget'>,
  now: () => string,
): Library['trash'] {
  return {
    list: (limit = 1_000) =>
      reader.read(async (transaction) => {
        const items: TrashedItem[] = [];
        const articles = transaction.objectStore('articles');
        const annotations = transaction.objectStore('annotations');
        const known = new Map<string, Article | undefined>();
        let cursor = await annotations.index('deletedAt').openCursor(null, 'prev');
        while (cursor && items.length < limit) {
          const annotation = cursor.value;
          const { articleId } = annotation;
          if (!known.has(articleId)) known.set(articleId, await articles.get(articleId));
          const deletedAt = annotation.deletedAt ?? '';
          items.push({ annotation, article: known.get(articleId), deletedAt });
          cursor = await cursor.continue();
        }
        let bare = await articles.index('deletedAt').openCursor(null, 'prev');
        for (let number = 0; bare && number < limit; number++) {
          const article = bare.value;
          const merged = (await articlesAt(transaction, article.urls)).some(
            (one) => one.deletedAt === undefined,
          );
          if (!merged && (await annotations.index('articleId').count(article.id)) === 0) {
            items.push({ article, deletedAt: article.deletedAt ?? '' });
          }
          bare = await bare.continue();
        }
        return items.sort((a, b) => (a.deletedAt > b.deletedAt ? -1 : 1)).slice(0, limit);
      }),

    async restore(ids) {
      const { result: _, ...done } = await writer.write({ kind: 'restore' }, (writing) =>
        takeOut(writing, ids),
      );
      return done;
    },

    async purge(before = daysBefore(now(), TRASH_DAYS)) {
      const { result: erased } = await writer.write({}, (writing) => purge(writing, before));
      // Whatever was erased, here or by another device.
      await texts.forget(before);
      if (erased.size === 0) return 0;
      // What was typed at them and never saved goes with them: nobody could see it any more.
      for (const { key } of await drafts.list())
        if (key.split(/[^\w-]+/).some((part) => erased.has(part))) await drafts.clear(key);
      return erased.size;
    },
  };
}

/** Removes what was deleted before the given time, and the history that would still tell it. Returns the ids. */
async function purge(writing: Writing, before: string): Promise<Set<string>> {
  const { transaction, meta } = writing;
  const erased = new Set<string>();
  // What came in deleted was in another library's trash so long, not in this one's.
  if (meta.trashSince !== undefined && meta.trashSince >= before) return erased;
  const range = IDBKeyRange.upperBound(before, true);
  const annotations = transaction.objectStore('annotations');
  for (const id of await annotations.index('deletedAt').getAllKeys(range)) {
    if (!(await isKnownGone(writing, 'annotations', id))) continue;
    await writing.erase('annotations', id);
    erased.add(id);
  }
  for (const id of await transaction.objectStore('articles').index('deletedAt').getAllKeys(range)) {
    if ((await annotations.index('articleId').count(id)) > 0) continue;
    if (!(await isKnownGone(writing, 'articles', id))) continue;
    for (const version of await transaction.objectStore('versions').index('articleId').getAllKeys(id)) {
      await writing.erase('versions', version);
    }
    await writing.erase('articles', id);
    erased.add(id);
  }
  let action = await transaction.objectStore('actions').openCursor();
  while (action && action.value.updatedAt < before) {
    await transaction
      .objectStore('changes')
      .delete(IDBKeyRange.bound([action.primaryKey, 0], [action.primaryKey, []]));
    await action.delete();
    action = await action.continue();
  }
  return erased;
}

/** Whether every device that shares the library has heard of the delete: one that has not may still work on it. */
async function isKnownGone(
  { changeLog, meta, transaction }: Writing,
  store: 'articles' | 'annotations',
  id: string,
): Promise<boolean> {
  if (!changeLog || !meta.sync) return true;
  const record = await transaction.objectStore(store).get(id);
  const ledger = (await changeLog.ledger(store, id)) ?? changeLog.pristine(store, record, id);
  const stamp = ledger.stamps.deletedAt ?? ledger.base;
  return Object.values(meta.sync.acks).every((known) => isKnown(known, stamp));
}

function daysBefore(time: string, days: number): string {
  return new Date(Date.parse(time) - days * 86_400_000).toISOString();
}
