import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import { closeView } from './closeView.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';

const saysIt = (page: PageParts) => page.says('Nothing can be kept here.');

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
    await popup.waitUntil(saysIt);
    await closeView(popup);
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil(saysIt);
    // Off in private windows until the reader says otherwise.
    await sidebar.waitUntil((page) => page.says('Switched off here'));
    await sidebar.evaluate((page) => page.press('Switch on again'));
    await browser.selectByMouse('blames the price of steel');
    expect(await browser.hasQuick()).toBe(false);
    // Asked for all the same, it says so before there is anything to type into.
    const again = await browser.popup();
    await again.click('[data-testid=annotate-anyway]');
    await annotatorIn(browser);
    await browser.selectByMouse('blames the price of steel');
    await browser.press(['Alt', 'Shift', 'H']);
    const notice = await browser.quick();
    await notice.waitUntil((page) => page.says('nothing can be kept here'));
    expect(await notice.evaluate((page) => page.find('textarea, input[type=url]') === null)).toBe(true);
    expect(await browser.evaluate((page) => page.painted())).toEqual([]);
    await sidebar.waitUntil(saysIt);
    expect(await sidebar.evaluate((page) => page.has('card'))).toBe(false);
  });
});
