import type { Driver } from './driver/Driver.ts';

/** Puts records into the database, past all of our own code. */
export async function putRecords(
  browser: Driver,
  { articles, annotations }: { articles: unknown[]; annotations: unknown[] },
): Promise<void> {
  // The library's own record is made by the first page that opens it.
  await browser.newTab(`${browser.root}/options.html`);
  await browser.waitUntil((page) => page.find('[data-testid=options] section') !== null);
  const write = (store: string, records: unknown[]) =>
    browser.evaluate(
      async (page, name, texts, count) => {
        const database = await page.open();
        const transaction = database.transaction(['meta', name], 'readwrite');
        for (const record of JSON.parse(texts)) transaction.objectStore(name).put(record);
        const meta = transaction.objectStore('meta');
        const own = await page.done<{ seq: number }>(meta.get('library'));
        meta.put({ ...own, seq: own.seq + 1, count });
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        });
        database.close();
      },
      store,
      JSON.stringify(records),
      annotations.length,
    );
  await write('articles', articles);
  await write('annotations', annotations);
  await browser.closeTab();
}
