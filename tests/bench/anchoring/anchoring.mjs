/** `npm run bench:anchoring`: edited pages and speed, in Chromium, against peers in the same run. */
import {
  bundle,
  dataOrExit,
  ms,
  openBrowser,
  paragraphsFor,
  readCases,
  table,
  writeResult,
} from './browserPage.mjs';
import { doubtfulCount, isDoubtful } from './doubtfulLabels.mjs';

dataOrExit();
const STILL_THERE = ['same', 'moved', 'edited'];
const GONE = ['deleted', 'foreign', 'lookalike'];
/** A peer that needs longer for one measurement is stopped and its figure extrapolated. */
const LIMIT_MS = 8000;
const SPEED = [
  ['20 KB', 20e3, 100],
  ['200 KB', 200e3, 1000],
  ['2 MB', 2e6, 1000],
];
const quick = process.argv.includes('--quick');

const browser = await openBrowser(await bundle('inPage.ts'));
const first = await browser.freshPage();
const names = await first.page.evaluate(() => window.bench.names);
await first.close();

async function editedPages(name) {
  const { page, close } = await browser.freshPage();
  const counts = {};
  const certain = {};
  const count = (into, label, verdict) => {
    into[label] ??= { all: 0, right: 0, near: 0, wrong: 0, lost: 0 };
    into[label].all++;
    into[label][verdict]++;
  };
  for (const testCase of readCases()) {
    const results = await page.evaluate(([n, c]) => window.bench.edited(n, c), [name, testCase]);
    for (const [i, { label, verdict }] of results.entries()) {
      count(counts, label, verdict);
      if (!isDoubtful(testCase.id, i)) count(certain, label, verdict);
    }
  }
  await close();
  const rows = [editedRow(name, counts)];
  if (name === names[0]) rows.push(editedRow(`${name}, without ${doubtfulCount} doubtful labels`, certain));
  return rows;
}

function editedRow(name, counts) {
  const sum = (labels, key) => labels.reduce((total, label) => total + (counts[label]?.[key] ?? 0), 0);
  const share = (labels) => `${((100 * sum(labels, 'right')) / sum(labels, 'all')).toFixed(1)} %`;
  const wrong = (label) => `${counts[label]?.wrong ?? 0} of ${counts[label]?.all ?? 0}`;
  const row = [
    name,
    share(STILL_THERE),
    share(['edited']),
    ...GONE.map(wrong),
    sum([...STILL_THERE, ...GONE], 'wrong'),
  ];
  console.log(row.join('  '));
  return row;
}

async function speedRow(name, [label, size, count]) {
  const { page, close } = await browser.freshPage();
  const run = page.evaluate(
    ([n, p, c, l]) => window.bench.speed(n, p, c, l),
    [name, paragraphsFor(size), count, LIMIT_MS],
  );
  const figures = await run;
  await close();
  console.log(label, name, JSON.stringify(figures));
  return { name, label, count, ...figures };
}

async function ownRow([label, size, count]) {
  const { page, close } = await browser.freshPage();
  const figures = await page.evaluate(([p, c]) => window.bench.own(p, c), [paragraphsFor(size), count]);
  await close();
  return [
    label,
    count,
    ms(figures.indexMs),
    ms(figures.plainMs),
    ms(figures.dressedMs),
    ms(figures.dressedPlainMs),
    ms(figures.longest),
    ms(figures.lateMs),
    Math.round(figures.bytes),
  ];
}

const edited = [];
for (const name of names) edited.push(...(await editedPages(name)));

const speeds = [];
const ratios = [];
for (const page of quick ? SPEED.slice(0, 1) : SPEED) {
  const rows = [];
  for (const name of names) rows.push(await speedRow(name, page));
  for (const row of rows) {
    speeds.push([
      row.label,
      row.count,
      row.name,
      ms(row.describeMs),
      ms(row.same),
      ms(row.inserted),
      ms(row.edited),
    ]);
  }
  const [own, ...peers] = rows;
  const ratio = (key) => `${Math.round(Math.min(...peers.map((peer) => peer[key])) / own[key])}x`;
  ratios.push([page[0], page[2], ...['describeMs', 'same', 'inserted', 'edited'].map(ratio)]);
}
const own = [];
for (const page of quick ? SPEED.slice(0, 1) : SPEED) own.push(await ownRow(page));
await browser.close();

writeResult(
  'anchoring.md',
  `# Anchoring

Chromium ${browser.version}, main-thread CPU time. \`npm run bench:anchoring\`. Peers that needed more than ${LIMIT_MS / 1000} s were stopped and their figures extrapolated.

## Selections in really edited pages

${table(['program', 'found', 'edited only', ...GONE.map((label) => `wrong: ${label}`), 'wrong in all'], edited)}

## CPU milliseconds for a page's notes

${table(['page', 'notes', 'program', 'describe one', 'unchanged', 'insertions', '5 % of characters edited'], speeds)}

Fastest peer's time divided by Claimlight's:

${table(['page', 'notes', 'describe one', 'unchanged', 'insertions', '5 % edited'], ratios)}

## Claimlight only

${table(['page', 'notes', 'index ms', 'by tags alone', 'classes everywhere', 'by tags alone', 'longest task ms (5 % edited)', 'paragraph appended late ms', 'bytes a note beyond its quote'], own)}
`,
);
