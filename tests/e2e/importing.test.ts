import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeMarkdown } from '#exchange/index.ts';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { wear } from './pageActs.ts';
import { readLibrary } from './readLibrary.ts';

/** A passage that stands in the story once. */
const WORDS = 'Both sides left by different doors';

/** As Hypothesis exports it: one mark in the story, one in no page, one entry that is none. */
const exported = (url: string) =>
  JSON.stringify({
    export_date: '2026-05-02T10:00:00.000Z',
    client_version: '1.1',
    annotations: [
      {
        id: 'a1',
        created: '2026-05-01T09:00:00.000+00:00',
        updated: '2026-05-01T09:00:00.000+00:00',
        uri: url,
        text: 'Noted elsewhere.',
        tags: ['strike'],
        document: { title: ['Dockers'] },
        target: [
          {
            source: url,
            selector: [{ type: 'TextQuoteSelector', exact: WORDS, prefix: '', suffix: '' }],
          },
        ],
      },
      { id: 'a2', created: '2026-05-01T09:00:00Z', uri: 'javascript:1', text: '', target: [] },
    ],
  });

describe.each(BROWSERS)('a file of another program, in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  beforeAll(async () => {
    await browser.open(`${browser.root}/options.html`);
    await browser.waitUntil((page) => page.find('input[type=file]'));
  });

  const shown = (words: string) => browser.waitUntil((page, words) => page.says(words), words);

  /** Light and dark. */
  const picture = async (what: string) => {
    const folder = join(import.meta.dirname, '..', '..', 'out', 'pictures');
    mkdirSync(folder, { recursive: true });
    for (const theme of ['dark', 'light']) {
      await browser.evaluate(wear, theme);
      await browser.screenshot(join(folder, `${what}-${theme}-${name}.png`));
    }
  };
  const textOfDialog = () => browser.evaluate((page) => page.byTestId('import').innerText);

  it('is shown before anything is written: whose it is, what is new, what can’t be taken', async () => {
    await browser.evaluate(
      (page, text, name) => page.chooseFile([text], name),
      exported(demo.url + PAGES.strike),
      'export.json',
    );
    await browser.waitUntil((page) => page.has('import'));
    const text = await browser.evaluate((page) => page.byTestId('import').innerText);
    expect(text).toContain('Bring in “export.json”?');
    expect(text).toContain('From Hypothesis');
    expect(text).toContain('What can’t be taken (1)');
    expect((await readLibrary(browser)).annotations).toEqual([]);
    await picture('import');
  });

  it('comes in at one press, and its mark waits for a visit', async () => {
    await browser.evaluate((page) => page.click('import-yes'));
    await until('the mark', async () => (await readLibrary(browser)).annotations.length === 1);
    const { annotations, articles } = await readLibrary(browser);
    expect(annotations).toMatchObject([
      {
        note: 'Noted elsewhere.',
        tags: ['strike'],
        target: { exact: WORDS },
        anchor: { state: 'missing' },
      },
    ]);
    expect(articles).toMatchObject([{ title: 'Dockers' }]);
  });

  it('changes nothing when it comes a second time', async () => {
    await browser.evaluate(
      (page, text, name) => page.chooseFile([text], name),
      exported(demo.url + PAGES.strike),
      'again.json',
    );
    await browser.waitUntil((page) => page.has('import'));
    expect(await browser.evaluate((page) => page.byTestId('import').innerText)).toContain(
      'Highlights that are the same here',
    );
    await browser.evaluate((page) => page.click('import-cancel'));
    await browser.waitUntil((page) => !page.has('import'));
  });

  it('has colours and tags that the reader maps, and looks the same the next time', async () => {
    const csv = [
      'Highlight,Book Title,Book Author,Color,Tags,Location,Highlighted at',
      'Nobody was asked.,The Harbour,Ilse Varga,orange,port,12,2026-03-08 19:12:31+00:00',
    ].join('\n');
    await browser.evaluate((page, text, name) => page.chooseFile([text], name), csv, 'readwise.csv');
    await browser.waitUntil((page) => page.find('[data-testid=import-colors] input'));
    const text = await textOfDialog();
    expect(text).toMatch(/Columns without a place here \(1\).*orange.*Tags \(1\)/s);
    // The column stands in one list alone.
    expect(text).not.toContain('Fields without a place here');
    await browser.evaluate((page) => (page.byTestId<HTMLDetailsElement>('import-tags').open = true));
    await browser.evaluate((page) => {
      page.get('[data-testid=import-colors] input[value=pink]').click();
    });
    await browser.evaluate((page) => page.put('[data-testid=import-tags] input', 'harbour', 'change'));
    await browser.waitUntil((page) => page.byTestId('import-samples').innerText.includes('#harbour'));
    await picture('import-mapping');
    await browser.evaluate((page) => page.click('import-yes'));
    const [mark] = await until('the mark', async () => {
      const { annotations } = await readLibrary(browser);
      const own = annotations.filter(({ target }) => target.exact === 'Nobody was asked.');
      return own.length > 0 && own;
    });
    expect(mark).toMatchObject({ color: 'pink', tags: ['harbour'] });
    await browser.waitUntil((page) => !page.has('import'));
    await browser.evaluate((page, text, name) => page.chooseFile([text], name), csv, 'again.csv');
    await browser.waitUntil((page) => page.find('[data-testid=import-colors] input'));
    expect(await textOfDialog()).toMatch(/that are the same here\s*1/);
    await browser.evaluate((page) => page.click('import-cancel'));
    await browser.waitUntil((page) => !page.has('import'));
  });

  it('packed in an archive has its columns asked about as well', async () => {
    const csv = `Highlight,Book Title,URL,Shelf\nTolls rise,Tolls,https://quay.example/tolls,B3\n`;
    const zip = Buffer.from(zipSync({ 'a/notes.csv': strToU8(csv), 'read me.txt': strToU8('Hello') }));
    await browser.evaluate(
      (page, letters) =>
        page.chooseFile([Uint8Array.from(atob(letters), (char) => char.charCodeAt(0))], 'all.zip'),
      zip.toString('base64'),
    );
    await browser.waitUntil((page) => page.has('import-columns'));
    await browser.evaluate((page) => (page.byTestId<HTMLDetailsElement>('import-columns').open = true));
    await browser.evaluate((page) => page.put('[data-testid=import-columns] select', 'tags', 'change'));
    await browser.waitUntil((page) => page.byTestId('import-samples').innerText.includes('#B3'));
    await picture('import-zip-columns');
    await browser.evaluate((page) => page.click('import-cancel'));
    await browser.waitUntil((page) => !page.has('import'));
  });

  it('of ours whose note was changed by hand says so, and the note comes in', async () => {
    const { annotations, articles } = await readLibrary(browser);
    const article = articles.find(({ title }) => title === 'Dockers');
    if (!article) throw new Error('No article');
    const own = annotations.filter(({ articleId }) => articleId === article.id);
    const text = writeMarkdown({ article, annotations: own }, 'obsidian').replace(
      'Noted elsewhere.',
      'Noted in the vault.',
    );
    await browser.evaluate((page, text, name) => page.chooseFile([text], name), text, 'Dockers.md');
    await browser.waitUntil((page) => page.find('[data-testid=import-edits] ins'));
    expect(await textOfDialog()).toContain('Notes you changed in the file: 1');
    await picture('import-edited');
    await browser.evaluate((page) => page.click('import-yes'));
    await until('the note', async () =>
      (await readLibrary(browser)).annotations.some(({ note }) => note === 'Noted in the vault.'),
    );
  });

  it('that nobody knows is refused with the reason', async () => {
    await browser.evaluate((page, text, name) => page.chooseFile([text], name), 'no format at all', 'x.csv');
    await shown('no format that is known here');
  });

  it('has its mark found in the page once that is opened', async () => {
    await browser.open(demo.url + PAGES.strike);
    await browser.waitUntilWithin(
      20_000,
      (page, words) => page.painted().includes(words),
      `yellow: ${WORDS}`,
    );
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact]');
    expect(await sidebar.text('[data-testid=card]')).toContain('Noted in the vault.');
  });
});
