import { describe, expect, it } from 'vitest';
import { chooseBackup } from '../faults/chooseBackup.ts';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { PAINTED } from './facts.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, mark } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

const WORDS = 'blames the price of steel';
const COUNT = 3_000;

const row = (list: string, nth = 0) => `document.querySelectorAll('[data-testid=${list}] li')[${nth}]`;
const press = (list: string, button: string, nth = 0) =>
  `(${row(list, nth)}.querySelector('[data-testid=${button}]').click(), true)`;
const has = (list: string, button: string, nth = 0) =>
  `${row(list, nth)}?.querySelector('[data-testid=${button}]')`;
const SAYS = (words: string) => `document.body.innerText.includes(${JSON.stringify(words)})`;

/** Stops an import as soon as its first batch is told. */
const STOP_AT_ONCE = `(() => {
  const look = new MutationObserver(() => {
    if (!(document.querySelector('[data-testid=import] progress')?.value > 0)) return;
    look.disconnect();
    document.querySelector('[data-testid=import-cancel]').click();
  });
  look.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  document.querySelector('[data-testid=import-yes]').click();
  return true;
})()`;

describe.each(BROWSERS)('what was done, on the options page in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  const painted = (n: number) => browser.waitUntil(`${PAINTED}.length === ${n}`);
  const inOptions = async (deed: () => Promise<void>) => {
    await browser.newTab(`${browser.root}/options.html`);
    await browser.waitUntil(`document.querySelector('input[type=file]')`);
    await deed();
    await browser.closeTab();
  };

  it('is brought back from the list of deleted things', async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await mark(browser, WORDS);
    await painted(1);
    const sidebar = await browser.sidebar();
    await sidebar.click('[data-testid=card] [data-testid=delete]');
    await painted(0);
    await inOptions(async () => {
      await browser.waitUntil(`${row('deleted')}?.textContent.includes(${JSON.stringify(WORDS)})`);
      await browser.evaluate(press('deleted', 'restore'));
      await browser.waitUntil(`!document.querySelector('[data-testid=deleted]')`);
    });
    await painted(1);
    await sidebar.waitFor('[data-testid=card]');
  });

  it('is taken back and done again from the list of what was done last', async () => {
    await inOptions(async () => {
      await browser.waitUntil(
        `${row('history')}?.textContent.includes(${JSON.stringify(`Brought back “${WORDS}”`)})`,
      );
      expect(
        await browser.evaluate<number>(`document.querySelectorAll('[data-testid=history] li').length`),
      ).toBe(3);
      await browser.evaluate(press('history', 'undo'));
      await browser.waitUntil(has('history', 'redo'));
      await browser.waitUntil(row('deleted'));
    });
    await painted(0);
    await inOptions(async () => {
      await browser.waitUntil(has('history', 'redo'));
      await browser.evaluate(press('history', 'redo'));
      await browser.waitUntil(has('history', 'undo'));
      await browser.waitUntil(`!document.querySelector('[data-testid=deleted]')`);
    });
    await painted(1);
  });

  it('stays as far as it came when an import is stopped, and is undone as one', async () => {
    const live = async () => {
      const { annotations } = await readLibrary(browser);
      return annotations.filter(({ deletedAt }) => deletedAt === undefined).length;
    };
    await inOptions(async () => {
      await browser.evaluate(chooseBackup(COUNT, 'stopped'));
      await browser.waitUntil(`document.querySelector('[data-testid=import-yes]')`, 60_000);
      await browser.evaluate(STOP_AT_ONCE);
      await browser.waitUntil(SAYS('Stopped. What had been brought in stays'), 60_000);
      const kept = await live();
      expect(kept).toBeGreaterThan(1);
      expect(kept).toBeLessThan(COUNT);
      await browser.waitUntil(`${row('history')}?.textContent.includes('A file was brought in')`);
      await browser.evaluate(press('history', 'undo'));
      await browser.waitUntil(has('history', 'redo'), 60_000);
      expect(await live()).toBe(1);
    });
    await painted(1);
  });
});
