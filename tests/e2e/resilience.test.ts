import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '../../demo/server.mjs';
import type { Driver } from './driver/Driver';
import { until } from './driver/Driver';
import { CARDS, type CardFacts, PAINTED } from './facts';
import { BROWSERS, launch, PAGES } from './launch';

const QUOTE = 'blames the price of steel';

describe.each(BROWSERS)('interruptions in %s', (name) => {
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
  const ready = () =>
    until('an annotator', () => browser.evaluate<boolean>(`CSS.highlights.has('claimlight-focus')`));
  const count = (n: number) => browser.waitUntil(`${PAINTED}.length === ${n}`);

  it('does the main job with the background stopped before every step', async () => {
    const stop = () => browser.stopBackground();
    await browser.open(demo.url + PAGES.tram);
    await ready();
    await stop();
    await browser.selectByMouse(QUOTE);
    const quick = await browser.quick();
    await stop();
    await quick.click('[data-testid=mark-green]');
    await count(1);
    await stop();
    await browser.clickText(QUOTE);
    await (await browser.quick()).click('[data-testid=add-note]');
    await stop();
    await quick.type('[data-testid=note-input]', 'Compare with the bid.');
    await quick.waitUntil(`document.querySelector('[data-testid=save-state]').dataset.state === 'saved'`);
    await stop();
    await quick.click('[data-testid=add-source]');
    await quick.type('[data-testid=source-url]', 'records.example/bid');
    await stop();
    await quick.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    await stop();
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact] [data-testid=source]');
    await stop();
    await browser.reload();
    await count(1);
    expect(await sidebar.evaluate<CardFacts[]>(CARDS)).toMatchObject([
      { note: expect.stringContaining('Compare with the bid.'), sources: 1 },
    ]);
  });

  it('tells what changed when the article was edited, and keeps the old words', async () => {
    await browser.open(demo.url + PAGES.strike);
    await ready();
    const figure = await browser.evaluate<string>(
      `[...document.querySelectorAll('main p, .story p')].flatMap((p) => [...p.childNodes]).filter((n) => n.nodeType === 3).map((n) => n.data.trim()).find((words) => /\\d/.test(words) && words.length > 80).slice(0, 70).trim()`,
    );
    await browser.selectByMouse(figure);
    await (await browser.quick()).click('[data-testid=mark-yellow]');
    await count(1);
    demo.setEdition(2);
    await browser.reload();
    await ready();
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card]:not([data-state=checking])');
    const [card] = await sidebar.evaluate<CardFacts[]>(CARDS);
    const now = await browser.evaluate<boolean>(
      `document.body.textContent.includes(${JSON.stringify(figure)})`,
    );
    expect(card?.state).toBe(now ? 'exact' : expect.stringMatching(/^(changed|missing|suggested)$/));
    demo.setEdition(1);
  });
});

describe('an update of the extension while a page is open', () => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  let browser: Driver;
  beforeAll(async () => {
    demo = await serveDemo();
    browser = await launch('chromium');
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  // Firefox takes our scripts out of open pages at an update and puts the new ones in; there is no script left over.
  it('keeps what was typed and asks to reload the page', async () => {
    await browser.open(demo.url + PAGES.tram);
    await until('an annotator', () => browser.evaluate<boolean>(`CSS.highlights.has('claimlight-focus')`));
    await browser.selectByMouse(QUOTE);
    const quick = await browser.quick();
    await quick.click('[data-testid=add-note]');
    await quick.type('[data-testid=note-input]', 'Half a tho');
    await quick.waitUntil(`document.querySelector('[data-testid=save-state]').dataset.state === 'saved'`);
    await browser.reloadExtension();
    await quick.click('[data-testid=note-input]');
    await browser.typeText('ught');
    await quick.waitUntil(`document.querySelector('[data-testid=save-state]').dataset.state === 'failed'`);
    expect(await quick.text('[data-testid=save-state]')).toContain('reload this page');
    expect(await quick.evaluate(`document.querySelector('[data-testid=note-input]').value`)).toContain(
      'ught',
    );
  });
});
