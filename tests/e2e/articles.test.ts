import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver, View } from './driver/Driver.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, mark } from './mark.ts';

const OF_TRAM = 'blames the price of steel';
const OF_STRIKE = 'Both sides left by different doors';

describe.each(BROWSERS)('the reader’s word about what is one article in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  let sidebar: View;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  beforeAll(async () => {
    await go(PAGES.tram);
    await mark(browser, OF_TRAM);
    sidebar = await browser.sidebar();
    await shows(`exact ${OF_TRAM}`);
    await go(PAGES.strike);
    await mark(browser, OF_STRIKE);
    await shows(`exact ${OF_STRIKE}`);
  });

  async function go(path: string): Promise<void> {
    await browser.open(demo.url + path);
    await annotatorIn(browser);
  }

  /** Waits until the side bar has these cards and no others: words found in the page, words of the other page. */
  const shows = (...cards: string[]) =>
    sidebar.waitUntil(
      (page, all) =>
        page
          .cards()
          .map(({ state, quote }) => `${state} ${quote}`)
          .sort()
          .join('; ') === all,
      cards.sort().join('; '),
    );

  /** Presses a button of the article's addresses, in the middle, where no message lies over it. */
  async function press(selector: string): Promise<void> {
    await sidebar.waitFor(selector);
    await sidebar.evaluate((page, css) => {
      const button = page.get(css);
      const more = button.closest('details');
      if (more) more.open = true;
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
    }, selector);
    await sidebar.click(selector);
  }

  it('puts two articles together, takes it back, and does it again', async () => {
    await sidebar.waitFor('[data-testid=addresses] select');
    await sidebar.evaluate((page) => {
      const selector = '[data-testid=addresses] select';
      const { options } = page.get<HTMLSelectElement>(selector);
      page.put(selector, [...options].find(({ text }) => text.includes('tram'))?.value ?? '', 'change');
    });
    await sidebar.waitFor('[data-testid=merge]:enabled');
    await press('[data-testid=merge]');
    await shows(`exact ${OF_STRIKE}`, `missing ${OF_TRAM}`);
    await press('[data-testid=undo]');
    await shows(`exact ${OF_STRIKE}`);
    await go(PAGES.tram);
    await shows(`exact ${OF_TRAM}`);
    await press('[data-testid=redo]');
    await shows(`exact ${OF_TRAM}`, `missing ${OF_STRIKE}`);
  });

  it('separates an address with what was marked there, and takes it back', async () => {
    await press(`[data-testid=separate][aria-label*="strike"]`);
    await shows(`exact ${OF_TRAM}`);
    await go(PAGES.strike);
    await shows(`exact ${OF_STRIKE}`);
    expect(await browser.evaluate((page) => page.painted())).toEqual([`yellow: ${OF_STRIKE}`]);
    await press('[data-testid=undo]');
    await shows(`exact ${OF_STRIKE}`, `missing ${OF_TRAM}`);
    await go(PAGES.tram);
    await shows(`exact ${OF_TRAM}`, `missing ${OF_STRIKE}`);
  });
});
