import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../../demo/server.mjs';
import type { Driver } from './driver/Driver';
import { until } from './driver/Driver';
import { PAINTED } from './facts';
import { BROWSERS, launch, PAGES } from './launch';
import { readLibrary } from './readLibrary';

const WORDS = 'blames the price of steel';
const SAVING = `document.querySelector('[data-testid=save-state]')?.dataset.state`;

/** The disk is full for annotations, in this view only. */
const FULL = `(() => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...parts) {
    if (this.name === 'annotations') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, parts);
  };
  return true;
})()`;

/** Keys of the texts that are kept and not saved. */
const KEPT = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('claimlight');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const keys = opening.result.transaction('drafts').objectStore('drafts').getAllKeys();
    keys.onsuccess = () => { opening.result.close(); resolve(keys.result); };
  };
})`;

describe.each(BROWSERS)('text that is not saved yet, in %s,', (name) => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  let browser: Driver;
  beforeAll(async () => {
    demo = await serveDemo();
    browser = await launch(name);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  const kept = async () => {
    await browser.newTab(`${browser.root}/rescue.css`);
    const keys = await browser.evaluate<string[]>(KEPT);
    await browser.closeTab();
    return keys;
  };

  it('outlives the page: a source half typed stands there again', async () => {
    await browser.open(demo.url + PAGES.tram);
    await until('an annotator', () => browser.evaluate<boolean>(`CSS.highlights.has('claimlight-focus')`));
    await browser.selectByMouse(WORDS);
    await browser.press(['Alt', 'Shift', 'H']);
    const editor = await browser.quick();
    await editor.type('[data-testid=note-input]', 'Compare with the bid.');
    await editor.waitUntil(`${SAVING} === 'saved'`);
    await editor.click('[data-testid=add-source]');
    await editor.type('[data-testid=source-url]', 'records.example/bi');
    await until('the draft', async () => (await kept()).some((key) => key.startsWith('quick:')));
    await browser.reload();
    const again = await browser.quick(20_000);
    await again.waitFor('[data-testid=source-url]');
    expect(await again.evaluate(`document.querySelector('[data-testid=source-url]').value`)).toBe(
      'records.example/bi',
    );
    expect(await again.evaluate(`document.querySelector('[data-testid=note-input]').value`)).toBe(
      'Compare with the bid.',
    );
    await again.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    expect((await readLibrary(browser)).annotations).toMatchObject([
      { note: 'Compare with the bid.', sources: [{ url: 'https://records.example/bi' }] },
    ]);
    await until('the draft to go', async () => (await kept()).length === 0);
    await browser.reload();
    await browser.waitUntil(`${PAINTED}.length === 1`);
    expect(await browser.hasQuick()).toBe(false);
  });

  it('outlives the side bar: a note that the disk did not take is shown and saved by the next one', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact] .note-edit');
    await sidebar.evaluate(FULL);
    await sidebar.click('[data-testid=card] .note-edit');
    await sidebar.type('[data-testid=card] [data-testid=note-input]', 'The disk was full.');
    const state = '[data-testid=card] [data-testid=save-state]';
    await sidebar.waitUntil(`document.querySelector('${state}')?.dataset.state === 'failed'`);
    expect(await sidebar.text(state)).toContain('full');
    await until('the text to be kept', async () => (await kept()).some((key) => key.startsWith('sidebar:')));
    expect((await readLibrary(browser)).annotations).toMatchObject([{ note: 'Compare with the bid.' }]);
    await sidebar.evaluate('(window.setTimeout(() => location.reload()), true)');
    await until('the note', async () => {
      const { annotations } = await readLibrary(browser);
      return annotations[0]?.note === 'The disk was full.';
    });
    await sidebar.waitUntil(
      `document.querySelector('[data-testid=card]')?.textContent.includes('The disk was full.')`,
    );
    await until('the kept text to go', async () => (await kept()).length === 0);
  });
});
