/**
 * Part of `npm run pictures`: how notes are reviewed, light and dark, from the built extension (Chromium): the library page,
 * the list of actions, a search in the popup, reading by sentence, the practice of the welcome page, and a small screen.
 * They land in docs/pictures.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo } from '#demo/server.mjs';
import { launchChromium } from '#tests/e2e/driver/chromium.ts';
import type { Driver } from '#tests/e2e/driver/Driver.ts';
import { until } from '#tests/e2e/driver/until.ts';
import { annotatorIn } from '#tests/e2e/mark.ts';
import { isCalm } from '#tests/e2e/pageActs.ts';
import { ROOT } from '../setup.mjs';
import { type Scheme, sideBySide } from './sideBySide.ts';

const TARGET = join(ROOT, 'docs', 'pictures');
const TRAM = '/courier/politics/2026/11/18/tram-line-costs';
const WORDS = 'will cost 418 million crowns, a third more';

/** Invented marks: words, title, author, note, colour, tags, day, address. */
const MARKS = [
  [
    'A second tram line would cost 412 million, the council says.',
    'Tram line: what it would cost',
    'Ada Brink',
    'Which year’s prices? Ask the office.',
    'yellow',
    'trams,costs',
    '18',
    'https://courier.example/politics/tram-line-costs',
  ],
  [
    'Most of the night shift has no way home other than a car.',
    'Tram line: what it would cost',
    'Ada Brink',
    '',
    'green',
    'trams',
    '18',
    'https://courier.example/politics/tram-line-costs',
  ],
  [
    'Three of the five depots are to close by 2029.',
    'Tram line: what it would cost',
    'Ada Brink',
    'The plan of 2024 says two.',
    'pink',
    'trams,depots',
    '18',
    'https://courier.example/politics/tram-line-costs',
  ],
  [
    'Waiting times fell by nine days within a year.',
    'Hospital waiting times fall',
    'Noor Vester',
    'Median or mean?',
    'blue',
    'health',
    '19',
    'https://observer.example/health/waiting-times',
  ],
  [
    'Four in ten patients were not asked.',
    'Hospital waiting times fall',
    'Noor Vester',
    'Then who was?',
    'yellow',
    'health,method',
    '19',
    'https://observer.example/health/waiting-times',
  ],
  [
    'The harbour handled 2.1 million tonnes, more than ever before.',
    'A record year for Port Sallow',
    'Ilan Moor',
    '',
    'green',
    'harbour',
    '21',
    'https://gazette.example/trade/record-year',
  ],
  [
    'Dredging will be paid by the users.',
    'A record year for Port Sallow',
    'Ilan Moor',
    'Since when? The contract of 2022 says the state.',
    'purple',
    'harbour,costs',
    '21',
    'https://gazette.example/trade/record-year',
  ],
] as const;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const FILE = [
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,URL',
  ...MARKS.map(([words, title, author, note, color, tags, day, url], at) =>
    [
      words,
      title,
      author,
      '',
      note,
      color,
      tags,
      'offset',
      String(at * 9),
      `2026-11-${day} 09:${10 + at}:00+00:00`,
      url,
    ]
      .map(quoted)
      .join(','),
  ),
].join('\n');

const press = async (browser: Driver, testid: string) => {
  await browser.waitUntil((page, id) => page.has(id), testid);
  await browser.evaluate((page, id) => page.click(id), testid);
};
const calm = (browser: Driver) => browser.waitUntil(isCalm);

