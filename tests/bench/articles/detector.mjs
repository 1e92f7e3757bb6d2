/**
 * `npm run bench:detector`: how long the detector takes on the demo site's pages and on a large invented one. Writes
 * tests/bench/results/detector-time.md.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from '#scripts/browsers.mjs';
import { bundle, ROOT } from './pages.mjs';
import { quantile } from './score.mjs';

const RUNS = 30;
const LARGE = `<title>List</title>${'<div><a href="/x">A link of some length to a page</a><p>Short.</p></div>'.repeat(32_000)}`;

const code = await bundle(join(ROOT, 'article/detectArticle.ts'), 'Claimlight');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
const lines = [];

async function measure(page, name) {
  const { kind, times } = await page.evaluate(`(() => { ${code}; const times = []; let kind;
    for (let i = 0; i < ${RUNS}; i++) { const start = performance.now(); kind = Claimlight.detectArticle(document, location.href).kind; times.push(performance.now() - start); }
    return { kind, times }; })()`);
  const [first, median, p95] = [times[0], quantile(times, 0.5), quantile(times, 0.95)].map((ms) =>
    ms.toFixed(2),
  );
  const line = `| ${name} | ${kind} | ${first} | ${median} | ${p95} |`;
  console.log(line);
  lines.push(line);
}

/** Every page has a tab of its own: what a hostile one leaves running must not slow, or block, the next. */
async function visit(name, open) {
  const page = await browser.newPage();
  try {
    if (await open(page)) await measure(page, name);
  } finally {
    await page.close();
  }
}

try {
  if (existsSync(join(ROOT, 'demo/server.mjs'))) {
    const { serveDemo } = await import('#demo/server.mjs');
    const { routes } = await import('#demo/routes.mjs');
    const site = await serveDemo();
    for (const { path } of routes) {
      if (!/^[\w/.-]+$/.test(path)) continue;
      await visit(path, async (page) => {
        const answer = await page
          .goto(new URL(path, site.url).href, { waitUntil: 'domcontentloaded' })
          .catch(() => null);
        return answer?.headers()['content-type']?.includes('text/html') ?? false;
      });
    }
    await site.close();
  } else console.log('No demo site: only the large page is measured.');
  await visit('an invented list of 130,000 nodes', async (page) => {
    // Served, not written into a blank page: parsing then goes as it does for any other page.
    await page.route('**/*', (route) => route.fulfill({ body: LARGE, contentType: 'text/html' }));
    await page.goto('https://list.example/all', { waitUntil: 'domcontentloaded', timeout: 120_000 });
    return true;
  });
} finally {
  await browser.close();
}

writeFileSync(
  join(ROOT, 'tests/bench/results/detector-time.md'),
  `# How long the detector takes

Written by \`npm run bench:detector\`: Chromium, ${RUNS} calls on each page of the demo site, main thread, milliseconds. “First” is
the first call of freshly loaded code, as in the extension.

| page | kind | first | median | p95 |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`,
);
