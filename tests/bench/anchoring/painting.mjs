/** `npm run bench:painting`: what drawing a page's notes costs, in Chromium. */
import { bundle, dataOrExit, ms, openBrowser, paragraphsFor, table, writeResult } from './browserPage.mjs';

dataOrExit();
const PAGES = [
  ['20 KB', 20e3, 100],
  ['200 KB', 200e3, 1000],
  ['2 MB', 2e6, 1000],
];
const browser = await openBrowser(await bundle('paintPage.ts'));
const first = await browser.freshPage();
const names = await first.page.evaluate(() => window.painting.names);
await first.close();
const rows = [];
for (const [label, size, count] of PAGES) {
  for (const name of names) {
    const { page, close } = await browser.freshPage();
    const run = page.evaluate(
      ([n, p, c]) => window.painting.paint(n, p, c),
      [name, paragraphsFor(size), count],
    );
    const { drawMs, frameMs, added, grown, scroll, plain } = await run;
    await close();
    rows.push([
      label,
      count,
      name,
      ms(drawMs),
      ms(frameMs),
      added,
      `${grown} px`,
      `${ms(scroll)} / ${ms(plain)}`,
    ]);
    console.log(rows.at(-1).join('  '));
  }
}
await browser.close();
const head = [
  'page',
  'notes',
  'way of drawing',
  'draw ms',
  'until shown ms',
  'elements added',
  'page grows by',
  'scroll ms a frame: with / without',
];
writeResult(
  'painting.md',
  `# Painting\n\nChromium ${browser.version}, main-thread CPU time. \`npm run bench:painting\`.\n\n${table(head, rows)}`,
);
