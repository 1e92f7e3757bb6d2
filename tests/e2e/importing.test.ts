import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeMarkdown } from '#exchange/index.ts';
import { atDemo, type DemoSite } from './atDemo.ts';
import { chooseFile } from './chooseFile.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { PAINTED } from './facts.ts';
import { BROWSERS, PAGES } from './launch.ts';
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
    await browser.waitUntil(`document.querySelector('input[type=file]')`);
  });

  const shown = (words: string) =>
    browser.waitUntil(`document.body.innerText.includes(${JSON.stringify(words)})`);

  /** Light and dark. */
  const picture = async (what: string) => {
    const folder = join(import.meta.dirname, '..', '..', 'out', 'pictures');
    mkdirSync(folder, { recursive: true });
    for (const theme of ['dark', 'light']) {
      await browser.evaluate(`(document.documentElement.dataset.theme = '${theme}', true)`);
      await browser.screenshot(join(folder, `${what}-${theme}-${name}.png`));
    }
  };
  const textOfDialog = () =>
    browser.evaluate<string>(`document.querySelector('[data-testid=import]').innerText`);

  it('is shown before anything is written: whose it is, what is new, what can’t be taken', async () => {
    await browser.evaluate(chooseFile(exported(demo.url + PAGES.strike), 'export.json'));
    await browser.waitUntil(`document.querySelector('[data-testid=import]')`);
    const text = await browser.evaluate<string>(`document.querySelector('[data-testid=import]').innerText`);
    expect(text).toContain('Bring in “export.json”?');
    expect(text).toContain('From Hypothesis');
    expect(text).toContain('What can’t be taken (1)');
    expect((await readLibrary(browser)).annotations).toEqual([]);
    await picture('import');
  });

  it('comes in at one press, and its mark waits for a visit', async () => {
    await browser.evaluate(`(document.querySelector('[data-testid=import-yes]').click(), true)`);
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
    await browser.evaluate(chooseFile(exported(demo.url + PAGES.strike), 'again.json'));
    await browser.waitUntil(`document.querySelector('[data-testid=import]')`);
    expect(
      await browser.evaluate<string>(`document.querySelector('[data-testid=import]').innerText`),
    ).toContain('Highlights that are the same here');
    await browser.evaluate(`(document.querySelector('[data-testid=import-cancel]').click(), true)`);
    await browser.waitUntil(`!document.querySelector('[data-testid=import]')`);
  });

  it('has colours and tags that the reader maps, and looks the same the next time', async () => {
    const csv = [
      'Highlight,Book Title,Book Author,Color,Tags,Location,Highlighted at',
      'Nobody was asked.,The Harbour,Ilse Varga,orange,port,12,2026-03-08 19:12:31+00:00',
    ].join('\n');
    await browser.evaluate(chooseFile(csv, 'readwise.csv'));
    await browser.waitUntil(`document.querySelector('[data-testid=import-colors] input')`);
    expect(await textOfDialog()).toMatch(/orange.*Tags \(1\).*Fields without a place here \(1\)/s);
    await browser.evaluate(`(document.querySelector('[data-testid=import-tags]').open = true)`);
    await browser.evaluate(
      `(document.querySelector('[data-testid=import-colors] input[value=pink]').click(), true)`,
    );
    await browser.evaluate(`(() => {
      const field = document.querySelector('[data-testid=import-tags] input');
      field.value = 'harbour';
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    })()`);
    await browser.waitUntil(
      `document.querySelector('[data-testid=import-samples]').innerText.includes('#harbour')`,
    );
    await picture('import-mapping');
    await browser.evaluate(`(document.querySelector('[data-testid=import-yes]').click(), true)`);
    const [mark] = await until('the mark', async () => {
      const { annotations } = await readLibrary(browser);
      const own = annotations.filter(({ target }) => target.exact === 'Nobody was asked.');
      return own.length > 0 && own;
    });
    expect(mark).toMatchObject({ color: 'pink', tags: ['harbour'] });
    await browser.waitUntil(`!document.querySelector('[data-testid=import]')`);
    await browser.evaluate(chooseFile(csv, 'again.csv'));
    await browser.waitUntil(`document.querySelector('[data-testid=import-colors] input')`);
    expect(await textOfDialog()).toMatch(/that are the same here\s*1/);
    await browser.evaluate(`(document.querySelector('[data-testid=import-cancel]').click(), true)`);
    await browser.waitUntil(`!document.querySelector('[data-testid=import]')`);
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
    await browser.evaluate(chooseFile(text, 'Dockers.md'));
    await browser.waitUntil(`document.querySelector('[data-testid=import-edits] ins')`);
    expect(await textOfDialog()).toContain('Notes you changed in the file: 1');
    await picture('import-edited');
    await browser.evaluate(`(document.querySelector('[data-testid=import-yes]').click(), true)`);
    await until('the note', async () =>
      (await readLibrary(browser)).annotations.some(({ note }) => note === 'Noted in the vault.'),
    );
  });

  it('that nobody knows is refused with the reason', async () => {
    await browser.evaluate(chooseFile('no format at all', 'x.csv'));
    await shown('no format that is known here');
  });

  it('has its mark found in the page once that is opened', async () => {
    await browser.open(demo.url + PAGES.strike);
    await browser.waitUntil(`${PAINTED}.includes(${JSON.stringify(`yellow: ${WORDS}`)})`, 20_000);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact]');
    expect(await sidebar.text('[data-testid=card]')).toContain('Noted in the vault.');
  });
});
