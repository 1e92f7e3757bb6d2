/** `npm run bench:detector`: how long the detector takes on the demo site's pages and on a large invented one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/browsers.mjs';
import { bundle, ROOT } from './pages.mjs';
import { quantile } from './score.mjs';

const RUNS = 30;
const LARGE = `<title>List</title>${'<div><a href="/x">A link of some length to a page</a><p>Short.</p></div>'.repeat(32_000)}`;

const code = await bundle(join(ROOT, 'article/detectArticle.ts'), 'Claimlight');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
const page = await browser.newPage();

async function measure(name) {
  const { kind, times } = await page.evaluate(`(() => { ${code}; const times = []; let kind;
    for (let i = 0; i < ${RUNS}; i++) { const start = performance.now(); kind = Claimlight.detectArticle(document, location.href).kind; times.push(performance.now() - start); }
    return { kind, times }; })()`);
  const [first, median, p95] = [times[0], quantile(times, 0.5), quantile(times, 0.95)].map((ms) =>
    ms.toFixed(2),
  );
  console.log(`${name.padEnd(52)} ${kind.padEnd(8)} first ${first} ms, median ${median} ms, p95 ${p95} ms`);
}

try {
  if (existsSync(join(ROOT, 'demo/server.mjs'))) {
    const { serveDemo } = await import('../../../demo/server.mjs');
    const { routes } = await import('../../../demo/routes.mjs');
    const site = await serveDemo();
    for (const { path } of routes) {
      if (!/^[\w/.-]+$/.test(path)) continue;
      const answer = await page
        .goto(new URL(path, site.url).href, { waitUntil: 'domcontentloaded' })
        .catch(() => null);
      if (answer?.headers()['content-type']?.includes('text/html')) await measure(path);
    }
    await site.close();
  } else console.log('No demo site: only the large page is measured.');
  await page.goto('about:blank');
  await page.setContent(LARGE, { waitUntil: 'domcontentloaded' });
  await measure('an invented page of 130,000 nodes');
} finally {
  await browser.close();
}
