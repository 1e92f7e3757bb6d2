/**
 * `npm run bench:popup [size…]`: from opening the popup of the built extension to what it says of the page and to its list,
 * in Chromium. The popup is opened as a tab: what the browser itself needs to show a popup's window is not in it.
 */
import { table, writeResult } from '../anchoring/browserPage.mjs';
import { openExtension } from '../openExtension.mjs';
import { inventedLibrary } from './inventedLibrary.ts';

const SIZES = process.argv.slice(2).map(Number);
const RUNS = 9;
/** Records that are written at once. */
const PART = 5_000;

const write = (store, records, count) =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('claimlight');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['meta', store], 'readwrite');
      for (const record of records) transaction.objectStore(store).put(record);
      const meta = transaction.objectStore('meta').get('library');
      meta.onsuccess = () =>
        transaction.objectStore('meta').put({ ...meta.result, seq: meta.result.seq + 1, count });
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(true);
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });

/** Notes in the page when something is there and was painted, ms since the document began. */
const watch = () => {
  const wanted = {
    page: '[data-testid=page-state]:not([data-page=loading])',
    list: '[data-testid=article-item]',
  };
  window.seen = {};
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (name in window.seen || !document.querySelector(selector)) continue;
      window.seen[name] = 0;
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.seen[name] = performance.now();
        }),
      );
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
};

const median = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
const head = ['median of 9, ms'];
const rows = new Map();
const put = (name, value) => rows.set(name, [...(rows.get(name) ?? []), value.toFixed(0)]);
let version = '';
for (const size of SIZES.length > 0 ? SIZES : [1_000, 10_000, 100_000]) {
  head.push(size.toLocaleString('en'));
  const { browser, root, close } = await openExtension();
  version = await browser.version();
  const filling = await browser.newPage();
  await filling.goto(`${root}/options.html`);
  await filling.waitForSelector('[data-testid=options] section');
  const { articles, annotations } = inventedLibrary(size);
  for (const [store, records] of Object.entries({ articles, annotations }))
    for (let from = 0; from < records.length; from += PART)
      await filling.evaluate(write, store, records.slice(from, from + PART), size);
  await filling.close();
  const times = { page: [], list: [], script: [] };
  for (let run = 0; run < RUNS; run++) {
    const popup = await browser.newPage();
    await popup.evaluateOnNewDocument(watch);
    await popup.goto(`${root}/popup.html`);
    await popup.waitForFunction(() => window.seen.page > 0 && window.seen.list > 0, { polling: 20 });
    const { page, list } = await popup.evaluate(() => window.seen);
    times.page.push(page);
    times.list.push(list);
    times.script.push((await popup.metrics()).TaskDuration * 1000);
    await popup.close();
  }
  put('what is said of the page is painted', median(times.page));
  put('the list of articles is painted', median(times.list));
  put('work of the main thread until then and after', median(times.script));
  await close();
  console.log(size, Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)])));
}
writeResult(
  'popup.md',
  `# Opening the popup\n\n${version}, from the beginning of the popup's document. \`npm run bench:popup\`.\n\n${table(
    head,
    [...rows].map(([name, values]) => [name, ...values]),
  )}`,
);
