import type { Annotation, Article } from '#model/records.ts';
import type { Driver } from './driver/Driver.ts';

const READ = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('claimlight');
  opening.onerror = () => reject(opening.error);
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onsuccess = () => {
    const transaction = opening.result.transaction(['articles', 'annotations']);
    const articles = transaction.objectStore('articles').getAll();
    const annotations = transaction.objectStore('annotations').getAll();
    transaction.oncomplete = () => {
      opening.result.close();
      resolve({ articles: articles.result, annotations: annotations.result });
    };
  };
})`;

/** What stands in the database, read past all of our own code, in a tab of its own. */
export async function readLibrary(
  browser: Driver,
): Promise<{ articles: Article[]; annotations: Annotation[] }> {
  // A style sheet's own tab, because no script of ours runs in it.
  await browser.newTab(`${browser.root}/rescue.css`);
  try {
    return await browser.evaluate(READ);
  } finally {
    await browser.closeTab();
  }
}
