import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../../demo/server.mjs';
import type { Driver, View } from './driver/Driver';
import { until } from './driver/Driver';
import { BROWSERS, launch, PAGES } from './launch';

const LATE = '/times/education/school-meals-trial?wait=600';
/** Left in the page by a live annotator alone. */
const ANNOTATOR = `CSS.highlights.has('claimlight-focus')`;

describe.each(BROWSERS)('icon, side bar and scripts in %s', (name) => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  let browser: Driver;
  let sidebar: View;
  beforeAll(async () => {
    demo = await serveDemo();
    browser = await launch(name);
    await browser.open(demo.url + PAGES.tram);
    await until('an annotator', () => browser.evaluate<boolean>(ANNOTATOR));
    sidebar = await browser.sidebar();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  /** What button, side bar and page say, once they agree. */
  async function shows(title: RegExp, page: string, annotated: boolean): Promise<void> {
    await until(`a button that says ${title}`, async () => title.test((await browser.button()).title));
    await sidebar.waitFor(`[data-testid=sidebar][data-page=${page}]`);
    await browser.waitUntil(`${ANNOTATOR} === ${annotated}`);
  }

  it('know an article whose text is rendered late', async () => {
    await browser.open(demo.url + LATE);
    await shows(/news article/, 'article', true);
    await sidebar.waitUntil(
      `/school meals/i.test(document.querySelector('.article-title')?.textContent ?? '')`,
    );
  });

  it('follow a single-page site from its front to a story and back', async () => {
    await browser.open(`${demo.url}/loop/`);
    await shows(/not an article/, 'not-article', false);
    const story = await browser.evaluate<string>(`document.querySelector('#app a').textContent`);
    await browser.clickText(story);
    await shows(/news article/, 'article', true);
    await sidebar.waitUntil(
      `document.querySelector('.article-title')?.textContent === ${JSON.stringify(story)}`,
    );
    await browser.back();
    await shows(/not an article/, 'not-article', false);
  });

  it('stay away from a site that is switched off, until it is switched on again', async () => {
    await browser.open(demo.url + PAGES.tram);
    await shows(/news article/, 'article', true);
    const host = new URL(demo.url).hostname;
    await sidebar.evaluate(`chrome.storage.local.set({ 'setting:sitesOff': [${JSON.stringify(host)}] })`);
    await shows(/switched off/, 'off', false);
    await browser.reload();
    await shows(/switched off/, 'off', false);
    await sidebar.click('[data-testid=switch-on]');
    await shows(/news article/, 'article', true);
  });

  it('keep out where the browser withholds the site, and come in by a press of the button', async () => {
    await browser.setSiteAccess(false);
    await browser.reload();
    await sidebar.waitFor('[data-testid=sidebar][data-page=no-access]');
    await browser.waitUntil(`${ANNOTATOR} === false`);
    expect(await browser.button()).toMatchObject({ badge: '' });
    // Both browsers run what they held back as soon as the button is pressed.
    await browser.popup();
    await shows(/news article/, 'article', true);
  });

  it('come back on the next page once the site is granted', async () => {
    await browser.setSiteAccess(true);
    await browser.open(demo.url + PAGES.strike);
    await shows(/news article/, 'article', true);
  });
});
