import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarkdown, writeMarkdown } from '#exchange/index.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { launch } from './launch.ts';
import { wear } from './pageActs.ts';
import { readLibrary } from './readLibrary.ts';

const URL = 'https://quay.example/harbour-tolls';
const GIVEN = JSON.stringify({
  export_date: '2026-05-02T10:00:00.000Z',
  client_version: '1.1',
  annotations: [
    {
      id: 'a1',
      created: '2026-05-01T09:00:00.000+00:00',
      updated: '2026-05-01T09:00:00.000+00:00',
      uri: URL,
      text: 'Noted at the desk.',
      tags: [],
      document: { title: ['Harbour tolls'] },
      target: [
        {
          source: URL,
          selector: [{ type: 'TextQuoteSelector', exact: 'Tolls will rise', prefix: '', suffix: '' }],
        },
      ],
    },
  ],
});
const press = (browser: Driver, testid: string) => browser.evaluate((page, id) => page.click(id), testid);
const appears = (browser: Driver, testid: string) => browser.waitUntil((page, id) => page.has(id), testid);

/** Light and dark. */
async function picture(browser: Driver, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', '..', 'out', 'pictures');
  mkdirSync(folder, { recursive: true });
  await browser.evaluate(() => {
    document.getElementById('vault')?.scrollIntoView();
  });
  for (const theme of ['dark', 'light']) {
    await browser.evaluate(wear, theme);
    await browser.screenshot(join(folder, `${name}-${theme}.png`));
  }
}

async function openOptions(browser: Driver): Promise<void> {
  await browser.open(`${browser.root}/options.html`);
  await browser.waitUntil((page) => page.has('vault') && page.find('input[type=file]'));
}
async function bringIn(browser: Driver, text: string, name: string): Promise<void> {
  await browser.evaluate((page, text, name) => page.chooseFile([text], name), text, name);
  await appears(browser, 'import-yes');
  await press(browser, 'import-yes');
  await browser.waitUntil((page) => !page.has('import'));
}

describe('a folder of Markdown files, in chromium,', () => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await launch('chromium');
    await openOptions(browser);
    await bringIn(browser, GIVEN, 'export.json');
  });
  afterAll(() => browser?.close());

  /** The files of ours, by name. */
  const files = () =>
    browser.evaluate(async () => {
      const vault = await (await navigator.storage.getDirectory()).getDirectoryHandle('vault');
      const found: Record<string, string> = {};
      for await (const [name, file] of (await vault.getDirectoryHandle('Claimlight notes')).entries())
        found[name] = await (await (file as FileSystemFileHandle).getFile()).text();
      return found;
    });

  it('is written at once when it is chosen', async () => {
    // The browser's own dialog can't be pressed; the private folder's handle is one like the chosen folder's.
    await browser.evaluate((page) =>
      page.setGlobal('showDirectoryPicker', async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('vault', { create: true }),
      ),
    );
    await picture(browser, 'vault-off');
    await press(browser, 'vault-choose');
    await browser.waitUntil((page) =>
      page.find('[data-testid=vault-at]')?.textContent.startsWith('Up to date'),
    );
    const found = await files();
    expect(Object.keys(found)).toEqual(['Harbour tolls.md']);
    expect(readMarkdown(found['Harbour tolls.md'] ?? '').annotations).toMatchObject([
      { note: 'Noted at the desk.' },
    ]);
    await picture(browser, 'vault-on');
  });

  it('follows what is written, quietly, and keeps the reader’s own lines', async () => {
    await browser.evaluate(async () => {
      const vault = await (await navigator.storage.getDirectory()).getDirectoryHandle('vault');
      const file = await (await vault.getDirectoryHandle('Claimlight notes')).getFileHandle(
        'Harbour tolls.md',
      );
      const stream = await file.createWritable({ keepExistingData: true });
      await stream.seek((await file.getFile()).size);
      await stream.write('\nA line of mine.\n');
      await stream.close();
    });
    const { articles, annotations } = await readLibrary(browser);
    const [article] = articles;
    if (!article) throw new Error('No article');
    const edited = writeMarkdown({ article, annotations }, 'plain').replace('at the desk', 'on the ferry');
    await bringIn(browser, edited, 'edited.md');
    const text = await until(
      'the file',
      async () => {
        const { 'Harbour tolls.md': now = '' } = await files();
        return now.includes('Noted on the ferry.') && now;
      },
      20_000,
    );
    expect(text).toContain('\nA line of mine.\n');
    expect(await browser.evaluate((page) => !page.has('vault-fault'))).toBe(true);
  });

  it('says where it can’t be written, also in the popup', async () => {
    await browser.evaluate(async () => {
      await (await navigator.storage.getDirectory()).removeEntry('vault', { recursive: true });
    });
    await press(browser, 'vault-update');
    await appears(browser, 'vault-fault');
    await picture(browser, 'vault-fault');
    await browser.newTab(`${browser.root}/popup.html`);
    await appears(browser, 'vault-line');
    await browser.closeTab();
    await press(browser, 'vault-end');
    await appears(browser, 'vault-choose');
  });
});

it('firefox says that it can’t, and offers a ZIP', async () => {
  const browser = await launch('firefox');
  try {
    await openOptions(browser);
    await bringIn(browser, GIVEN, 'export.json');
    await appears(browser, 'vault-zip');
    expect(await browser.evaluate((page) => page.byTestId('vault').innerText)).toContain(
      'lets no extension write into a folder',
    );
    await picture(browser, 'vault-firefox');
    await press(browser, 'vault-zip');
    await browser.waitUntil((page) =>
      page.find('[data-testid=export-preview]')?.value.startsWith('Harbour tolls.md'),
    );
  } finally {
    await browser.close();
  }
});
