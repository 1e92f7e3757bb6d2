/** The development pages in a real engine: each is opened at its own address with scripts off and nothing but the document served. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import { chromiumPath } from '#scripts/browsers.mjs';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const DATA = resolve(ROOT, '../shared/data/articles');

/** @returns {{ id: string, source: string, url: string, label: string, subtype: string, lang: string | null, publisher: string, expected: any }[] | null} null where the data is absent */
export function readManifest() {
  const file = join(DATA, 'manifest.jsonl');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map((entry) => ({ ...entry, url: entry.url ?? 'https://unknown.invalid/' }));
}

/** Texts of the articles where known, by page id. */
export function readBodies() {
  const lines = gunzipSync(readFileSync(join(DATA, 'body-text.jsonl.gz')))
    .toString()
    .split('\n');
  return new Map(
    lines
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .map(({ id, text }) => [id, text]),
  );
}

export const readPage = (id) => gunzipSync(readFileSync(join(DATA, 'pages', `${id}.html.gz`)));

/** One script that puts the module's exports into the global `name`. */
export async function bundle(file, name) {
  const build = await rolldown({
    input: file,
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'iife', name, minify: true });
  return output[0].code;
}

/**
 * Opens every page and evaluates `expression` (a function of the address) after `scripts` in it.
 * @param {(entry: any, result: any) => void} onResult result is `{ error }` where the page could not be read
 */
export async function visit(entries, scripts, expression, onResult) {
  const load = scripts.join('\n;\n');
  let html = Buffer.alloc(0);
  let browser = null;
  let page = null;
  const open = async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox'],
      timeout: 30_000,
    });
    const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
    page = await context.newPage();
    const main = page.mainFrame();
    await context.route('**/*', (route) => {
      const request = route.request();
      return request.resourceType() === 'document' && request.frame() === main
        ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
        : route.abort();
    });
  };
  const close = async () => {
    await within(browser?.close(), 5_000).catch(() => browser?.process?.()?.kill('SIGKILL'));
    browser = null;
  };
  try {
    for (const [index, entry] of entries.entries()) {
      html = readPage(entry.id);
      let result;
      try {
        if (!browser) await open();
        await page.goto(entry.url, { waitUntil: 'domcontentloaded', timeout: 10_000 });
        const call = `(() => { ${load}; return (${expression})(${JSON.stringify(entry.url)}); })()`;
        result = await within(page.evaluate(call), 15_000);
      } catch (error) {
        result = { error: String(error).slice(0, 300) };
        await close();
      }
      onResult(entry, result);
      if (index % 400 === 399) process.stderr.write(`${index + 1} of ${entries.length} pages\n`);
    }
  } finally {
    await close();
  }
}

/**
 * Parses every page inside one blank page and evaluates `expression` (a function of document and address): the same
 * engine without the cost of a navigation, for what needs neither layout nor cold timings.
 */
export async function parseEach(entries, scripts, expression, onResult) {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox'],
    timeout: 60_000,
  });
  try {
    const page = await browser.newPage();
    await page.evaluate(
      `${scripts.join('\n;\n')}; globalThis.__each = ${expression};`.replace(
        /\bvar (\w+)=/,
        'globalThis.$1=',
      ),
    );
    for (const entry of entries) {
      let result;
      try {
        const call = ([html, url]) =>
          globalThis.__each(new DOMParser().parseFromString(html, 'text/html'), url);
        result = await within(page.evaluate(call, [readPage(entry.id).toString(), entry.url]), 60_000);
      } catch (error) {
        result = { error: String(error).slice(0, 300) };
      }
      onResult(entry, result);
    }
  } finally {
    await browser.close();
  }
}

/** Rejects when a promise takes longer: a crashed renderer never answers. */
function within(promise, milliseconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
