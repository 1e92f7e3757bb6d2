import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarkdown } from '#exchange/index.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { BROWSERS, launch } from './launch.ts';
import { wear } from './pageActs.ts';
import { readLibrary } from './readLibrary.ts';

const URL = 'https://quay.example/harbour-tolls';

/** As Hypothesis exports it: two marks of one article. */
const GIVEN = JSON.stringify({
  export_date: '2026-05-02T10:00:00.000Z',
  client_version: '1.1',
  annotations: ['Tolls will rise by 12.5%', 'Nobody was asked: "not [one] of us" -->'].map((exact, at) => ({
    id: `a${at}`,
    created: '2026-05-01T09:00:00.000+00:00',
    updated: '2026-05-01T09:00:00.000+00:00',
    uri: URL,
    text: `Note ${at}\n\n- *first*\n- second`,
    tags: ['tolls'],
    document: { title: ['Harbour tolls: “to double”'] },
    target: [{ source: URL, selector: [{ type: 'TextQuoteSelector', exact, prefix: 'x ', suffix: ' y' }] }],
  })),
});

describe.each(BROWSERS)('the whole library, in %s,', (name) => {
  const downloadDir = mkdtempSync(join(tmpdir(), `claimlight-export-${name}-`));
  let browser: Driver;
  let other: Driver | undefined;

  /** Light and dark. */
  const picture = async (what: string) => {
    const folder = join(import.meta.dirname, '..', '..', 'out', 'pictures');
    mkdirSync(folder, { recursive: true });
    for (const theme of ['dark', 'light']) {
      await browser.evaluate(wear, theme);
      await browser.screenshot(join(folder, `${what}-${theme}-${name}.png`));
    }
  };
  const openOptions = async (where: Driver) => {
    // A new tab has the focus; at its start Firefox's address field has it.
    await where.newTab(`${where.root}/options.html`);
    await where.waitUntil((page) => page.find('input[type=file]'));
  };
  const bringIn = async (where: Driver, text: string, file: string) => {
    await where.evaluate((page, text, name) => page.chooseFile([text], name), text, file);
    await tabTo(where, 'import-yes');
    await where.press(['Enter']);
    await until('the marks', async () => (await readLibrary(where)).annotations.length === 2);
  };
  /** By the Tab key alone, from wherever the focus is. */
  const tabTo = async (where: Driver, testid: string) => {
    await where.waitUntil((page, id) => page.has(id), testid);
    for (let press = 0; press < 120; press++) {
      if (await where.evaluate((page, id) => page.focused() === id, testid)) return;
      await where.press(['Tab']);
    }
    throw new Error(`Tab does not lead to ${testid}`);
  };

  /** A whole Markdown file among what was saved, with its name. */
  const writtenFile = async () => {
    const done = readdirSync(downloadDir).find((one) => one.endsWith('.md'));
    const content = done && readFileSync(join(downloadDir, done), 'utf8');
    return content?.endsWith('-->\n') && ([done as string, content] as const);
  };

  beforeAll(async () => {
    browser = await launch(name, { downloadDir });
    await openOptions(browser);
    await bringIn(browser, GIVEN, 'export.json');
    await browser.waitUntil((page) => !page.has('import'));
  });
  afterAll(async () => {
    await browser?.close();
    await other?.close();
    rmSync(downloadDir, { recursive: true, force: true });
  });

  it('leaves by the dialog, by keyboard alone, and says before what a format can’t carry', async () => {
    await tabTo(browser, 'export-more');
    await browser.press(['Enter']);
    await browser.waitUntil((page) =>
      page.find('[data-testid=export-preview]')?.value.includes('Tolls will rise'),
    );
    expect(await browser.evaluate((page) => page.byTestId('export-dialog').innerText)).toContain(
      'Carries everything',
    );
    await picture('export');
    // The format has the focus; behind the four kinds of Markdown stands a page to print.
    await browser.evaluate((page) => page.get('[data-testid=export-dialog] select').focus());
    await browser.press(['ArrowDown']);
    await browser.waitUntil((page) => page.byTestId('export-preview').value.startsWith('Harbour tolls'));
    await picture('export-zip');
    await browser.press(['ArrowDown']);
    await browser.waitUntil((page) => page.byTestId('export-dialog').innerText.includes('Made for reading'));
    // By the reader's own template: written, seen at once on a note of theirs, kept, and what the file is made by.
    await tabTo(browser, 'export-template');
    await browser.press(['Enter']);
    await browser.waitUntil((page) =>
      page.find('[data-testid=template-preview]')?.value.includes('Tolls will rise'),
    );
    await picture('template');
    await tabTo(browser, 'template-article');
    await browser.press(['Control', 'a']);
    await browser.typeText('Mine: {{ article.title }}');
    await browser.waitUntil((page) =>
      page.byTestId('template-preview').value.includes('Mine: Harbour tolls'),
    );
    await tabTo(browser, 'template-save');
    await browser.press(['Enter']);
    await browser.waitUntil((page) => page.byTestId('export-preview').value.includes('Mine: Harbour tolls'));
    await browser.evaluate((page) => page.get('[data-testid=export-dialog] select').focus());
    for (const step of ['ArrowDown', 'ArrowDown']) await browser.press([step]);
    await browser.waitUntil((page) =>
      page.byTestId('export-dialog').innerText.includes('It has no room for'),
    );
    for (const step of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await browser.press([step]);
    await browser.waitUntil((page) =>
      page.byTestId('export-dialog').innerText.includes('Carries everything'),
    );
    await tabTo(browser, 'export-save');
    await browser.press(['Enter']);
    await browser.waitUntil((page) => !page.has('export-dialog'));
    // Once more in the same form, by one key; the first file goes, because a browser may write over it.
    const [first, text] = await until('the file', writtenFile);
    rmSync(join(downloadDir, first));
    await browser.press(['Control', 'e']);
    expect((await until('the file once more', writtenFile))[1]).toBe(text);
    await browser.waitUntil((page) => !page.has('export-dialog'));
  });

  it('comes back whole in a browser that knows nothing', async () => {
    const [file, text] = await until('the file', writtenFile);
    other = await launch(name);
    await openOptions(other);
    await bringIn(other, text, file);
    const [before, after] = [await readLibrary(browser), await readLibrary(other)];
    expect(after.articles).toEqual(before.articles);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect([...after.annotations].sort(byId)).toEqual([...before.annotations].sort(byId));
  });

  it('is offered the same form the next time, and Escape leaves everything as it was', async () => {
    await tabTo(browser, 'export-more');
    await browser.press(['Enter']);
    await browser.waitUntil((page) => page.find('[data-testid=export-dialog] select')?.value === 'markdown');
    await browser.press(['Escape']);
    await browser.waitUntil((page) => !page.has('export-dialog'));
  });

  it('leaves in part from the library page: selected highlights, a file an article, as a ZIP', async () => {
    await browser.newTab(`${browser.root}/library.html`);
    await browser.waitUntil((page) => page.find('[data-testid=row] .row-quote'));
    await browser.evaluate((page) => {
      page.get('[role=listbox]').focus();
    });
    await browser.press(['Home']);
    await browser.press(['ArrowDown']);
    await browser.press([' ']);
    await browser.waitUntil((page) => page.has('bulk-export'));
    await browser.evaluate((page) => page.click('bulk-export'));
    await browser.waitUntil((page) => page.find('[data-testid=export-preview]')?.value.includes('Note '));
    expect(await browser.evaluate((page) => page.byTestId('export-dialog').innerText)).toContain(
      'Export the selected highlights (1)',
    );
    await browser.evaluate((page) => page.get('[data-testid=export-dialog] select').focus());
    await browser.press(['ArrowDown']);
    await browser.waitUntil((page) => page.byTestId('export-preview').value.startsWith('Harbour tolls'));
    await picture('export-selected');
    await tabTo(browser, 'export-save');
    await browser.press(['Enter']);
    const files = await until('the archive', async () => {
      const done = readdirSync(downloadDir).find((one) => one.endsWith('.zip'));
      const bytes = done && readFileSync(join(downloadDir, done));
      return bytes && bytes.length > 0 && unzipSync(new Uint8Array(bytes));
    });
    expect(Object.keys(files)).toEqual(['Harbour tolls “to double”.md']);
    const { annotations, articles } = readMarkdown(new TextDecoder().decode(Object.values(files)[0]));
    expect([articles.length, annotations.length]).toEqual([1, 1]);
  });
});
