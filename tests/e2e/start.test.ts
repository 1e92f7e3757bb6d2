import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BROWSERS, type BrowserName } from './launch.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Minutes of the parish council</title>
<header><p>Call us on 0800 100 200 before 9 o’clock in the morning.</p></header>
<main><h1>Minutes of 3 March</h1>
<p>By Editor, Nov 01, 2025</p>
<figure><img alt="" src="data:,"><figcaption>The bell in 1911, when it weighed 420 pounds.</figcaption></figure>
<p>The meeting was opened at the usual time by the chairman. Those present heard from Mr. Tarn of the U.S. firm that the <b>roof fund</b> holds 14,200 since Nov. 1, less than hoped.</p>
<p>It was agreed without a vote that the bell shall ring at 7 and not at 6 from now on. Nobody spoke against it.</p>
<p>The next meeting will be held when the road is open again, and the tea will be made by the Farrows.</p></main></html>`;

const folder = mkdtempSync(join(tmpdir(), 'claimlight-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the tour as `npm start -- --headless --page FILE` does once everything is installed and built. */
const tour = (browser: BrowserName, file: string) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const script = join(ROOT, 'scripts', 'tour', 'tour.ts');
    execFile(process.execPath, [script, browser, file], { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({
        code: typeof error?.code === 'number' ? error.code : error ? 1 : 0,
        output: stdout + stderr,
      }),
    );
  });

describe.each(BROWSERS)('npm start -- --headless --page, in %s', (name) => {
  it('highlights the first two sentences with a figure and leaves Markdown and pictures', async () => {
    const file = join(folder, 'minutes of march.html');
    writeFileSync(file, PAGE);
    const { code, output } = await tour(name, file);
    expect(code, output).toBe(0);
    const left = readdirSync(join(ROOT, 'out', `${name}-page`));
    expect(left.filter((one) => one.endsWith('.png')).length).toBe(6);
    const markdown = readFileSync(
      join(ROOT, 'out', `${name}-page`, left.find((one) => one.endsWith('.md')) ?? ''),
      'utf8',
    );
    const quotes = markdown.split('\n').filter((line) => line.startsWith('> '));
    expect(quotes).toEqual([
      '> Those present heard from Mr. Tarn of the U.S. firm that the roof fund holds 14,200 since Nov. 1, less than hoped.',
      '> It was agreed without a vote that the bell shall ring at 7 and not at 6 from now on.',
    ]);
  });

  it('says in a sentence which step failed', async () => {
    const file = join(folder, 'no figures.html');
    writeFileSync(file, '<p>There is nothing to count here, and nobody who would.</p>');
    const { code, output } = await tour(name, file);
    expect(code).toBe(1);
    expect(output).toContain(
      'The step “open the article” failed: The page has no sentence with a figure in it.',
    );
  });
});
