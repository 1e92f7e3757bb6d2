/** `npm run bench:extension`: 1,000 annotations on a page of 2 MB in the built extension, in Chromium. */
import { createServer } from 'node:http';
import { openExtension } from '../openExtension.mjs';
import { storeMarks } from '../storeMarks.mjs';
import { bundle, dataOrExit, moduleOf, ms, paragraphsFor, table, writeResult } from './browserPage.mjs';

const SIZE = 2e6;
const COUNT = 1_000;
/** After the last work of ours the page is watched for this long: digests and reports come late, ms. */
const STILL = 2_500;

dataOrExit();
const { newsPage } = await moduleOf('newsPage.ts');
const story = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'A long story',
  datePublished: '2026-11-01',
};
const html = `<!doctype html><html lang="en"><title>A long story</title><script type="application/ld+json">${JSON.stringify(story)}</script><style>body{font:16px/1.5 serif;max-width:720px;margin:0 auto}</style><body>${newsPage(paragraphsFor(SIZE))}</body></html>`;
const server = createServer((_, response) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
);
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${server.address().port}/news/2026/11/01/a-long-story`;

const { browser, root, close } = await openExtension('--js-flags=--expose-gc');
const own = await browser.newPage();
await own.goto(`${root}/options.html`);
const page = await browser.newPage();
await page.goto(url);
// Whether the mixed text of the measuring data is taken for an article is not the question here.
const annotate = async (address) => {
  const tab = (await chrome.tabs.query({})).find((one) => one.url === address);
  if (tab) await chrome.runtime.sendMessage({ call: 'annotateTab', payload: { tabId: tab.id } });
};
await page.bringToFront();
while (!(await page.evaluate(() => CSS.highlights.has('claimlight-focus')))) {
  await own.evaluate(annotate, url);
  await new Promise((done) => setTimeout(done, 500));
}
await page.evaluate(await bundle('targetsPage.ts'));
const targets = await page.evaluate((count) => window.targets(count), COUNT);

await page.evaluate(() => {
  window.painted = () =>
    [...CSS.highlights].reduce(
      (sum, [name, ranges]) => (/^claimlight-(?!focus)/.test(name) ? sum + ranges.size : sum),
      0,
    );
});
const heap = async () => {
  await page.evaluate(() => gc());
  return (await page.metrics()).JSHeapUsedSize / 1e6;
};
const scroll = () =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times = [];
    for (let i = 0; i < 60; i++) {
      const start = performance.now();
      window.scrollTo(0, (i * document.body.scrollHeight) / 60);
      await frame();
      times.push(performance.now() - start);
    }
    window.scrollTo(0, 0);
    return times.sort((a, b) => a - b)[30];
  });

const rows = [];
const MARK = 'claimlight-bench';
/** Tasks of the page's main thread in a trace, longest first; and how much of each was layout, style and paint, ms. */
function tasksIn(trace) {
  const events = JSON.parse(Buffer.from(trace).toString()).traceEvents;
  const mark = events.find(({ name, args }) => name === 'TimeStamp' && args.data?.message === MARK);
  const ours = events.filter(
    ({ pid, tid, ph, ts }) => pid === mark.pid && tid === mark.tid && ph === 'X' && ts >= mark.ts,
  );
  const RENDERING = ['Layout', 'UpdateLayoutTree', 'PrePaint', 'Paint', 'Layerize', 'Commit'];
  return ours
    .filter(({ name }) => name.endsWith('RunTask'))
    .sort((x, y) => y.dur - x.dur)
    .map((task) => {
      const inside = ours.filter(({ ts, dur }) => ts >= task.ts && ts + (dur ?? 0) <= task.ts + task.dur);
      const rendering = inside
        .filter(({ name }) => RENDERING.includes(name))
        .reduce((sum, { dur }) => sum + dur, 0);
      return { ms: task.dur / 1000, script: Math.max(0, task.dur - rendering) / 1000 };
    });
}

/** Runs a deed in the page, then watches until our work is over. The deed itself is not counted. */
async function measure(what, deed, isOver) {
  if (deed) await page.evaluate(`(${deed})()`);
  await page.tracing.start({ categories: ['toplevel', 'devtools.timeline'] });
  await page.evaluate(`console.timeStamp('${MARK}')`);
  const started = performance.now();
  if (!deed) await isOver.begin();
  await page.waitForFunction(isOver.test, { polling: 50, timeout: 120_000 });
  const elapsed = performance.now() - started;
  await new Promise((done) => setTimeout(done, STILL));
  const tasks = tasksIn(await page.tracing.stop());
  const scripts = Math.max(...tasks.slice(0, 40).map(({ script }) => script));
  const painted = await page.evaluate(() => painted());
  const all = tasks.reduce((sum, task) => sum + task.ms, 0);
  rows.push([
    what,
    painted,
    ms(tasks[0]?.ms ?? 0),
    ms(scripts),
    ms(all),
    ms(elapsed),
    (await heap()).toFixed(1),
  ]);
  console.log(rows.at(-1).join('  '));
}

const idle = { test: 'true', begin: async () => undefined };
/** What a page may do to its text. */
async function change(end) {
  await measure(
    `one paragraph is appended${end}`,
    () => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'A paragraph that comes late, with some words of its own and nothing else.';
      document.querySelector('article').append(paragraph);
    },
    idle,
  );
  await measure(
    `a word changes in every twentieth paragraph${end}`,
    () => {
      for (const [i, paragraph] of [...document.querySelectorAll('[data-n]')].entries()) {
        const text =
          i % 20 === 3 ? document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() : null;
        if (text) text.data = text.data.replace(/\S+/, 'otherwise');
      }
    },
    idle,
  );
  await measure(
    `every text node is replaced${end}`,
    () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      for (const node of nodes) node.replaceWith(document.createTextNode(node.data));
    },
    idle,
  );
}

const heapBefore = await heap();
const scrollBefore = await scroll();
await measure('nothing (what the watch itself sees)', null, idle);

await change(', without annotations');
const height = await page.evaluate(() => document.documentElement.scrollHeight);
await page.bringToFront();
await measure(`${COUNT} annotations come, are found and painted`, null, {
  test: `painted() === ${COUNT}`,
  begin: () => storeMarks(own, url, targets),
});
const scrollAfter = await scroll();
const grown = (await page.evaluate(() => document.documentElement.scrollHeight)) - height;
await change('');
const version = await browser.version();
await close();
server.close();

writeResult(
  'extension.md',
  `# ${COUNT} annotations on a page of 2 MB, in the extension

${version}, the built extension, one run. \`npm run bench:extension\`. Tasks are those of the page's main thread in a
trace of the browser, from right after what happens until ${STILL / 1000} s after all are painted (reports come late). They include the page's own
style, layout and paint; “without rendering” leaves those out.

${table(['what happens', 'painted', 'longest task ms', 'longest without rendering ms', 'all tasks ms', 'until painted ms', 'JS heap MB after'], rows)}

Scrolling, median of 60 frames: ${ms(scrollBefore)} ms without and ${ms(scrollAfter)} ms with highlights. The page grew by ${grown} px. JS heap of the page
before the annotations: ${heapBefore.toFixed(1)} MB (page, index and annotator share it).`,
);
