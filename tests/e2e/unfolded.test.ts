import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, mark } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

/** `STORY` stands for words of each row's own: the library is the same for all. */
const FOLDED: [how: string, html: string][] = [
  [
    'a box that is ticked',
    `<style>#turn:not(:checked) ~ .part{display:none}</style><input type="checkbox" id="turn"><label for="turn" id="press">Turn</label><div class="part">STORY</div>`,
  ],
  [
    'a link to it',
    `<style>.part:not(:target){display:none}</style><a href="#part" id="press">Turn</a> <div class="part" id="part">STORY</div>`,
  ],
  ['its summary', `<details><summary id="press">Turn</summary>STORY</details>`],
  [
    'a press that shows the other of two copies',
    `<style>#turn:checked ~ .wide, #turn:not(:checked) ~ .narrow{display:none}</style><input type="checkbox" id="turn"><label for="turn" id="press">Turn</label><div class="wide">STORY</div><div class="narrow">STORY</div>`,
  ],
];

/** Puts a part into the story; again, as a page does that renders itself anew. */
function putPart(page: PageParts, html: string): void {
  document.querySelector('#folded')?.remove();
  const part = document.createElement('div');
  part.id = 'folded';
  part.innerHTML = html;
  page.get('p').after(part);
}

/** Words of marks that are painted where they can be seen. */
const seen = (page: PageParts, words: string): boolean =>
  page
    .windows()
    .flatMap((view) => [...(view.CSS?.highlights ?? [])])
    .filter(([name]) => name === 'claimlight-yellow')
    .flatMap(([, ranges]) => [...ranges] as Range[])
    .some((range) => String(range) === words && range.startContainer.parentElement?.checkVisibility());

describe.each(BROWSERS)('a part of a page that a style sheet folds, in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  const press = () => browser.evaluate((page) => page.get('#press').click());

  it.each(FOLDED)('shows its mark when it is opened by %s', async (how, html) => {
    const words = `The ferry took on water, for want of ${how}`;
    const next = `Nobody on the pier had ${how}`;
    const part = html.replaceAll('STORY', `<p>${words}. ${next}.</p>`);
    const hasTwo = html.includes('narrow');
    await browser.open(demo.url + PAGES.hospital);
    await annotatorIn(browser);
    await browser.evaluate(putPart, part);
    if (!hasTwo) await press();
    await mark(browser, words);
    await browser.waitUntil(seen, words);
    if (!hasTwo) {
      await browser.evaluate(() => location.replace('#'));
      await browser.evaluate(putPart, part);
      await until(
        'the mark to be found where it is folded',
        async () =>
          (await browser.evaluate((page) => page.painted())).includes(`yellow: ${words}`) &&
          !(await browser.evaluate(seen, words)),
      );
    }
    await press();
    await browser.waitUntil(seen, words);
    if (hasTwo) return;
    // What is selected there now is quoted as it is read.
    await mark(browser, next);
    const { annotations } = await readLibrary(browser);
    expect(annotations.map(({ target }) => target.exact)).toEqual(expect.arrayContaining([words, next]));
  });
});