async function onLargeScreen(scheme: Scheme, folder: string) {
  const demo = await serveDemo();
  const browser = await launchChromium({
    extensionDir: join(ROOT, '.output', 'chrome-mv3'),
    colorScheme: scheme,
    viewport: { width: 1080, height: 760 },
  });
  const file = (name: string) => join(folder, `${name}-${scheme}.png`);
  const cut = async (name: string, selector: string) => {
    const clip = await browser.evaluate((page, selector) => {
      const { x, y, width, height } = page.get(selector).getBoundingClientRect();
      return {
        x: Math.floor(x),
        y: Math.floor(y),
        width: Math.ceil(width),
        height: Math.ceil(Math.min(height, innerHeight - y)),
      };
    }, selector);
    await calm(browser);
    await browser.screenshot(file(name));
    const plain = { gap: 0, padding: 0, line: false };
    await sideBySide([{ file: file(name), clip }], join(TARGET, `${name}-${scheme}.png`), scheme, plain);
  };
  try {
    await browser.open(`${browser.root}/options.html`);
    await browser.waitUntil((page) => page.find('input[type=file]') !== null);
    await browser.evaluate((page, text, name) => page.chooseFile([text], name), FILE, 'highlights.csv');
    await press(browser, 'import-yes');
    await browser.waitUntil((page) => !page.has('import'));

    await browser.open(`${browser.root}/library.html`);
    await browser.waitUntil(
      (page, length) => page.all('[data-testid=row] .row-quote').length === length,
      MARKS.length,
    );
    await browser.clickText('Waiting times fell by nine days');
    await calm(browser);
    await browser.screenshot(join(TARGET, `library-${scheme}.png`));

    await browser.press(['Control', 'k']);
    await browser.waitUntil((page) => page.find('dialog[open]') !== null);
    await cut('actions', 'dialog[open]');
    await browser.press(['Escape']);

    await browser.open(demo.url + TRAM);
    await annotatorIn(browser);
    const popup = await browser.popup();
    await popup.waitFor('[data-testid=search]');
    await popup.type('[data-testid=search]', 'cost');
    await popup.waitFor('[data-testid=hit]');
    await popup.screenshot(join(TARGET, `search-${scheme}.png`));
    await popup.evaluate((page) => page.closeSoon());

    await browser.press(['Alt', 'Shift', 'J']);
    const bar = await browser.sentenceBar();
    for (const key of ['j', 'j'])
      await bar.evaluate((_page, key) => {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      }, key);
    await calm(browser);
    await browser.screenshot(join(TARGET, `sentences-${scheme}.png`));

    await browser.open(`${browser.root}/welcome.html`);
    await press(browser, 'practice-sample');
    await browser.waitUntil((page) => page.focused() === 'note-input');
    await browser.typeText('Feared by whom?');
    await press(browser, 'save');
    await press(browser, 'practice-edit');
    await browser.waitUntil((page) => page.find('[data-testid=practice-card]')?.dataset.state === 'changed');
    await browser.evaluate((page) => {
      page.get('.practice').scrollIntoView({ behavior: 'instant' });
    });
    await cut('practice', '.practice');
  } finally {
    await browser.close();
    await demo.close();
  }
}

async function onSmallScreen(scheme: Scheme, folder: string) {
  const demo = await serveDemo();
  const browser = await launchChromium({
    extensionDir: join(ROOT, '.output', 'chrome-mv3'),
    colorScheme: scheme,
    viewport: { width: 360, height: 640 },
    isTouched: true,
  });
  const file = (name: string) => join(folder, `${name}-${scheme}.png`);
  try {
    await browser.open(demo.url + TRAM);
    await annotatorIn(browser);
    await browser.selectByTouch(WORDS);
    const quick = await browser.quick();
    await quick.waitUntil(() => (window.frameElement as HTMLElement).style.opacity === '1');
    await calm(browser);
    await browser.screenshot(file('touch-toolbar'));
    await quick.click('[data-testid=add-note]');
    await quick.type('[data-testid=note-input]', 'Nominal or in 2024 prices?');
    await calm(browser);
    await browser.screenshot(file('touch-editor'));
    await quick.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    await browser.newTab(`${browser.root}/options.html`);
    const tab = await browser.evaluate(async (page, path) => {
      const tabs = await page.extension().tabs.query({});
      return tabs.find(({ url }) => url?.includes(path))?.id;
    }, TRAM);
    await browser.open(`${browser.root}/sidepanel.html#tab=${tab}`);
    await browser.waitUntil((page) => page.has('card'));
    await calm(browser);
    await browser.screenshot(file('touch-sidebar'));
    await sideBySide(
      ['touch-toolbar', 'touch-editor', 'touch-sidebar'].map((name) => ({ file: file(name) })),
      join(TARGET, `touch-${scheme}.png`),
      scheme,
      { gap: 20, padding: 20, line: false },
    );
  } finally {
    await browser.close();
    await demo.close();
  }
}

mkdirSync(TARGET, { recursive: true });
for (const scheme of ['light', 'dark'] as const) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-review-'));
  try {
    await onLargeScreen(scheme, folder);
    await onSmallScreen(scheme, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
