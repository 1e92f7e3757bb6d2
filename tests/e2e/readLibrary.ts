import type { Annotation, Article } from '#model/records.ts';
import type { Driver } from './driver/Driver.ts';

/** What stands in the database, read past all of our own code, in a tab of its own. */
export async function readLibrary(
  browser: Driver,
): Promise<{ articles: Article[]; annotations: Annotation[] }> {
  // A style sheet's own tab, because no script of ours runs in it.
  await browser.newTab(`${browser.root}/rescue.css`);
  try {
    return await browser.evaluate(async (page) => {
      const database = await page.open();
      const transaction = database.transaction(['articles', 'annotations']);
      const [articles, annotations] = await Promise.all([
        page.done<Article[]>(transaction.objectStore('articles').getAll()),
        page.done<Annotation[]>(transaction.objectStore('annotations').getAll()),
      ]);
      database.close();
      return { articles, annotations };
    });
  } finally {
    await browser.closeTab();
  }
}
