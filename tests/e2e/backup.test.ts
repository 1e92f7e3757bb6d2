import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import { closeView } from './closeView.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { catchFile, isSaved, savedFile } from './pageActs.ts';

const WORDS = 'third week';

/** As a damaged disk presents itself: the library is gone, and opening it again gives an empty one. */
const wipe = (page: PageParts) => page.done(indexedDB.deleteDatabase('claimlight'));

describe.each(BROWSERS)('backups in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  let root: string;
  let file: string;

  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  beforeAll(async () => {
    const popup = await browser.popup();
    root = await popup.evaluate(() => location.origin);
    // An open popup would be closed by the next press of the button.
    await closeView(popup);
  });

  const painted = (n: number) => browser.waitUntil((page, n) => page.painted().length === n, n);
  const openOwn = async (name: string) => {
    await browser.newTab(`${root}/${name}.html`);
  };

  it('takes a verified copy beside the library after a mark, without being asked', async () => {
    await browser.open(demo.url + PAGES.strike);
    await annotatorIn(browser);
    await browser.selectByKeys(WORDS);
    await browser.press(['Alt', 'Shift', 'H']);
    await (await browser.quick()).waitFor('[data-testid=note-input]');
    await browser.typeText('Ask the union.');
    await (await browser.quick()).waitUntil(isSaved);
    await browser.press(['Escape']);
    await painted(1);
    await openOwn('options');
    await browser.waitUntilWithin(15_000, (page) => page.says('Backed up'));
  });

  it('writes a file on demand and says what it is', async () => {
    await browser.evaluate(catchFile);
    await browser.evaluate((page) => page.press('Back up now'));
    await browser.waitUntil(
      (page) => page.says('read back and found whole') && page.global<string>('savedFile'),
    );
    file = await browser.evaluate(savedFile);
    expect(file.split('\n')[0]).toContain('"annotations":1');
    expect(file).toContain('Ask the union.');
  });

  it('never shows a lost library as an empty one', async () => {
    await browser.evaluate(wipe);
    await browser.closeTab();
    const popup = await browser.popup();
    await popup.waitUntil((page) => page.says('damaged or gone'));
    await popup.waitUntil((page) => page.says('There is a backup of'));
    await closeView(popup);
    await openOwn('recovery');
    await browser.waitUntil((page) => page.says('Highlights expected: 1. Found: 0.'));
  });

  it('restores the copy, and the page has its highlight again', async () => {
    await browser.evaluate((page) => page.click('restore-snapshot'));
    await browser.waitUntil((page) => page.says('Your library is back.'));
    await browser.closeTab();
    await browser.open(demo.url + PAGES.strike);
    await painted(1);
    expect(await browser.evaluate((page) => page.painted())).toEqual([`yellow: ${WORDS}`]);
  });

  it('restores from a file after a look at it', async () => {
    await openOwn('options');
    await browser.waitUntil((page) => page.says('Back up now'));
    await browser.evaluate(wipe);
    await browser.reload();
    await browser.waitUntil((page) => page.says('damaged or gone'));
    await browser.closeTab();
    await openOwn('recovery');
    await browser.waitUntil((page) => page.says('Found: 0.'));
    await browser.evaluate((page, text, name) => page.chooseFile([text], name), file, 'claimlight.jsonl');
    await browser.waitUntil((page) => page.has('import') && page.says('Highlights in it: 1'));
    await browser.evaluate((page) => page.click('import-yes'));
    await browser.waitUntil((page) => page.says('Your library is back.'));
    await browser.closeTab();
    await browser.open(demo.url + PAGES.strike);
    await painted(1);
    await browser.clickText(WORDS);
    expect(await (await browser.quick()).text('[data-testid=note]')).toContain('Ask the union.');
    await browser.press(['Escape']);
  });

  it('rescues to a file that the options page takes', async () => {
    await openOwn('rescue');
    await browser.waitUntil((page) => page.has('rescue-save-library'));
    await browser.evaluate(catchFile);
    await browser.evaluate((page) => page.click('rescue-save-library'));
    await browser.waitUntil(savedFile);
    const rescued = await browser.evaluate(savedFile);
    await browser.closeTab();
    await openOwn('options');
    await browser.waitUntil((page) => page.find('input[type=file]'));
    await browser.evaluate((page, text, name) => page.chooseFile([text], name), rescued, 'rescued.jsonl');
    await browser.waitUntil((page) => page.says('Highlights that are the same here'));
    await browser.evaluate((page) => page.click('import-yes'));
    await browser.waitUntil((page) => page.says('Everything in the file was here already'));
    await browser.closeTab();
  });

  it('stays off a site of the reader’s list until it is switched on there', async () => {
    const host = new URL(demo.url).hostname;
    await openOwn('options');
    await browser.waitUntil((page) => page.find('.site-form input'));
    await browser.evaluate((page) => page.get('.site-form input').focus());
    await browser.typeText(host);
    await browser.press(['Enter']);
    await browser.waitUntil((page, host) => page.find('.site-list')?.textContent.includes(host), host);
    await browser.closeTab();
    // The open page is left at once, and a new one is not touched.
    await painted(0);
    await browser.reload();
    await until('the button to be off', async () => /switched off/.test((await browser.button()).title));
    expect(await browser.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    await browser.selectByMouse(WORDS);
    await browser.press(['Alt', 'Shift', 'H']);
    const popup = await browser.popup();
    await popup.waitUntil((page, words) => page.says(words), `You switched Claimlight off on ${host}.`);
    expect(await browser.hasQuick()).toBe(false);
    await closeView(popup);
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil((page, words) => page.says(words), `You switched Claimlight off on ${host}.`);
    await sidebar.evaluate((page) => page.press('Switch on again'));
    await painted(1);
    await sidebar.waitFor('[data-testid=card]');
    await until('the badge', async () => (await browser.button()).badge === '1');
  });
});
