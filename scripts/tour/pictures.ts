/**
 * `npm run pictures`: makes the pictures of the README again, light and dark, from the real extension in Chromium on
 * the demo site. Look at each before you commit it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo } from '#demo/server.mjs';
import { launchChromium } from '#tests/e2e/driver/chromium.ts';
import type { Driver } from '#tests/e2e/driver/Driver.ts';
import type { PageParts } from '#tests/e2e/driver/pageParts.ts';
import { until } from '#tests/e2e/driver/until.ts';
import { annotatorIn } from '#tests/e2e/mark.ts';
import { isCalm } from '#tests/e2e/pageActs.ts';
import { ROOT } from '../setup.mjs';
import { type Scheme, sideBySide } from './sideBySide.ts';

const TARGET = join(ROOT, 'docs', 'pictures');
const ARTICLE = '/courier/politics/2026/11/18/tram-line-costs';
const NO_ARTICLE = '/shop/umbrella';
const NOTE = 'Nominal or in 2024 prices? Ask the city engineer.';
const SOURCE = { url: 'https://city.example/reports/eastern-line-2026', title: 'Report on the eastern line' };
/** Further highlights: colour, words (in one text node each), note. */
const MARKS = [
  [
    'pink',
    'Steel alone accounts for 41 million crowns of the difference.',
    'Compare with the price index for steel.',
  ],
  ['green', 'The route has not changed.', ''],
] as const;
/** Scrolls to the first paragraph of the article. */
const toText = (page: PageParts) => {
  page.holding('p', 'eastern tram line, the largest').scrollIntoView({ block: 'start', behavior: 'instant' });
  scrollBy(0, -24);
};

const painted = (browser: Driver, n: number) =>
  browser.waitUntil((page, count) => page.painted().length === count, n);

/** Nothing shall be half faded in. */
const calm = (browser: Driver) => browser.waitUntil(isCalm);

async function mark(browser: Driver, color: string, words: string, note: string) {
  await browser.selectByMouse(words);
  const quick = await browser.quick();
  if (!note) {
    await quick.click(`[data-testid=mark-${color}]`);
    return;
  }
  await quick.click('[data-testid=add-note]');
  await quick.type('[data-testid=note-input]', note);
  await quick.click(`input[value=${color}]`);
  await quick.click('[data-testid=save]');
  await until('the editor to close', async () => !(await browser.hasQuick()));
}

async function take(scheme: Scheme) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-pictures-'));
  const demo = await serveDemo();
  const browser = await launchChromium({
    extensionDir: join(ROOT, '.output', 'chrome-mv3'),
    colorScheme: scheme,
    viewport: { width: 660, height: 765 },
  });
  const shot = (name: string) => join(folder, `${name}.png`);
  const target = (name: string) => join(TARGET, `${name}-${scheme}.png`);
  try {
    await browser.open(demo.url + NO_ARTICLE);
    const empty = await browser.popup();
    await empty.waitFor('[data-testid=annotate-anyway]');
    await empty.screenshot(shot('popup-empty'));

    await browser.open(demo.url + ARTICLE);
    await annotatorIn(browser);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=empty]');
    await sidebar.screenshot(target('empty'));

    await browser.evaluate(toText);
    await browser.selectByMouse('will cost 418 million crowns, a third more');
    const quick = await browser.quick();
    await calm(browser);
    await browser.screenshot(shot('toolbar'));
    await quick.click('[data-testid=add-note]');
    await quick.type('[data-testid=note-input]', NOTE);
    await quick.click('[data-testid=add-source]');
    await quick.type('[data-testid=source-url]', SOURCE.url);
    await quick.type('[data-testid=source-title]', SOURCE.title);
    await calm(browser);
    await browser.screenshot(shot('editor'));
    await quick.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    for (const [color, words, note] of MARKS) await mark(browser, color, words, note);
    await painted(browser, MARKS.length + 1);
    await browser.evaluate(toText);
    await sidebar.waitUntil(
      (page, length) => page.all('[data-state=exact]').length === length,
      MARKS.length + 1,
    );
    await browser.screenshot(shot('page'));
    await sidebar.screenshot(shot('sidebar'));

    const popup = await browser.popup();
    await popup.waitFor('[data-testid=article-item]');
    await popup.screenshot(shot('popup'));

    demo.setEdition(2);
    await browser.reload();
    await sidebar.waitFor('[data-state=missing]');
    await browser.evaluate(toText);
    await browser.screenshot(shot('page-edited'));
    await sidebar.screenshot(shot('sidebar-edited'));

    const beside = { gap: 0, padding: 0, line: true };
    const alone = { ...beside, line: false };
    await sideBySide([{ file: shot('page') }, { file: shot('sidebar') }], target('reading'), scheme, beside);
    await sideBySide(
      [{ file: shot('page-edited') }, { file: shot('sidebar-edited') }],
      target('edited'),
      scheme,
      beside,
    );
    const upper = { y: 270, height: 480 };
    await sideBySide([{ file: shot('toolbar'), clip: upper }], target('toolbar'), scheme, alone);
    await sideBySide([{ file: shot('editor'), clip: upper }], target('editor'), scheme, alone);
    await sideBySide([{ file: shot('popup-empty') }, { file: shot('popup') }], target('popups'), scheme, {
      gap: 20,
      padding: 20,
      line: false,
    });
  } finally {
    await browser.close();
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(TARGET, { recursive: true });
for (const scheme of ['light', 'dark'] as const) await take(scheme);
console.log('The pictures are in docs/pictures/. Look at each before you commit it.');
