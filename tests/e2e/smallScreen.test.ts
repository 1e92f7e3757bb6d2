import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { CARDS, type CardFacts, PAINTED } from './facts.ts';
import { BROWSERS, PAGES } from './launch.ts';

const WORDS = 'They see me sooner';
const SCREEN = { width: 360, height: 740 };
/** Where our frame stands in the page; measured in the frame, which can see its own element. */
const FRAME = `(({ left, right, bottom }) => ({ left, right, bottom }))(window.frameElement.getBoundingClientRect())`;
const SMALL_TARGETS = `[...document.querySelectorAll('.quick-toolbar button')].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return Math.min(width, height) < 44;
}).length`;
const WORDS_AT = `getSelection().getRangeAt(0).getBoundingClientRect().top`;
const FITS = `document.documentElement.scrollWidth <= innerWidth`;

describe.each(BROWSERS)('on a small screen that is touched, in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(
    name,
    (opened) => {
      ({ demo, browser } = opened);
    },
    { viewport: SCREEN, isTouched: true },
  );
  beforeAll(async () => {
    await browser.open(demo.url + PAGES.hospital);
    await browser.waitUntil(`CSS.highlights.has('claimlight-focus')`);
  });

  it('shows the toolbar as a sheet at the lower edge, away from the handles and the system’s menu', async () => {
    expect(await browser.evaluate(`[innerWidth, matchMedia('(pointer: coarse)').matches]`)).toEqual([
      360,
      true,
    ]);
    await browser.selectByTouch(WORDS);
    const quick = await browser.quick();
    await quick.waitUntil(`window.frameElement.style.opacity === '1' && (${SMALL_TARGETS}) === 0`);
    const { left, right, bottom } = await quick.evaluate<Record<string, number>>(FRAME);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(SCREEN.width);
    expect(Math.abs(SCREEN.height - (bottom ?? 0))).toBeLessThan(20);
    // Words that it would lie on send it to the other edge.
    await browser.evaluate(`(scrollBy(0, ${WORDS_AT} - innerHeight + 40), true)`);
    await quick.waitUntil(`window.frameElement.getBoundingClientRect().top < 20`);
    await browser.evaluate(`(scrollBy(0, innerHeight / 2), true)`);
    await quick.waitUntil(
      `Math.abs(${SCREEN.height} - window.frameElement.getBoundingClientRect().bottom) < 20`,
    );
  });

  it('marks and takes a note there', async () => {
    const quick = await browser.quick();
    await quick.click('[data-testid=add-note]');
    await quick.type('[data-testid=note-input]', 'Sooner than when?');
    await quick.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    expect(await browser.evaluate(PAINTED)).toEqual([`yellow: ${WORDS}`]);
  });

  it('has its side bar as a page of its own, which leads to the highlight in its tab', async () => {
    const tab = `chrome.tabs.query({}).then((all) => all.find(({ url }) => url.includes('${PAGES.hospital}')).id)`;
    await browser.newTab(`${browser.root}/options.html`);
    const id = await browser.evaluate<number>(tab);
    await browser.open(`${browser.root}/sidepanel.html#tab=${id}`);
    await browser.waitUntil(`document.querySelector('[data-testid=card]') !== null`);
    const [card] = await browser.evaluate<CardFacts[]>(CARDS);
    expect(card).toMatchObject({ state: 'exact', quote: WORDS });
    expect(card?.note).toContain('Sooner than when?');
    expect(await browser.evaluate(FITS)).toBe(true);
    await browser.evaluate(`(document.querySelector('[data-testid=go]').click(), true)`);
    const front = `chrome.tabs.query({ active: true }).then((all) => all.map(({ id }) => id))`;
    await until('the article to come to the front', async () =>
      (await browser.evaluate<number[]>(front)).includes(id),
    );
    await browser.closeTab();
    await browser.waitUntil(`CSS.highlights.get('claimlight-focus').size > 0`);
  });
});
