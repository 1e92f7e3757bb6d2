import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver, View } from './driver/Driver.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { holdWrites, letGo } from './pageActs.ts';

const CARD = '[data-testid=card]';
const QUOTE = 'blames the price of steel';

describe.each(BROWSERS)('two windows in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  let left: View;
  let right: View;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  beforeAll(async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await browser.selectByMouse(QUOTE);
    await (await browser.quick()).click('[data-testid=mark-yellow]');
    await browser.waitUntil((page) => page.painted().length === 1);
    left = await browser.sidebar();
    await browser.newWindow(demo.url + PAGES.tram);
    right = await browser.sidebar();
    for (const view of [left, right]) await view.waitFor('[data-testid=card][data-state=exact]');
  });

  /** Words of the card, be they shown or in its open field. */
  const shows = (view: View, what: string) =>
    view.waitUntil(
      (page, card, what) =>
        page
          .all(`${card}, ${card} textarea`)
          .some((one) => [one.textContent, one.value].join().includes(what)),
      CARD,
      what,
    );

  it('keeps a note typed in one side bar while the other changes colour and sources', async () => {
    await browser.focusWindow(0);
    await left.click(`${CARD} [data-testid=note]`);
    await left.type(`${CARD} [data-testid=note-input]`, 'Steel fell in');
    // Its arrival moves what is below it: a click meanwhile would miss.
    await shows(right, 'Steel fell in');
    await browser.focusWindow(1);
    await right.click('[data-testid=add-source]');
    await right.type('[data-testid=source-url]', 'records.example/steel');
    await right.click('[data-testid=save]');
    await left.waitFor('[data-testid=source]');
    await browser.focusWindow(0);
    await left.type(`${CARD} [data-testid=note-input]`, 'Steel fell in spring.');
    for (const view of [left, right]) await shows(view, 'records.example');
    await shows(right, 'Steel fell in spring.');
    const [card] = await right.evaluate((page) => page.cards());
    expect(card).toMatchObject({ note: expect.stringContaining('Steel fell in spring.'), sources: 1 });
  });

  it('keeps both versions where both windows write the same note, and joins them', async () => {
    await browser.focusWindow(1);
    await right.click(`${CARD} [data-testid=note]`);
    await right.evaluate(holdWrites);
    await right.type(`${CARD} [data-testid=note-input]`, 'Written on the right.');
    await browser.focusWindow(0);
    await left.type(`${CARD} [data-testid=note-input]`, 'Written on the left.');
    for (const view of [left, right])
      await view.waitUntil(
        (page, card) => page.find(`${card} [data-testid=save-state]`)?.dataset.state === 'saving',
        CARD,
      );
    await right.evaluate(letGo);
    // Where a slow machine stored the beginning of one on its own, the question is of that first.
    for (const view of [left, right])
      await view.waitUntil((page) =>
        ['left', 'right'].every((side) =>
          page.find('[data-testid=conflict]')?.textContent?.includes(`Written on the ${side}.`),
        ),
      );
    await browser.focusWindow(0);
    await left.click('[data-testid=conflict] .anchor-choices button:nth-child(3)');
    await left.click('[data-testid=conflict] .button-primary');
    for (const view of [left, right]) {
      for (const side of ['left', 'right']) await shows(view, `Written on the ${side}.`);
      await view.waitUntil((page) => !page.has('conflict'));
    }
  });

  it('shows in both side bars what the popup deletes and brings back', async () => {
    await browser.focusWindow(1);
    const popup = await browser.popup();
    await popup.click('[data-testid=article-item] [data-testid=delete]');
    for (const view of [left, right]) await view.waitUntil((page) => !page.has('card'));
    await popup.click('[data-testid=undo]');
    for (const view of [left, right]) {
      for (const side of ['left', 'right']) await shows(view, `Written on the ${side}.`);
      await shows(view, 'records.example');
    }
  });
});
