/** What both benchmarks share: the bundle, the browser, the data, the table file. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumPath } from '#scripts/browsers.mjs';

const root = join(import.meta.dirname, '../../..');
const data = join(root, '../shared/data/anchoring');
const results = join(root, 'tests/bench/results');

/** The data lie beside the project, not in it. Says so and ends well where they are absent. */
export function dataOrExit() {
  if (existsSync(data)) return;
  console.log('Skipped: the measuring data (../shared/data/anchoring) are not on this machine.');
  process.exit(0);
}

const unpacked = (name) => gunzipSync(readFileSync(join(data, name))).toString();

export const readCases = () =>
  unpacked('cases-dev.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Paragraphs of a speed page of about `size` characters. */
export function paragraphsFor(size) {
  const pool = JSON.parse(unpacked('pool.json.gz'));
  const paragraphs = [];
  for (let i = 0, length = 0; length < size && i < pool.length; i++) {
    paragraphs.push({ text: pool[i], tag: i % 23 === 0 ? 'h2' : i % 11 === 4 ? 'blockquote' : 'p' });
    length += pool[i].length;
  }
  return paragraphs;
}

/** The in-page part as one classic script. */
export const bundle = (entry) => compiled(entry, 'iife');

/** A part without a page, as a module of this process. */
export async function moduleOf(entry) {
  const code = await compiled(entry, 'es');
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

async function compiled(entry, format) {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, entry), name: 'benchmark', formats: [format] },
    },
  });
  return [output].flat()[0].output[0].code;
}

/** A browser whose pages report the CPU time of their main thread, so a busy machine does not distort the figures. */
export async function openBrowser(script) {
  const executablePath = chromiumPath();
  if (!executablePath) {
    console.log('Skipped: no Chromium found.');
    process.exit(0);
  }
  const args = ['--no-sandbox', '--disable-dev-shm-usage'];
  const browser = await chromium.launch({ executablePath, args });
  const freshPage = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const style = 'body{font:16px/1.5 serif;max-width:720px;margin:0 auto}';
    await page.setContent(`<!doctype html><html lang="en"><style>${style}</style><body></body></html>`);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.exposeFunction('cpuMs', async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    });
    await page.evaluate(script);
    return { page, close: () => context.close() };
  };
  return { freshPage, version: browser.version(), close: () => browser.close() };
}

export function writeResult(name, text) {
  mkdirSync(results, { recursive: true });
  const file = join(results, name);
  writeFileSync(file, `${text.trim()}\n`);
  console.log(`\n${text.trim()}\n\nWritten to ${file.slice(root.length + 1)}`);
}

/** Figures with the digits that matter. */
export const ms = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
