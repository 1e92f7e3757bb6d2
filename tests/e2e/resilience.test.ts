import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { CARDS, type CardFacts, HOLD_WRITES, LET_GO, PAINTED } from './facts.ts';
import { BROWSERS, PAGES } from './launch.ts';

/** Hears in an extension page, from now on, what pages ask of the background. */
const HEAR_CALLS = `(() => {
  const view = document.defaultView;
  view.heard = [];
  view.hear ??= (chrome.runtime.onMessage.addListener((message) => { if (message?.call) view.heard.push(message.call); }), true);
  return true;
})()`;
const heard = (call: string, times = 1) =>
  `document.defaultView.heard.filter((one) => one === '${call}').length >= ${times}`;
/** Lets the annotator in the tab the reader looks at read its page's record again; \`refreshed\` says whether it did. */
const REFRESH = `chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  const view = document.defaultView;
  view.refreshed = null;
  chrome.tabs.sendMessage(tab.id, { pageCall: 'refresh', payload: { annotationIds: [] } }, { frameId: 0 })
    .then((reply) => { view.refreshed = reply.ok; });
  return true;
})`;
/** What happened to the annotations of the library, by kind. */
const HISTORY = `new Promise((resolve, reject) => {
  const open = indexedDB.open('claimlight');
  open.onerror = () => reject(open.error);
  open.onsuccess = () => {
    const all = open.result.transaction('annotations').objectStore('annotations').getAll();
    all.onsuccess = () => { open.result.close(); resolve(all.result.flatMap(({ history }) => history.map(({ kind }) => kind))); };
  };
})`;
const QUOTE = 'blames the price of steel';

describe.each(BROWSERS)('interruptions in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
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

  it('takes no slow write of its own for a stranger’s', async () => {
    await browser.open(demo.url + PAGES.hospital);
    await ready();
    await browser.selectByMouse('Staff is the bottleneck');
    const quick = await browser.quick();
    await quick.click('[data-testid=add-note]');
    await quick.waitFor('[data-testid=note-input]');
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card]');
    await sidebar.evaluate(HEAR_CALLS);
    await sidebar.evaluate(HOLD_WRITES);
    const field = `document.querySelector('[data-testid=note-input]')`;
    await quick.type('[data-testid=note-input]', 'First half');
    // The first write is on its way, and waits for the disk.
    await sidebar.waitUntil(heard('patchAnnotation'));
    await quick.type('[data-testid=note-input]', 'First half, second half');
    await quick.click('[data-testid=save]');
    expect(await quick.evaluate<string>(`${field}.value`)).toBe('First half, second half');
    await sidebar.evaluate(LET_GO);
    await until('the editor to close', async () => !(await browser.hasQuick()));
    await sidebar.waitUntil(
      `document.querySelector('[data-testid=card]').textContent.includes('First half, second half')`,
    );
    expect(await sidebar.evaluate<string[]>(HISTORY)).not.toContain('note-conflict');
  });

  it('gives a page its annotator though the background dies before it answers the page’s detector', async () => {
    await browser.open(demo.url + PAGES.tram);
    await count(1);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card]');
    await sidebar.evaluate(HEAR_CALLS);
    // The background waits for the library, like everybody.
    await sidebar.evaluate(HOLD_WRITES);
    await browser.open(demo.url + PAGES.tram);
    await sidebar.waitUntil(heard('pageSeen'));
    await browser.stopBackground();
    await sidebar.waitUntil(heard('pageSeen', 2));
    await sidebar.evaluate(LET_GO);
    await ready();
    await count(1);
  });

  it('goes on asking for the page’s record when the background dies before it answers', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.evaluate(HEAR_CALLS);
    await sidebar.evaluate(HOLD_WRITES);
    await sidebar.evaluate(REFRESH);
    await sidebar.waitUntil(heard('openPage'));
    await browser.stopBackground();
    await sidebar.waitUntil(heard('openPage', 2));
    await sidebar.evaluate(LET_GO);
    await sidebar.waitUntil('document.defaultView.refreshed !== null');
    expect(await sidebar.evaluate('document.defaultView.refreshed')).toBe(true);
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

describe.each(BROWSERS)('an update of the extension while a page is open in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  it('goes on with the note that was being typed', async () => {
    await browser.open(demo.url + PAGES.tram);
    await until('an annotator', () => browser.evaluate<boolean>(`CSS.highlights.has('claimlight-focus')`));
    await browser.selectByMouse(QUOTE);
    const quick = await browser.quick();
    await quick.click('[data-testid=add-note]');
    await quick.type('[data-testid=note-input]', 'Half a thought');
    await browser.reloadExtension();
    const saved = `document.querySelector('[data-testid=save-state]')?.dataset.state === 'saved'`;
    await (await browser.quick()).waitUntil(saved);
    const typed = `document.querySelector('[data-testid=note-input]').value`;
    expect(await (await browser.quick()).evaluate(typed)).toBe('Half a thought');
    await browser.reload();
    await browser.waitUntil(`${PAINTED}.length === 1`);
    await browser.clickText(QUOTE);
    expect(await (await browser.quick()).text('[data-testid=note]')).toContain('Half a thought');
  });
});
