import { describe, expect, it } from 'vitest';
import { chooseBackup } from '../faults/chooseBackup.ts';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, mark } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

const WORDS = 'blames the price of steel';
const COUNT = 3_000;

/** The first thing of a list. */
const first = (list: string) => `[data-testid=${list}] li`;
/** A button of it. */
const button = (list: string, name: string) => `${first(list)} [data-testid=${name}]`;

/** Stops an import as soon as its first batch is told. */
const stopAtOnce = (page: PageParts) => {
  const look = new MutationObserver(() => {
    if (!((page.find<HTMLProgressElement>('[data-testid=import] progress')?.value ?? 0) > 0)) return;
    look.disconnect();
    page.click('import-cancel');
  });
  look.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  page.click('import-yes');
};

describe.each(BROWSERS)('what was done, on the options page in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  const painted = (n: number) => browser.waitUntil((page, n) => page.painted().length === n, n);
  const appears = (selector: string, timeoutMs = 10_000) =>
    browser.waitUntilWithin(timeoutMs, (page, css) => page.find(css) !== null, selector);
  const press = (list: string, name: string) =>
    browser.evaluate((page, css) => page.get(css).click(), button(list, name));
  const tells = (list: string, words: string) =>
    browser.waitUntil((page, css, told) => page.get(css).textContent.includes(told), first(list), words);
  const inOptions = async (deed: () => Promise<void>) => {
    await browser.newTab(`${browser.root}/options.html`);
    await browser.waitUntil((page) => page.find('input[type=file]'));
    await deed();
    await browser.closeTab();
  };

  it('is brought back from the list of deleted things', async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await mark(browser, WORDS);
    await painted(1);
    const sidebar = await browser.sidebar();
    await sidebar.click('[data-testid=card] [data-testid=delete]');
    await painted(0);
    await inOptions(async () => {
      await tells('deleted', WORDS);
      await press('deleted', 'restore');
      await browser.waitUntil((page) => !page.has('deleted'));
    });
    await painted(1);
    await sidebar.waitFor('[data-testid=card]');
  });

  it('is taken back and done again from the list of what was done last', async () => {
    await inOptions(async () => {
      await tells('history', `Brought back “${WORDS}”`);
      expect(await browser.evaluate((page) => page.all('[data-testid=history] li').length)).toBe(3);
      await press('history', 'undo');
      await appears(button('history', 'redo'));
      await appears(first('deleted'));
    });
    await painted(0);
    await inOptions(async () => {
      await appears(button('history', 'redo'));
      await press('history', 'redo');
      await appears(button('history', 'undo'));
      await browser.waitUntil((page) => !page.has('deleted'));
    });
    await painted(1);
  });

  it('stays as far as it came when an import is stopped, and is undone as one', async () => {
    const live = async () => {
      const { annotations } = await readLibrary(browser);
      return annotations.filter(({ deletedAt }) => deletedAt === undefined).length;
    };
    await inOptions(async () => {
      await browser.evaluate(chooseBackup, COUNT, 'stopped');
      await browser.waitUntilWithin(60_000, (page) => page.has('import-yes'));
      await browser.evaluate(stopAtOnce);
      await browser.waitUntilWithin(60_000, (page) => page.says('Stopped. What had been brought in stays'));
      const kept = await live();
      expect(kept).toBeGreaterThan(1);
      expect(kept).toBeLessThan(COUNT);
      await tells('history', 'A file was brought in');
      await press('history', 'undo');
      await appears(button('history', 'redo'), 60_000);
      expect(await live()).toBe(1);
    });
    await painted(1);
  });
});
