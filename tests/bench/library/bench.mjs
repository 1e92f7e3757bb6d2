/** `npm run bench:library [size…]`: reading a library of 1,000, 10,000 and 100,000 notes, in Chromium. */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumPath } from '#scripts/browsers.mjs';
import { table, writeResult } from '../anchoring/browserPage.mjs';
import { openMeasured } from '../openMeasured.mjs';

const SIZES = process.argv.slice(2).map(Number);
const QUERIES = [
  't',
  'to',
  'toll',
  'tolls rose',
  '"port authority"',
  'strasse kosten',
  '使用料',
  'الميناء',
  'zebra',
  'is:unsourced',
  'is:unsourced tag:port council -ferry',
  'site:"Hill Gazette" after:2025',
];

const executablePath = chromiumPath();
if (!executablePath) {
  console.log('Skipped: no Chromium found.');
  process.exit(0);
}
const output = await build({
  root: join(import.meta.dirname, '../../..'),
  configFile: false,
  logLevel: 'error',
  define: { 'import.meta.env.FIREFOX': 'false' },
  build: {
    write: false,
    lib: { entry: join(import.meta.dirname, 'libraryPage.ts'), name: 'bench', formats: ['iife'] },
  },
});
const script = [output].flat()[0].output[0].code;
const rounded = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const both = ({ ms, cpuMs }) => `${rounded(cpuMs)} / ${rounded(ms)}`;
const head = ['ms of the main thread / by the clock'];
const rows = new Map();
const put = (name, value) => rows.set(name, [...(rows.get(name) ?? []), value]);

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const size of SIZES.length > 0 ? SIZES : [1_000, 10_000, 100_000]) {
  head.push(size.toLocaleString('en'));
  const context = await browser.newContext();
  const fresh = () => openMeasured(context, script);
  const { page: filling } = await fresh();
  await filling.evaluate((count) => window.bench.fill(count), size);
  await filling.close();
  {
    // The first page of all reads the database, and leaves the texts for the next ones.
    const { page: first } = await fresh();
    await first.evaluate(() => window.bench.start());
    const reading = await first.evaluate(() => window.bench.search('tolls'));
    put('first search of all, which reads the database', both(reading));
    if (size >= 2_000) await first.evaluate(() => window.bench.untilKept());
    await first.close();
  }
  const { page, session, metric } = await fresh();
  const ask = (name, ...given) => page.evaluate(([verb, all]) => window.bench[verb](...all), [name, given]);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await metric('JSHeapUsedSize')) / 1e6;
  };
  await ask('start');
  const before = await heap();
  put('20 recent articles with their counts, first time', both(await ask('recent')));
  put('20 recent articles, again', both(await ask('recent')));
  put('first search of a later page (from 2,000 on the texts are kept)', both(await ask('search', 'tolls')));
  for (const query of QUERIES) {
    const runs = [];
    for (let run = 0; run < 5; run++) runs.push(await ask('search', query));
    runs.sort((a, b) => a.cpuMs - b.cpuMs);
    put(`search \`${query}\``, both(runs[2]));
  }
  for (const group of ['article', 'tag', 'source'])
    put(`everything, grouped by ${group}`, both(await ask('overview', '', group)));
  put('memory of the page’s scripts, MB', rounded((await heap()) - before));
  for (const count of [1_000, 10_000]) {
    const { tag, undo } = size < count ? {} : await ask('bulk', count);
    put(`tag ${count.toLocaleString('en')}`, tag ? both(tag) : '–');
    put(`undo it`.padEnd(8 + String(count).length), undo ? both(undo) : '–');
  }
  put('a peer’s way: read and scan every record at each key', both(await ask('scan', 'tolls')));
  await context.close();
  console.log(size, 'done');
}
writeResult(
  'library.md',
  `# Reviewing a library\n\nChromium ${browser.version()}, medians of five. The clock ran on two cores shared with other work (a load of 5 to 12); the time of the main thread does not depend on it. \`npm run bench:library\`.\n\n${table(
    head,
    [...rows].map(([name, values]) => [name.trim(), ...values]),
  )}`,
);
await browser.close();
