import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import { chooseFile } from './chooseFile.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { PAINTED } from './facts.ts';
import { BROWSERS, PAGES } from './launch.ts';

const WORDS = 'third week';

/** Keeps the file that a page saves in the page instead, where the test can read it. */
const CATCH_FILE = `(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => { window.savedFile = text; });
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {};
  return true;
})()`;

const press = (words: string) =>
  `[...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(words)})).click()`;

/** Afterwards, so that the answer still arrives; `window` is the view's own in every driver. */
const CLOSE = '(window.setTimeout(() => window.close()), true)';

const SHOWN = (words: string) => `document.body.innerText.includes(${JSON.stringify(words)})`;

/** As a damaged disk presents itself: the library is gone, and opening it again gives an empty one. */
const WIPE = `new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('claimlight');
  request.onsuccess = () => resolve(true);
  request.onerror = () => reject(request.error);
})`;

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
    root = await popup.evaluate<string>('location.origin');
    // An open popup would be closed by the next press of the button.
    await popup.evaluate(CLOSE);
  });

  const painted = (n: number) => browser.waitUntil(`${PAINTED}.length === ${n}`);
  const openOwn = async (name: string) => {
    await browser.newTab(`${root}/${name}.html`);
  };

  it('takes a verified copy beside the library after a mark, without being asked', async () => {
    await browser.open(demo.url + PAGES.strike);
    await browser.waitUntil(`CSS.highlights.has('claimlight-focus')`);
    await browser.selectByKeys(WORDS);
    await browser.press(['Alt', 'Shift', 'H']);
    await (await browser.quick()).waitFor('[data-testid=note-input]');
    await browser.typeText('Ask the union.');
    await (await browser.quick()).waitUntil(
      `document.querySelector('[data-testid=save-state]').dataset.state === 'saved'`,
    );
    await browser.press(['Escape']);
    await painted(1);
    await openOwn('options');
    await browser.waitUntil(SHOWN('Backed up'), 15_000);
  });

  it('writes a file on demand and says what it is', async () => {
    await browser.evaluate(CATCH_FILE);
    await browser.evaluate(press('Back up now'));
    await browser.waitUntil(`${SHOWN('read back and found whole')} && window.savedFile`);
    file = await browser.evaluate<string>('window.savedFile');
    expect(file.split('\n')[0]).toContain('"annotations":1');
    expect(file).toContain('Ask the union.');
  });

  it('never shows a lost library as an empty one', async () => {
    await browser.evaluate(WIPE);
    await browser.closeTab();
    const popup = await browser.popup();
    await popup.waitUntil(SHOWN('damaged or gone'));
    await popup.waitUntil(SHOWN('There is a backup of'));
    await popup.evaluate(CLOSE);
    await openOwn('recovery');
    await browser.waitUntil(SHOWN('Highlights expected: 1. Found: 0.'));
  });

  it('restores the copy, and the page has its highlight again', async () => {
    await browser.evaluate(`document.querySelector('[data-testid=restore-snapshot]').click()`);
    await browser.waitUntil(SHOWN('Your library is back.'));
    await browser.closeTab();
    await browser.open(demo.url + PAGES.strike);
    await painted(1);
    expect(await browser.evaluate<string[]>(PAINTED)).toEqual([`yellow: ${WORDS}`]);
  });

  it('restores from a file after a look at it', async () => {
    await openOwn('options');
    await browser.waitUntil(SHOWN('Back up now'));
    await browser.evaluate(WIPE);
    await browser.reload();
    await browser.waitUntil(SHOWN('damaged or gone'));
    await browser.closeTab();
    await openOwn('recovery');
    await browser.waitUntil(SHOWN('Found: 0.'));
    await browser.evaluate(chooseFile(file, 'claimlight.jsonl'));
    await browser.waitUntil(
      `document.querySelector('[data-testid=import]') && ${SHOWN('Highlights in it: 1')}`,
    );
    await browser.evaluate(`document.querySelector('[data-testid=import-yes]').click()`);
    await browser.waitUntil(SHOWN('Your library is back.'));
    await browser.closeTab();
    await browser.open(demo.url + PAGES.strike);
    await painted(1);
    await browser.clickText(WORDS);
    expect(await (await browser.quick()).text('[data-testid=note]')).toContain('Ask the union.');
    await browser.press(['Escape']);
  });

  it('rescues to a file that the options page takes', async () => {
    await openOwn('rescue');
    await browser.waitUntil(`document.querySelector('[data-testid=rescue-save-library]')`);
    await browser.evaluate(CATCH_FILE);
    await browser.evaluate(`document.querySelector('[data-testid=rescue-save-library]').click()`);
    await browser.waitUntil('window.savedFile');
    const rescued = await browser.evaluate<string>('window.savedFile');
    await browser.closeTab();
    await openOwn('options');
    await browser.waitUntil(`document.querySelector('input[type=file]')`);
    await browser.evaluate(chooseFile(rescued, 'rescued.jsonl'));
    await browser.waitUntil(SHOWN('Highlights that are the same here'));
    await browser.evaluate(`document.querySelector('[data-testid=import-yes]').click()`);
    await browser.waitUntil(SHOWN('Everything in the file was here already'));
    await browser.closeTab();
  });

  it('stays off a site of the reader’s list until it is switched on there', async () => {
    const host = new URL(demo.url).hostname;
    await openOwn('options');
    await browser.waitUntil(`document.querySelector('.site-form input')`);
    await browser.evaluate(`document.querySelector('.site-form input').focus()`);
    await browser.typeText(host);
    await browser.press(['Enter']);
    await browser.waitUntil(`document.querySelector('.site-list')?.textContent.includes('${host}')`);
    await browser.closeTab();
    // The open page is left at once, and a new one is not touched.
    await painted(0);
    await browser.reload();
    await until('the button to be off', async () => /switched off/.test((await browser.button()).title));
    expect(await browser.evaluate('[...CSS.highlights.keys()]')).toEqual([]);
    await browser.selectByMouse(WORDS);
    await browser.press(['Alt', 'Shift', 'H']);
    const popup = await browser.popup();
    await popup.waitUntil(SHOWN(`You switched Claimlight off on ${host}.`));
    expect(await browser.hasQuick()).toBe(false);
    await popup.evaluate(CLOSE);
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil(SHOWN(`You switched Claimlight off on ${host}.`));
    await sidebar.evaluate(press('Switch on again'));
    await painted(1);
    await sidebar.waitFor('[data-testid=card]');
    await until('the badge', async () => (await browser.button()).badge === '1');
  });
});
