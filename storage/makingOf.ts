import type { WriteTransaction } from './stores.ts';

/** Newest actions that are looked through: other devices and views may have acted since. */
const NEAR = 20;

/**
 * The action that made an annotation of this article, if it is one of the newest and stands. An annotation of another
 * article has none here, so that nobody's undo reaches beyond the article.
 */
export async function makingOf(
  transaction: WriteTransaction,
  annotationId: string,
  articleId: string,
): Promise<string | undefined> {
  const annotation = await transaction.objectStore('annotations').get(annotationId);
  if (annotation?.articleId !== articleId) return undefined;
  let cursor = await transaction.objectStore('actions').openCursor(null, 'prev');
  for (let seen = 0; cursor && seen < NEAR; seen++) {
    const { id, kind, undone, annotationIds } = cursor.value;
    if (kind === 'create' && annotationIds.includes(annotationId)) return undone ? undefined : id;
    cursor = await cursor.continue();
  }
  return undefined;
}
