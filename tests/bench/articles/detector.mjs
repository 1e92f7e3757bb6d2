/** `npm run bench:detector`: how long the detector takes on the demo site's pages and on a large invented one. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../../scripts/browsers.mjs';
import { bundle, ROOT } from './pages.mjs';
import { quantile } from './score.mjs';

const RUNS = 30;
const htmlFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? htmlFiles(path) : name.endsWith('.html') ? [path] : [];
      })
    : [];

const pages = htmlFiles(join(ROOT, 'demo')).map((path) => [
  path.slice(ROOT.length + 1),
  readFileSync(path, 'utf8'),
]);
if (pages.length === 0) console.log('No pages in demo/: only the invented page is measured.');
pages.push([
  'an invented page of 100,000 nodes',
  `<title>List</title>${'<div><a href="/x">A link of some length to a page</a><p>Short.</p></div>'.repeat(16_000)}`,
]);

const code = await bundle(join(ROOT, 'article/detectArticle.ts'), 'Claimlight');
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
try {
  for (const [name, html] of pages) {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    const { kind, times } = await page.evaluate(`(() => { ${code}; const times = []; let kind;
      for (let i = 0; i < ${RUNS}; i++) { const start = performance.now(); kind = Claimlight.detectArticle(document, 'https://demo.example/local/story-of-the-day-12345').kind; times.push(performance.now() - start); }
      return { kind, times }; })()`);
    console.log(
      `${name.padEnd(44)} ${kind.padEnd(8)} first ${times[0].toFixed(2)} ms, median ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms`,
    );
    await page.close();
  }
} finally {
  await browser.close();
}
