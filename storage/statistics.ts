import type { LibraryStats } from './library.ts';
import type { Reader } from './read.ts';

/** Counts of the library and what the browser says of its room. */
export async function statistics(reader: Reader): Promise<LibraryStats> {
  const counts = await reader.read(async (transaction) => {
    const articles = transaction.objectStore('articles');
    const annotations = transaction.objectStore('annotations');
    const trashedAnnotations = await annotations.index('deletedAt').count();
    const trashedArticles = await articles.index('deletedAt').count();
    return {
      articles: (await articles.count()) - trashedArticles,
      annotations: (await annotations.count()) - trashedAnnotations,
      trashed: trashedAnnotations,
      versions: await transaction.objectStore('versions').count(),
      actions: await transaction.objectStore('actions').count(),
    };
  });
  const manager = storageManager();
  const estimate = await manager?.estimate?.();
  return {
    ...counts,
    usage: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    persisted: (await manager?.persisted?.()) ?? false,
  };
}

/** Asks the browser not to evict. A service worker can't ask; it gets the answer given before. */
export async function persist(): Promise<boolean> {
  const manager = storageManager();
  if (!manager) return false;
  if (typeof manager.persist === 'function') return manager.persist();
  return manager.persisted();
}

function storageManager(): (Partial<StorageManager> & Pick<StorageManager, 'persisted'>) | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.storage;
}
