import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { PAINTED } from './facts.ts';
import { PAGES } from './launch.ts';

const SAYS = `document.body.innerText.includes('Nothing can be kept here.')`;

// Firefox only: Chromium has no mode in which an extension is always private.
describe('Firefox that never remembers', () => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(
    'firefox',
    (opened) => {
      ({ demo, browser } = opened);
    },
    {
      inPrivate: true,
      prefs: { 'browser.privatebrowsing.autostart': true },
    },
  );

  it('is told that nothing can be kept before anything can be typed, in popup, side bar and page', async () => {
    await browser.open(demo.url + PAGES.tram);
    const popup = await browser.popup();
    await popup.waitUntil(SAYS);
    await popup.evaluate('(window.setTimeout(() => window.close()), true)');
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil(SAYS);
    // Off in private windows until the reader says otherwise.
    await sidebar.waitUntil(`document.body.innerText.includes('Switched off here')`);
    await sidebar.evaluate(
      `[...document.querySelectorAll('button')].find((one) => one.textContent.includes('Switch on again')).click()`,
    );
    await browser.selectByMouse('blames the price of steel');
    expect(await browser.hasQuick()).toBe(false);
    // Asked for all the same, it says so before there is anything to type into.
    const again = await browser.popup();
    await again.click('[data-testid=annotate-anyway]');
    await until('an annotator', () => browser.evaluate<boolean>(`CSS.highlights.has('claimlight-focus')`));
    await browser.selectByMouse('blames the price of steel');
    await browser.press(['Alt', 'Shift', 'H']);
    const notice = await browser.quick();
    await notice.waitUntil(`document.body.innerText.includes('nothing can be kept here')`);
    expect(await notice.evaluate(`document.querySelector('textarea, input[type=url]')`)).toBeNull();
    expect(await browser.evaluate<string[]>(PAINTED)).toEqual([]);
    await sidebar.waitUntil(SAYS);
    expect(await sidebar.evaluate(`document.querySelector('[data-testid=card]')`)).toBeNull();
  });
});
