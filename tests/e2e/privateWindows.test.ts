import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import { closeView } from './closeView.ts';
import type { Driver, View } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

const OFF = 'You switched Claimlight off on private windows';
const QUOTE = 'blames the price of steel';
const CARD = '[data-testid=card]';
const SWITCH = 'Work in private windows';

describe.each(BROWSERS)(
  'a private window of %s, into which the browser does not let the extension',
  (name) => {
    let demo: DemoSite;
    let browser: Driver;
    atDemo(name, (opened) => {
      ({ demo, browser } = opened);
    });

    it('is not even seen, whatever the options say', async () => {
      await browser.open(`${browser.root}/options.html`);
      await browser.evaluate((page) =>
        page.extension().storage.local.set({ 'setting:privateWindows': true }),
      );
      await browser.newPrivateWindow(demo.url + PAGES.tram);
      await browser.focusWindow(0);
      await browser.newTab(demo.url + PAGES.tram);
      // Looked at later and known by now.
      await annotatorIn(browser);
      await browser.closeTab();
      // Neither among the tabs nor among what is kept of them.
      await browser.waitUntil(async (page, path) => {
        const { tabs, storage } = page.extension();
        const kept = Object.values(await storage.session.get<Record<string, { url?: string }>>(null));
        return ![...(await tabs.query({})), ...kept].some(({ url }) => url?.includes(path));
      }, PAGES.tram);
      await browser.focusWindow(1);
      await browser.selectByMouse(QUOTE);
      await browser.press(['Alt', 'Shift', 'H']);
      expect(await browser.evaluate((page) => page.isAnnotated())).toBe(false);
      expect(await browser.hasQuick()).toBe(false);
    });
  },
);

describe.each(BROWSERS)('a private window of %s, into which the browser lets the extension', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  let sidebar: View;
  atDemo(
    name,
    (opened) => {
      ({ demo, browser } = opened);
    },
    { inPrivate: true },
  );
  beforeAll(async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await browser.newPrivateWindow(demo.url + PAGES.tram);
  });

  it('is left alone until the reader says otherwise, and popup and side bar say why', async () => {
    await until('a button that says so', async () => /switched off/.test((await browser.button()).title));
    const popup = await browser.popup();
    await popup.waitUntil((page, words) => page.says(words), OFF);
    await closeView(popup);
    sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=sidebar][data-page=off]');
    await sidebar.waitUntil((page, words) => page.says(words), OFF);
    // The same page in the window beside it has long been looked at.
    expect(await browser.evaluate((page) => page.isAnnotated())).toBe(false);
    expect((await browser.button()).badge).toBe('');
    await browser.selectByMouse(QUOTE);
    await browser.press(['Alt', 'Shift', 'H']);
    await browser.reload();
    await sidebar.waitFor('[data-testid=sidebar][data-page=off]');
    expect(await browser.evaluate((page) => page.isAnnotated())).toBe(false);
    expect(await browser.hasQuick()).toBe(false);
  });

  it('is worked in at once when the options allow it', async () => {
    await browser.focusWindow(0);
    await browser.newTab(`${browser.root}/options.html`);
    await browser.waitUntil((page, label) => page.labelled(label)?.checked === false, SWITCH);
    await browser.evaluate((page, label) => page.labelled(label)?.click(), SWITCH);
    await browser.waitUntil((page) => page.says('Setting changed'));
    await browser.closeTab();
    await browser.focusWindow(1);
    await annotatorIn(browser);
    await until('a button that says so', async () => /news article/.test((await browser.button()).title));
    await sidebar.waitFor('[data-testid=sidebar][data-page=article]');
    await browser.selectByMouse(QUOTE);
    await (await browser.quick()).click('[data-testid=mark-yellow]');
    await browser.waitUntil((page) => page.painted().length === 1);
    await until('a count on the button', async () => (await browser.button()).badge === '1');
    await sidebar.waitFor(CARD);
  });

  // In Firefox views in a private window have no database: theirs is the background's.
  it('has its note and source written in its side bar, and the ordinary window shows them', async () => {
    await browser.focusWindow(0);
    const ordinary = await browser.sidebar();
    await browser.focusWindow(1);
    await sidebar.click(`${CARD} [data-testid=note]`);
    await sidebar.type(`${CARD} [data-testid=note-input]`, 'Steel fell in spring.');
    await sidebar.waitUntil(
      (page, card) => page.find(`${card} [data-testid=save-state]`)?.dataset.state === 'saved',
      CARD,
    );
    await sidebar.click('[data-testid=add-source]');
    await sidebar.type('[data-testid=source-url]', 'records.example/steel');
    await sidebar.click('[data-testid=save]');
    for (const view of [sidebar, ordinary]) {
      await view.waitFor('[data-testid=source]');
      await view.waitUntil((page) => page.reads('Steel fell in spring.'));
      expect(await view.evaluate((page) => page.cards())).toMatchObject([{ quote: QUOTE, sources: 1 }]);
    }
    // And what is written beside the ordinary window comes over.
    await browser.focusWindow(0);
    await ordinary.click(`${CARD} [data-testid=note]`);
    await ordinary.type(`${CARD} [data-testid=note-input]`, 'Steel fell in April.');
    await sidebar.waitUntil((page) => page.reads('Steel fell in April.'));
    expect((await readLibrary(browser)).annotations).toMatchObject([{ note: 'Steel fell in April.' }]);
  });

  it('loses no word that was typed when its side bar was closed', async () => {
    await browser.focusWindow(1);
    await sidebar.click('.article-own [data-testid=note]');
    await sidebar.type('.article-own [data-testid=note-input]', 'Ask the engineer');
    await closeView(sidebar);
    sidebar = await browser.sidebar();
    await sidebar.waitUntil((page) => page.reads('Ask the engineer'));
  });

  it('is told truly in its popup, which finds, deletes and brings back', async () => {
    const popup = await browser.popup();
    await popup.waitFor('[data-testid=article-item]');
    expect(await popup.evaluate((page) => page.says('Nothing can be kept here.'))).toBe(false);
    await popup.type('[data-testid=search]', 'april');
    await popup.waitFor('[data-testid=hit]');
    await popup.type('[data-testid=search]', ' ');
    await popup.click('[data-testid=article-item] [data-testid=delete]');
    await sidebar.waitUntil((page, card) => page.find(card) === null, CARD);
    await browser.waitUntil((page) => page.painted().length === 0);
    await popup.click('[data-testid=undo]');
    await sidebar.waitFor(CARD);
    await browser.waitUntil((page) => page.painted().length === 1);
    await closeView(popup);
  });

  it('has options that read the library, and a rescue page that does or says where it can', async () => {
    await sidebar.evaluate((page) => page.extension().runtime.openOptionsPage());
    await browser.followTab('options.html');
    // Chromium opens no page of an extension in a private window.
    expect(await browser.evaluate((page) => page.extension().extension.inIncognitoContext)).toBe(
      name === 'firefox',
    );
    await browser.waitUntil((page, quote) => page.reads(`Deleted “${quote}”`), QUOTE);
    expect(await browser.evaluate((page) => page.find('[role=alert]')?.textContent ?? '')).toBe('');
    await browser.open(`${browser.root}/rescue.html`);
    const rescued = { chromium: 'Articles: 1 · highlights: 1', firefox: 'in a normal window' }[name];
    await browser.waitUntil((page, rescued) => page.get('section').innerText.includes(rescued), rescued);
    await browser.closeTab();
  });
});
