/**
 * `npm run bench:page-cost`: what the built extension adds to a page, beside no extension and beside a stand-in peer,
 * in Chromium, on invented pages. Visits take turns, so that all are measured on the same machine at the same time.
 * `VISITS=3` makes it shorter.
 */
import { createServer } from 'node:http';
import { bundle, ms, table, writeResult } from '../anchoring/browserPage.mjs';
import { quantile } from '../articles/score.mjs';
import { openChromium, openExtension } from '../openExtension.mjs';
import { storeMarks } from '../storeMarks.mjs';
import { emptyPage, frontPage, storyPage } from './inventedPages.ts';
import { measureVisit } from './measureVisit.mjs';
import { peerExtension } from './peerExtension.mjs';

const VISITS = Number(process.env.VISITS ?? 9);
const STORY = '/news/2026/11/18/tolls-rise-in-the-old-harbour';
const PAGES = [
  { name: 'an empty page', path: '/empty', html: emptyPage(), marks: 0 },
  { name: 'a front page', path: '/', html: frontPage(), marks: 0 },
  ...[0, 10, 200].map((marks) => ({
    name: marks === 0 ? 'a story without marks' : `a story with ${marks} marks`,
    path: `${STORY}-${marks}`,
    html: storyPage(`Tolls rise in the old harbour after ${marks} years`),
    marks,
  })),
];

const server = createServer(({ url }, response) => {
  const page = PAGES.find(({ path }) => path === url);
  response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page?.html);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const site = `http://127.0.0.1:${server.address().port}`;

const ours = await openExtension();
const own = await ours.browser.newPage();
await own.goto(`${ours.root}/options.html`);
const byPath = {};
for (const { path, marks } of PAGES) {
  if (marks === 0) continue;
  const page = await ours.browser.newPage();
  await page.goto(`${site}${path}`);
  await page.evaluate(await bundle('targetsPage.ts'));
  byPath[path] = await page.evaluate((count) => window.targets(count), marks);
  await page.close();
  await storeMarks(own, `${site}${path}`, byPath[path], `bench-${marks}`);
}
const peer = await peerExtension(byPath);
const none = await openChromium([]);
const other = await openChromium([peer.folder]);
await other.browser.waitForTarget((target) => target.type() === 'service_worker');
const BROWSERS = { 'no extension': none.browser, Claimlight: ours.browser, 'stand-in peer': other.browser };

const figures = {};
const wrong = [];
for (let visit = -1; visit < VISITS; visit++)
  for (const { name, path, marks } of PAGES)
    for (const [program, browser] of Object.entries(BROWSERS)) {
      const seen = await measureVisit(browser, `${site}${path}`);
      // The first visit warms caches and lets a worker begin.
      if (visit < 0) continue;
      figures[name] ??= {};
      figures[name][program] ??= [];
      figures[name][program].push(seen);
      if (program !== 'no extension' && seen.painted !== marks)
        wrong.push(`${program} painted ${seen.painted} on ${name}`);
    }
const version = await ours.browser.version();
for (const { close } of [ours, none, other]) await close();
peer.remove();
server.close();

const median = (all, key) => {
  const known = all.map((one) => one[key]).filter((value) => value !== null);
  return known.length === 0 ? null : quantile(known, 0.5);
};
const shown = (value) => (value === null ? '-' : ms(Math.max(0, value)));
const signed = (value) => `${value < 0 ? '−' : '+'}${ms(Math.abs(value))}`;
const rows = Object.entries(figures).flatMap(([name, programs]) => {
  const bare = median(programs['no extension'], 'all');
  return Object.entries(programs).map(([program, all]) => [
    name,
    program,
    shown(median(all, 'all')),
    program === 'no extension' ? '' : signed(median(all, 'all') - bare),
    shown(median(all, 'longest')),
    shown(median(all, 'paint')),
    shown(median(all, 'wait')),
    shown(median(all, 'select')),
    median(all, 'heap').toFixed(1),
    median(all, 'painted'),
  ]);
});
if (wrong.length > 0) console.log([...new Set(wrong)].join('\n'));

writeResult(
  'page-cost.md',
  `# What the extension adds to a page

${version}, the built extension, ${VISITS} visits of each page with each program in turn, medians. \`npm run bench:page-cost\`. Main thread and
longest task are processor time of the page's own main thread, from the start of loading until 2 s after it; six clicks
are made meanwhile, and then a double click that selects a word (where marks are made, a toolbar comes). “Waits” is the longest of them until the
frame after it. The stand-in peer is put together from Readability's check for readable pages, dom-anchor-text-quote and one Highlight: no whole
extension can be built from the packages that are installed here.

${table(['page', 'program', 'main thread ms', 'added ms', 'longest task ms', 'first contentful paint ms', 'click waits ms', 'double click waits ms', 'JS heap MB', 'painted'], rows)}`,
);
