/**
 * Puts an article and marks in it into the library and tells the background, as another view of the extension would.
 * @param own a page of the extension
 * @param url address of the article
 * @param targets where the marks stand
 * @param id of the article; the marks' ids begin with it
 */
export const storeMarks = (own, url, targets, id = 'bench') =>
  own.evaluate(
    async (url, targets, id) => {
      const at = new Date().toISOString();
      const article = {
        title: 'A long story',
        authors: [],
        site: null,
        section: null,
        language: 'en',
        publishedAt: null,
        modifiedAt: null,
        canonicalUrl: null,
        description: null,
        image: null,
        id: `${id}-article`,
        urls: [url],
        titleHistory: [],
        kind: 'news',
        tags: [],
        note: '',
        edited: [],
        createdAt: at,
        updatedAt: at,
        revision: 1,
      };
      const colors = ['yellow', 'green', 'blue', 'pink', 'purple'];
      const database = await new Promise((resolve, reject) => {
        const opening = indexedDB.open('claimlight');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction(['articles', 'annotations'], 'readwrite');
      transaction.objectStore('articles').put(article);
      for (const [i, target] of targets.entries())
        transaction.objectStore('annotations').put({
          id: `${id}-${i}`,
          articleId: article.id,
          url,
          target,
          anchor: { state: 'exact', checkedAt: at, lastSeenAt: at, exactAt: at },
          color: colors[i % 5],
          note: '',
          tags: [],
          sources: [],
          history: [],
          createdAt: at,
          updatedAt: at,
          revision: 1,
          ext: {},
        });
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
      await chrome.runtime.sendMessage({
        call: 'libraryChanged',
        payload: { articleIds: [article.id], annotationIds: [] },
      });
    },
    url,
    targets,
    id,
  );
