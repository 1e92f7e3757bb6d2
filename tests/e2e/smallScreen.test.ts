import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';

const WORDS = 'They see me sooner';
const SCREEN = { width: 360, height: 740 };
/** Where our frame stands in the page; measured in the frame, which can see its own element. */
const frame = () => {
  const { left, right, bottom } = (window.frameElement as Element).getBoundingClientRect();
  return { left, right, bottom };
};

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
    await annotatorIn(browser);
  });

  it('shows the toolbar as a sheet at the lower edge, away from the handles and the system’s menu', async () => {
    expect(await browser.evaluate(() => [innerWidth, matchMedia('(pointer: coarse)').matches])).toEqual([
      360,
      true,
    ]);
    await browser.selectByTouch(WORDS);
    const quick = await browser.quick();
    await quick.waitUntil((page) => {
      const small = page.all('.quick-toolbar button').filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height) < 44;
      });
      return (window.frameElement as HTMLElement).style.opacity === '1' && small.length === 0;
    });
    const { left, right, bottom } = await quick.evaluate(frame);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(SCREEN.width);
    expect(Math.abs(SCREEN.height - bottom)).toBeLessThan(20);
    // Words that it would lie on send it to the other edge.
    await browser.evaluate(() => {
      const { top } = (getSelection() as Selection).getRangeAt(0).getBoundingClientRect();
      scrollBy(0, top - innerHeight + 40);
    });
    await quick.waitUntil(() => (window.frameElement as Element).getBoundingClientRect().top < 20);
    await browser.evaluate(() => {
      scrollBy(0, innerHeight / 2);
    });
    await quick.waitUntil(
      (_page, height) =>
        Math.abs(height - (window.frameElement as Element).getBoundingClientRect().bottom) < 20,
      SCREEN.height,
    );
  });

  it('marks and takes a note there', async () => {
    const quick = await browser.quick();
    await quick.click('[data-testid=add-note]');
    await quick.type('[data-testid=note-input]', 'Sooner than when?');
    await quick.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    expect(await browser.evaluate((page) => page.painted())).toEqual([`yellow: ${WORDS}`]);
  });

  it('has its side bar as a page of its own, which leads to the highlight in its tab', async () => {
    await browser.newTab(`${browser.root}/options.html`);
    const id = await browser.evaluate(async (page, path) => {
      const tabs = await page.extension().tabs.query({});
      return tabs.find(({ url }) => url?.includes(path))?.id;
    }, PAGES.hospital);
    await browser.open(`${browser.root}/sidepanel.html#tab=${id}`);
    await browser.waitUntil((page) => page.has('card'));
    const [card] = await browser.evaluate((page) => page.cards());
    expect(card).toMatchObject({ state: 'exact', quote: WORDS });
    expect(card?.note).toContain('Sooner than when?');
    expect(await browser.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await browser.evaluate((page) => page.click('go'));
    await until('the article to come to the front', async () =>
      browser.evaluate(
        async (page, tab) =>
          (await page.extension().tabs.query({ active: true })).some((one) => one.id === tab),
        id,
      ),
    );
    await browser.closeTab();
    await browser.waitUntil(() => (CSS.highlights.get('claimlight-focus')?.size ?? 0) > 0);
  });
});
