import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../../demo/server.mjs';
import type { Driver, View } from './driver/Driver';
import { until } from './driver/Driver';
import { CARDS, PAINTED } from './facts';
import { launch, PAGES } from './launch';
import { annotatorIn } from './mark';

const OFF = `document.body.innerText.includes('You switched Claimlight off on private windows')`;
const ANNOTATOR = `CSS.highlights.has('claimlight-focus')`;
const QUOTE = 'blames the price of steel';
const SWITCH = `[...document.querySelectorAll('[role=switch]')].find((one) => one.labels[0].textContent === 'Work in private windows')`;

// Firefox only: Chromium can be made to let the extension in and to open such a window, but its protocol does not show
// the window's tabs. There the rule is left to tests/unit/entrypoints/siteRules.test.ts.
describe('a private window of Firefox, into which the browser lets the extension', () => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  let browser: Driver;
  let sidebar: View;
  beforeAll(async () => {
    demo = await serveDemo();
    browser = await launch('firefox', { inPrivate: true });
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await browser.newPrivateWindow(demo.url + PAGES.tram);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('is left alone until the reader says otherwise, and popup and side bar say why', async () => {
    await until('a button that says so', async () => /switched off/.test((await browser.button()).title));
    const popup = await browser.popup();
    await popup.waitUntil(OFF);
    await popup.evaluate('(window.setTimeout(() => window.close()), true)');
    sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=sidebar][data-page=off]');
    await sidebar.waitUntil(OFF);
    // The same page in the window beside it has long been looked at.
    expect(await browser.evaluate(ANNOTATOR)).toBe(false);
    expect((await browser.button()).badge).toBe('');
    await browser.selectByMouse(QUOTE);
    await browser.press(['Alt', 'Shift', 'H']);
    await browser.reload();
    await sidebar.waitFor('[data-testid=sidebar][data-page=off]');
    expect(await browser.evaluate(ANNOTATOR)).toBe(false);
    expect(await browser.hasQuick()).toBe(false);
  });

  it('is worked in at once when the options allow it', async () => {
    await browser.focusWindow(0);
    await browser.newTab(`${browser.root}/options.html`);
    await browser.waitUntil(`${SWITCH}?.checked === false`);
    await browser.evaluate(`(${SWITCH}.click(), true)`);
    await browser.waitUntil(`${SWITCH}?.checked === true`);
    await browser.closeTab();
    await browser.focusWindow(1);
    await annotatorIn(browser);
    await until('a button that says so', async () => /news article/.test((await browser.button()).title));
    await sidebar.waitFor('[data-testid=sidebar][data-page=article]');
    await browser.selectByMouse(QUOTE);
    await (await browser.quick()).click('[data-testid=mark-yellow]');
    await browser.waitUntil(`${PAINTED}.length === 1`);
    await until('a count on the button', async () => (await browser.button()).badge === '1');
    // Firefox gives views in a private window no database; what was marked is shown beside the ordinary one.
    await browser.focusWindow(0);
    const shown = await browser.sidebar();
    await shown.waitUntil(`${CARDS}.map(({ quote }) => quote).join() === ${JSON.stringify(QUOTE)}`);
  });
});
