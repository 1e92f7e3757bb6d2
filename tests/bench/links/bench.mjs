/**
 * `npm run bench:links`: for each of our own passages a target is described in a real page and exported as Markdown there,
 * by the browser that is measured, and the link of the export opened in a new tab, in Chromium and Firefox with the
 * built extension. Prints tables and writes them to
 * tests/bench/results/links.md. `KIND='ruby|lists'` measures some kinds and `BROWSER=firefox` one browser, without writing.
 */
import { createServer } from 'node:http';
import { bundle, table, writeResult } from '#tests/bench/anchoring/browserPage.mjs';
import { BROWSERS, launch } from '#tests/e2e/launch.ts';
import { PASSAGES } from './passages.ts';
import { selected } from './selected.ts';

const script = await bundle('../links/inPage.ts');
const kind = process.env.KIND;
const passages = PASSAGES.filter((one) => kind === undefined || new RegExp(kind).test(one.kind));
const browsers = BROWSERS.filter((name) => name === (process.env.BROWSER ?? name));
/** A browser that has not scrolled by then has found nothing. */
const PATIENCE_MS = 2500;

function pageOf({ html, language }) {
  const marked = html.replace('⟦', '<!--from-->').replace('⟧', '<!--to-->');
  const far = '<div style="height:2500px"></div>';
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Measured</title>
<body><h1>The paper of the day</h1>${far}<div id="story">${marked}</div>${far}<p>Printed in Hebenau</p></body></html>`;
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const passage = passages[Number(url.pathname.slice(1))];
  const isScript = url.pathname === '/bench.js';
  response.setHeader(
    'content-type',
    isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
  );
  if (isScript) response.end(script);
  else if (passage) response.end(pageOf(passage) + (url.search ? '<script src="/bench.js"></script>' : ''));
  else response.writeHead(404).end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const root = `http://127.0.0.1:${server.address().port}`;

/** @param selected the source of the function that gives the range */
const isInView = (_page, selected) =>
  // The first piece of white space between two elements has no box.
  [...new Function(`return (${selected})()`)().getClientRects()].some(
    ({ top, bottom, width, height }) => width > 0 && height > 0 && bottom > 0 && top < innerHeight,
  );

async function follow(browser, url) {
  await browser.open(`${url}?`.replace('?', '?describe'));
  const { target, link } = JSON.parse(await browser.evaluateBundle('JSON.stringify(exportSelected())'));
  const words = decodeURIComponent(link.slice(root.length).replace(/%25|%2C|%2D/gu, '%25$&'));
  const about = `${words} ← ${JSON.stringify(target.exact)} ${JSON.stringify(target.seams ?? [])}`;
  if (!link.includes(':~:')) return ['page only', about];
  await browser.newTab(link);
  const isFound = await browser.waitUntilWithin(PATIENCE_MS, isInView, String(selected)).then(
    () => true,
    () => false,
  );
  await browser.closeTab();
  return [isFound ? 'in view' : 'not found', about];
}

function progress(name, kind, outcomes) {
  const own = outcomes.filter((_, i) => passages[i].kind === kind);
  return `${name}: ${kind}, ${own.filter((one) => one === 'in view').length} of ${own.length} in view`;
}

async function measure(name) {
  const browser = await launch(name);
  const outcomes = [];
  try {
    for (const [i, passage] of passages.entries()) {
      const [outcome, about] = await follow(browser, `${root}/${i}`);
      outcomes.push(outcome);
      if (passages[i + 1]?.kind !== passage.kind) console.log(progress(name, passage.kind, outcomes));
      if (outcome !== 'in view')
        console.log(`${name}: ${passage.kind} (${passage.language}), ${outcome}: ${about}`);
    }
  } finally {
    await browser.close();
  }
  return outcomes;
}

const measured = [];
for (const name of browsers) measured.push(await measure(name));
server.close();

const kinds = [...new Set(passages.map((one) => one.kind))];
const row = (label, isOf) => {
  const at = [...passages.keys()].filter((i) => isOf(passages[i]));
  const counts = measured.flatMap((outcomes) =>
    ['in view', 'page only', 'not found'].map((outcome) => at.filter((i) => outcomes[i] === outcome).length),
  );
  const shares = measured.map(
    (outcomes) => `${((100 * at.filter((i) => outcomes[i] === 'in view').length) / at.length).toFixed(1)} %`,
  );
  return [label, at.length, ...counts, ...shares];
};
const figures = table(
  [
    'kind',
    'passages',
    ...browsers.flatMap((name) => [`${name}: in view`, 'page only', 'not found']),
    ...browsers.map((name) => `${name}: share`),
  ],
  [...kinds.map((one) => row(one, (passage) => passage.kind === one)), row('all', () => true)],
);
if (kind === undefined && browsers.length === BROWSERS.length)
  writeResult(
    'links.md',
    `# Links to quotes

\`npm run bench:links\`: ${passages.length} passages of our own in Chromium and Firefox. The link of the exported Markdown is opened in a new tab,
and the passage is in view or not; “page only” are links that name no words, because none would be found.

${figures}`,
  );
else console.log(figures);
process.exit(0);
