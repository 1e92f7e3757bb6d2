/** The development pages in a real engine: each is opened at its own address with scripts off and nothing but the document served. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import { chromiumPath } from '../../../scripts/browsers.mjs';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const DATA = resolve(ROOT, '../shared/data/articles');

/** @returns {{ id: string, source: string, url: string, label: string, subtype: string, lang: string | null, publisher: string, expected: any }[] | null} null where the data is absent */
export function readManifest() {
  const file = join(DATA, 'manifest.jsonl');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** Texts of the articles where known, by page id. */
export function readBodies() {
  const lines = gunzipSync(readFileSync(join(DATA, 'body-text.jsonl.gz'))).toString().split('\n');
  return new Map(lines.filter(Boolean).map((line) => JSON.parse(line)).map(({ id, text }) => [id, text]));
}

export const readPage = (id) => gunzipSync(readFileSync(join(DATA, 'pages', `${id}.html.gz`)));

/** One script that puts the module's exports into the global `name`. */
export async function bundle(file, name) {
  const build = await rolldown({ input: file, resolve: { alias: { '@': ROOT } }, platform: 'browser', logLevel: 'silent' });
  const { output } = await build.generate({ format: 'iife', name, minify: true });
  return output[0].code;
}

/**
 * Opens every page and evaluates `expression` (a function of the address) after `scripts` in it.
 * @param {(entry: any, result: any) => void} onResult result is `{ error }` where the page could not be read
 */
export async function visit(entries, scripts, expression, onResult) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
    let html = Buffer.alloc(0);
    const load = scripts.join('\n;\n');
    let page = await context.newPage();
    const serve = (route) =>
      route.request().resourceType() === 'document' && route.request().frame() === page.mainFrame()
        ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
        : route.abort();
    await context.route('**/*', serve);
    for (const [index, entry] of entries.entries()) {
      html = readPage(entry.id);
      let result;
      try {
        await page.goto(entry.url, { waitUntil: 'domcontentloaded', timeout: 20_000 });
        result = await page.evaluate(`(() => { ${load}; return (${expression})(${JSON.stringify(entry.url)}); })()`);
      } catch (error) {
        result = { error: String(error).slice(0, 300) };
        await page.close();
        page = await context.newPage();
      }
      onResult(entry, result);
      if (index % 400 === 399) process.stderr.write(`${index + 1} of ${entries.length} pages\n`);
    }
  } finally {
    await browser.close();
  }
}
