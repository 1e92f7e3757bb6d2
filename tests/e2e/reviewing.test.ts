import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import { closeView } from './closeView.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';

/** Near the end of the longest article. */
const QUOTE = 'The water authority';
/** Whether the highlight can be seen. It also stands out for a moment, which a slow machine may miss. */
const isInView = (_page: PageParts, quote: string) => {
  const all = [...CSS.highlights]
    .filter(([name]) => name.startsWith('claimlight-'))
    .flatMap(([, ranges]) => [...ranges]) as Range[];
  const box = all.find((range) => String(range) === quote)?.getBoundingClientRect();
  return (
    document.visibilityState === 'visible' && box !== undefined && box.top >= 0 && box.bottom <= innerHeight
  );
};
/** Whether the page stands still. */
const isAtRest = () =>
  new Promise<boolean>((resolve) => {
    const y = scrollY;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(scrollY === y)));
  });

describe.each(BROWSERS)('reviewing in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  beforeAll(async () => {
    await browser.open(demo.url + PAGES.barrier);
    await annotatorIn(browser);
    await browser.selectByMouse(QUOTE);
    const quick = await browser.quick();
    await quick.click('[data-testid=add-note]');
    await quick.type('[data-testid=note-input]', 'Ask for the minutes of March.');
    await quick.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    await browser.open(`${demo.url}/shop/umbrella`);
  });

  it('finds a note from the popup and opens its article at the highlight', async () => {
    const popup = await browser.popup();
    await popup.type('[data-testid=search]', 'minutes march');
    await popup.click('[data-testid=hit]');
    await browser.followTab(PAGES.barrier);
    await browser.waitUntil(isInView, QUOTE);
  });

  it('goes from a card to the words and from the words to the card', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact]');
    await browser.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
    });
    await sidebar.click('[data-testid=go]');
    await browser.waitUntil(isInView, QUOTE);
    // The way there is smooth: a click before its end would miss.
    await browser.waitUntil(isAtRest);
    await browser.clickText(QUOTE);
    await sidebar.waitFor('[data-testid=card][aria-current=true]');
    expect(await (await browser.quick()).text('[data-testid=note]')).toContain('minutes of March');
    await browser.press(['Escape']);
  });

  it('uses the open tab of an article again instead of opening another', async () => {
    await browser.newTab(`${demo.url}/shop/umbrella`);
    const popup = await browser.popup();
    await popup.type('[data-testid=search]', 'minutes');
    await popup.click('[data-testid=hit]');
    await browser.followTab(PAGES.barrier);
    await browser.waitUntil(isInView, QUOTE);
    expect(await browser.evaluate((page) => page.painted().length)).toBe(1);
  });

  it('writes the note and a tag of the article in the popup, and loses no word when it closes', async () => {
    const page = '[data-testid=page-state]';
    const popup = await browser.popup();
    await popup.click(`${page} .tag-open`);
    await popup.type(`${page} .tag-input`, 'water');
    await popup.click(`${page} [data-testid=note]`);
    await popup.waitFor(`${page} .tag`);
    await popup.type(`${page} [data-testid=note-input]`, 'Compare with the report of 2019.');
    await closeView(popup);
    const later = await browser.popup();
    await later.waitUntil(
      (page, own) => page.find(own)?.innerText.includes('Compare with the report of 2019.'),
      page,
    );
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil((page) =>
      page.get('.article-own').innerText.includes('Compare with the report of 2019.'),
    );
    expect(await sidebar.text('.article-own .tag')).toContain('water');
  });
});
