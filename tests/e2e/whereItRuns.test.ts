import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver, View } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';

const LATE = '/times/education/school-meals-trial?wait=600';
/** The button before anything is known of a page, and where we were sent away. */
const NOTHING = /^Claimlight$/;
const NO_ACCESS = /no access/;
/** The demo is served under another name of the machine, too: another site for browsers. */
const elsewhere = (url: string) => url.replace('127.0.0.1', 'localhost');

describe.each(BROWSERS)('icon, side bar and scripts in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  let sidebar: View;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  beforeAll(async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    sidebar = await browser.sidebar();
  });

  /** What button, side bar and page say, once they agree. */
  async function shows(title: RegExp, page: string, annotated: boolean): Promise<void> {
    const icon = page === 'article' ? '/icons/' : '/icons-idle/';
    await until(`a button that says ${title}`, async () => {
      const button = await browser.button();
      return title.test(button.title) && button.badge === '' && (button.icon ?? icon).startsWith(icon);
    });
    await sidebar.waitFor(`[data-testid=sidebar][data-page=${page}]`);
    await browser.waitUntil((page, wanted) => page.isAnnotated() === wanted, annotated);
  }

  it('know an article whose text is rendered late', async () => {
    await browser.open(demo.url + LATE);
    await shows(/news article/, 'article', true);
    await sidebar.waitUntil((page) => /school meals/i.test(page.find('.article-title')?.textContent ?? ''));
  });

  it('follow a single-page site from its front to a story and back', async () => {
    await browser.open(`${demo.url}/loop/`);
    await shows(/not an article/, 'not-article', false);
    const story = await browser.evaluate((page) => page.get('#app a').textContent);
    await browser.clickText(story);
    await shows(/news article/, 'article', true);
    await sidebar.waitUntil((page, story) => page.find('.article-title')?.textContent === story, story);
    await browser.back();
    await shows(/not an article/, 'not-article', false);
  });

  it('stay away from a site that is switched off, until it is switched on again', async () => {
    await browser.open(demo.url + PAGES.tram);
    await shows(/news article/, 'article', true);
    const host = new URL(demo.url).hostname;
    await sidebar.evaluate(
      (page, site) => page.extension().storage.local.set({ 'setting:sitesOff': [site] }),
      host,
    );
    await shows(/switched off/, 'off', false);
    await browser.reload();
    await shows(/switched off/, 'off', false);
    await sidebar.click('[data-testid=switch-on]');
    await shows(/news article/, 'article', true);
  });

  it('keep out where the browser withholds the site, and come in by a press of the button', async () => {
    await browser.setSiteAccess(false);
    // Chromium keeps what a press of the button let in, here to open the side bar, while the tab stays on the site.
    await browser.open(elsewhere(demo.url) + PAGES.tram);
    await shows(NOTHING, 'no-access', false);
    await browser.open(demo.url + PAGES.tram);
    await browser.reload();
    await sidebar.waitFor('[data-testid=sidebar][data-page=no-access]');
    await browser.waitUntil((page) => !page.isAnnotated());
    expect(await browser.button()).toMatchObject({ badge: '' });
    // Both browsers run what they held back as soon as the button is pressed.
    await browser.pressButton();
    await shows(/news article/, 'article', true);
    await (await browser.popup()).waitUntil((page) => page.says('News article'));
  });

  it('leave the next site alone, as the press was for one only', async () => {
    await browser.open(elsewhere(demo.url) + PAGES.strike);
    await shows(NOTHING, 'no-access', false);
    expect(await browser.button()).toMatchObject({ badge: '' });
  });

  it('come into the open page without a reload when its site is granted, and into no other', async () => {
    await browser.evaluate((page) => page.setGlobal('stays', true));
    await browser.setSiteAccess({ host: new URL(elsewhere(demo.url)).hostname });
    await shows(/news article/, 'article', true);
    expect(await browser.evaluate((page) => page.global('stays'))).toBe(true);
    await browser.open(demo.url + PAGES.strike);
    await shows(NOTHING, 'no-access', false);
  });

  it('come into the open page without a reload when all sites are granted, and leave when they are taken', async () => {
    await browser.evaluate((page) => page.setGlobal('stays', true));
    await browser.setSiteAccess(true);
    await shows(/news article/, 'article', true);
    await browser.setSiteAccess(false);
    await shows(NO_ACCESS, 'no-access', false);
    await browser.setSiteAccess(true);
    await shows(/news article/, 'article', true);
    expect(await browser.evaluate((page) => page.global('stays'))).toBe(true);
  });

  it('come back on the next page once the site is granted', async () => {
    await browser.setSiteAccess(true);
    await browser.open(demo.url + PAGES.strike);
    await shows(/news article/, 'article', true);
  });
});

// Firefox only: Chromium asks in a window of its own that its protocol does not reach.
describe('the side bar where Firefox withholds all sites', () => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo('firefox', (opened) => {
    ({ demo, browser } = opened);
  });

  it('asks for them at a click, and the open page is read at once', async () => {
    await browser.setSiteAccess(false);
    await browser.open(demo.url + PAGES.tram);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=sidebar][data-page=no-access]');
    await browser.evaluate((page) => page.setGlobal('stays', true));
    await sidebar.click('[data-testid=annotate-anyway]');
    await browser.allowAsked();
    await sidebar.waitFor('[data-testid=sidebar][data-page=article]');
    await browser.waitUntil((page) => page.isAnnotated());
    expect(await browser.evaluate((page) => page.global('stays'))).toBe(true);
  });
});
