import { inventedLibrary } from '#tests/bench/library/inventedLibrary.ts';
import type { Driver } from './driver/Driver.ts';

/** Puts an invented library of so many marks into the database, past all of our own code. Returns its records. */
export async function fillLibrary(browser: Driver, size: number) {
  const library = inventedLibrary(size);
  // The library's own record is made by the first page that opens it.
  await browser.newTab(`${browser.root}/options.html`);
  await browser.waitUntil(`document.querySelector('[data-testid=options] section') !== null`);
  const write = (store: string, records: unknown[]) =>
    browser.evaluate<boolean>(`new Promise((resolve, reject) => {
      const opening = indexedDB.open('claimlight');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(['meta', ${JSON.stringify(store)}], 'readwrite');
        for (const record of ${JSON.stringify(records)}) transaction.objectStore(${JSON.stringify(store)}).put(record);
        const meta = transaction.objectStore('meta').get('library');
        meta.onsuccess = () => transaction.objectStore('meta').put({ ...meta.result, seq: meta.result.seq + 1, count: ${size} });
        transaction.oncomplete = () => { opening.result.close(); resolve(true); };
        transaction.onerror = () => reject(transaction.error);
      };
    })`);
  await write('articles', library.articles);
  await write('annotations', library.annotations);
  await browser.closeTab();
  return library;
}
