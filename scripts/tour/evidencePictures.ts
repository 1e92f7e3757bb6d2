/**
 * Part of `npm run pictures`: a claim and its evidence, light and dark, from the built extension (Chromium) on the demo
 * stories: the toolbar at the other end, a corroborated and a contested card, and claims that are due in the popup.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDemo } from '#demo/server.mjs';
import { launchChromium } from '#tests/e2e/driver/chromium.ts';
import type { Driver, View } from '#tests/e2e/driver/Driver.ts';
import { until } from '#tests/e2e/driver/until.ts';
import { annotatorIn } from '#tests/e2e/mark.ts';
import { isCalm } from '#tests/e2e/pageActs.ts';
import { ROOT } from '../setup.mjs';
import { type Scheme, sideBySide } from './sideBySide.ts';

const TARGET = join(ROOT, 'docs', 'pictures');
const HOSPITAL = '/observer/health/hospital-waiting-times-fall-7741';
const TRAM = '/courier/politics/2026/11/18/tram-line-costs';
const BUSES = '/times/transport/night-bus-drivers';
const HELD = 'Most of the night shift has no way home other than a car';
const PASSAGE = 'The hospital had warned that its night staff could not do without the lines 4 and 9.';
const CLAIM = 'patients wait 213 days, four days more than last autumn';
const FIGURES = {
  url: 'https://board.example/quarterly/2026-3/hips',
  title: 'Health board: quarterly tables, hips and knees',
  quote: 'Hip and knee operations: patients wait 217 days, four days more than last autumn.',
};
const LETTER = {
  url: 'https://valley.example/letters/4411',
  title: 'The Valley Letter: surgeons count otherwise',
  quote: 'Measured from the first visit, the wait is 190 days.',
};
const DUE = [
  'Her operation has been set for the 9th of February',
  'a further 60 are expected in February',
] as const;

/** Nothing shall be half faded in. */
const calm = (view: Pick<View, 'waitUntil'>) => view.waitUntil(isCalm);
const annotator = (browser: Driver) => annotatorIn(browser);
const noQuick = (browser: Driver) =>
  until('the frame in the page to close', async () => !(await browser.hasQuick()));

/** Marks words as a claim of the kind that a digit chooses; `hold` takes it in hand. */
async function claim(browser: Driver, words: string, kind: string, hold = false) {
  await browser.selectByMouse(words);
  await browser.press(['Alt', 'Shift', 'C']);
  const quick = await browser.quick();
  await quick.waitFor('[data-testid=type-other][aria-pressed=true]');
  await browser.press([kind]);
  if (hold) {
    await browser.press(['0']);
    await quick.waitFor('[data-testid=held]');
  }
  await browser.press(['Escape']);
  await noQuick(browser);
}

/** The card of a claim by itself, at the top of the view. */
async function showCard(sidebar: View, words: string, reasons: boolean): Promise<number> {
  const bottom = await sidebar.evaluate(
    (page, words, reasons) => {
      for (const card of page.all('[data-testid=card]')) card.hidden = !card.textContent.includes(words);
      const shown = page.get('[data-testid=card]:not([hidden])');
      for (const line of shown.querySelectorAll<HTMLDetailsElement>('details.sourcing')) line.open = reasons;
      for (const part of shown.querySelectorAll<HTMLDetailsElement>('details.claim')) part.open = false;
      page.blur();
      document.body.style.paddingBlockEnd = '100vh';
      shown.scrollIntoView({ block: 'start', behavior: 'instant' });
      return Math.ceil(shown.getBoundingClientRect().bottom);
    },
    words,
    reasons,
  );
  await calm(sidebar);
  return bottom;
}

async function addSource(sidebar: View, words: string, source: typeof FIGURES, stance: string, tier: string) {
  await showCard(sidebar, words, false);
  await sidebar.click('[data-testid=card]:not([hidden]) [data-testid=add-source]');
  await sidebar.waitFor('[data-testid=source-url]');
  await sidebar.type('[data-testid=source-url]', source.url);
  await sidebar.type('[data-testid=source-title]', source.title);
  await sidebar.click(`input[value=${stance}]`);
  await sidebar.click(`input[value=${tier}]`);
  await sidebar.type('[data-testid=source-quote]', source.quote);
  await sidebar.click('[data-testid=save]');
  await sidebar.waitUntil((page) => !page.has('source-url'));
}

