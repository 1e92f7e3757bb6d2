import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { BROWSERS } from './launch.ts';
import { paintedIs as allPainted, annotatorIn, mark } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

/** The two stories of the site, and the first words of each. */
const LIBRARY = {
  headline: 'City library to open until ten, seven days a week',
  opening: 'From the second of January',
};
const BREAD = {
  headline: 'Why a loaf still costs 42 crowns though wheat is cheap',
  opening: 'Wheat has lost 28 percent',
};

describe.each(BROWSERS)('a single-page site whose head goes stale, in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  const [first, second] = [LIBRARY.opening, BREAD.opening];
  const paintedIs = (...wanted: string[]) => allPainted(browser, ...wanted);
  const go = async (path: string, headline: string) => {
    await browser.evaluate((page, path) => {
      page.get(`a[href="${path}"]`).click();
    }, path);
    await browser.waitUntil((page, headline) => page.get('h1').textContent === headline, headline);
  };

  it('has each story’s marks at that story, there and back and after a load', async () => {
    await browser.open(`${demo.url}/still/1`);
    await annotatorIn(browser);
    await mark(browser, first);
    await go('/still/2', BREAD.headline);
    await paintedIs();
    await mark(browser, second);
    await paintedIs(`yellow: ${second}`);
    await browser.back();
    await paintedIs(`yellow: ${first}`);
    await go('/still/2', BREAD.headline);
    await paintedIs(`yellow: ${second}`);
    await browser.open(`${demo.url}/still/1`);
    await paintedIs(`yellow: ${first}`);
    await browser.open(`${demo.url}/still/2`);
    await paintedIs(`yellow: ${second}`);
    const { articles } = await readLibrary(browser);
    expect(articles.map(({ title, urls }) => [title, urls]).sort()).toEqual(
      [
        [LIBRARY.headline, [`${demo.url}/still/1`]],
        [BREAD.headline, [`${demo.url}/still/2`]],
      ].sort(),
    );
  });
});
