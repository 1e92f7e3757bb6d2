/**
 * Part of `npm run pictures`: pictures of the cards of changed, suggested and missing highlights, light and
 * dark, from the built extension (Chromium) on the demo stories. They land in docs/pictures.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveDemo } from '#demo/server.mjs';
import { launchChromium } from '#tests/e2e/driver/chromium.ts';
import { until } from '#tests/e2e/driver/until.ts';
import { annotatorIn } from '#tests/e2e/mark.ts';
import { ROOT } from '../setup.mjs';

const STORY = '/gazette/2026/11/dockers-strike-third-week';
/** What is marked, and what becomes of it in the second edition. */
const WORDS = [
  ['as a strike by 2,400 dockers entered its third week', 'yellow'],
  ['Both sides left by different doors.', 'green'],
  ['At that rate it would be empty in the first week of December.', 'pink'],
] as const;
const GONE = 'Both sides left by different doors.';
const folder = join(ROOT, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });

for (const colorScheme of ['light', 'dark'] as const) {
  const demo = await serveDemo();
  const browser = await launchChromium({ extensionDir: join(ROOT, '.output', 'chrome-mv3'), colorScheme });
  try {
    await browser.open(demo.url + STORY);
    await annotatorIn(browser);
    for (const [words, color] of WORDS) {
      await browser.selectByMouse(words);
      await (await browser.quick()).click(`[data-testid=mark-${color}]`);
      await browser.waitUntil(
        (_page, color) => [...(CSS.highlights.get(`claimlight-${color}`) ?? [])].length > 0,
        color,
      );
      await until('the toolbar to go', async () => !(await browser.hasQuick()));
    }
    demo.setEdition(2);
    await browser.reload();
    await annotatorIn(browser);
    await browser.evaluate((page, gone) => page.reword(gone, ''), GONE);
    const sidebar = await browser.sidebar();
    for (const state of ['changed', 'suggested', 'missing']) {
      await sidebar.waitFor(`[data-testid=card][data-state=${state}]`, 15_000);
      await sidebar.evaluate((page, state) => {
        for (const card of page.all('[data-testid=card]')) card.hidden = card.dataset.state !== state;
        page.get(`[data-testid=card][data-state=${state}]`).scrollIntoView();
      }, state);
      await sidebar.screenshot(join(folder, `card-${state}-${colorScheme}.png`));
    }
  } finally {
    await browser.close();
    await demo.close();
  }
}