/** The card alone. */
async function picture(
  sidebar: View,
  words: string,
  reasons: boolean,
  file: string,
  target: string,
  scheme: Scheme,
) {
  const height = await showCard(sidebar, words, reasons);
  await sidebar.screenshot(file);
  await sideBySide([{ file, clip: { y: 0, height } }], target, scheme, { gap: 0, padding: 0, line: false });
}

async function take(scheme: Scheme) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-evidence-'));
  const demo = await serveDemo();
  const browser = await launchChromium({
    extensionDir: join(ROOT, '.output', 'chrome-mv3'),
    colorScheme: scheme,
    viewport: { width: 820, height: 620 },
  });
  const target = (name: string) => join(TARGET, `${name}-${scheme}.png`);
  try {
    // Due claims first: their days are long past.
    await browser.open(demo.url + HOSPITAL);
    await annotator(browser);
    for (const [at, words] of DUE.entries()) {
      await claim(browser, words, at === 0 ? '4' : '1');
      const sidebar = await browser.sidebar();
      await sidebar.waitUntil(
        (page, at) => page.all('[data-testid=card] details.claim').length === at,
        at + 1,
      );
      await sidebar.evaluate(
        (page, words, at) => {
          const card = page.holding('[data-testid=card]', words);
          const claim = card.querySelector<HTMLDetailsElement>('details.claim');
          const day = card.querySelector<HTMLInputElement>('[data-testid=claim-day]');
          if (!claim || !day) throw new Error('The card has no claim');
          claim.open = true;
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
            day,
            `2026-11-0${at}`,
          );
          day.dispatchEvent(new Event('input', { bubbles: true }));
          day.dispatchEvent(new Event('change', { bubbles: true }));
        },
        words,
        at + 2,
      );
    }
    const popup = await browser.popup();
    await popup.waitUntil((page) => page.all('[data-testid=due] li').length === 2);
    await popup.evaluate((page) => {
      page.blur();
      page.byTestId('due').scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    await calm(popup);
    await popup.screenshot(target('due'));

    await browser.open(demo.url + TRAM);
    await annotator(browser);
    await claim(browser, HELD, '7', true);
    await browser.open(demo.url + BUSES);
    await annotator(browser);
    await browser.clickText('Read more');
    await browser.waitUntil((page, passage) => page.says(passage), PASSAGE);
    await browser.selectByMouse(PASSAGE);
    const quick = await browser.quick();
    await quick.waitFor('[data-testid=use-as-source]');
    await calm(browser);
    await browser.screenshot(join(folder, 'hand.png'));
    await sideBySide(
      [{ file: join(folder, 'hand.png'), clip: { y: 120, height: 400 } }],
      target('hand'),
      scheme,
      {
        gap: 0,
        padding: 0,
        line: false,
      },
    );

    await browser.press(['Escape']);

    await browser.open(demo.url + HOSPITAL);
    await annotator(browser);
    await claim(browser, CLAIM, '1');
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil((page) => page.all('[data-testid=card] details.claim').length === 3);
    await sidebar.click('[data-testid=put-down]');
    await sidebar.waitUntil((page) => !page.has('in-hand'));
    await addSource(sidebar, CLAIM, FIGURES, 'supports', 'primary');
    await sidebar.waitFor('[data-testid=sourcing][data-status=corroborated]');
    await picture(sidebar, CLAIM, true, join(folder, 'evidence.png'), target('card-evidence'), scheme);
    await addSource(sidebar, CLAIM, LETTER, 'disputes', 'secondary');
    await sidebar.waitFor('[data-testid=sourcing][data-status=contested]');
    await picture(sidebar, CLAIM, false, join(folder, 'contested.png'), target('card-contested'), scheme);
  } finally {
    await browser.close();
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(TARGET, { recursive: true });
for (const scheme of ['light', 'dark'] as const) await take(scheme);
