import { describe, expect, it } from 'vitest';
import type { Annotation } from '#model/records.ts';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver, View } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { holdWrites, isSaved, letGo } from './pageActs.ts';

/** Hears in an extension page, from now on, what pages ask of the background. */
const hearCalls = (page: PageParts) => {
  page.setGlobal('heard', []);
  if (page.global('hears')) return;
  page.setGlobal('hears', true);
  page.extension().runtime.onMessage.addListener((message: { call?: string } | undefined) => {
    if (message?.call) page.global<string[]>('heard').push(message.call);
  });
};
const heard = (view: View, call: string, times = 1) =>
  view.waitUntil(
    (page, name, least) => page.global<string[]>('heard').filter((one) => one === name).length >= least,
    call,
    times,
  );
/** Lets the annotator in the tab the reader looks at read its page's record again; `refreshed` says whether it did. */
const refresh = async (page: PageParts) => {
  const { tabs } = page.extension();
  page.setGlobal('refreshed', null);
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  tabs
    .sendMessage(tab?.id ?? -1, { pageCall: 'refresh', payload: { annotationIds: [] } }, { frameId: 0 })
    .then((reply: { ok: boolean }) => page.setGlobal('refreshed', reply.ok));
};
/** What happened to the annotations of the library, by kind. */
const history = async (page: PageParts) =>
  (await page.stored<Annotation>('annotations')).flatMap((one) => one.history.map(({ kind }) => kind));
const QUOTE = 'blames the price of steel';

describe.each(BROWSERS)('interruptions in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  const ready = () => annotatorIn(browser);
  const count = (n: number) => browser.waitUntil((page, n) => page.painted().length === n, n);

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
    await quick.waitUntil(isSaved);
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
    expect(await sidebar.evaluate((page) => page.cards())).toMatchObject([
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
    await sidebar.evaluate(hearCalls);
    await sidebar.evaluate(holdWrites);
    await quick.type('[data-testid=note-input]', 'First half');
    // The first write is on its way, and waits for the disk.
    await heard(sidebar, 'patchAnnotation');
    await quick.type('[data-testid=note-input]', 'First half, second half');
    await quick.click('[data-testid=save]');
    expect(await quick.evaluate((page) => page.byTestId('note-input').value)).toBe('First half, second half');
    await sidebar.evaluate(letGo);
    await until('the editor to close', async () => !(await browser.hasQuick()));
    await sidebar.waitUntil((page) => page.byTestId('card').textContent.includes('First half, second half'));
    expect(await sidebar.evaluate(history)).not.toContain('note-conflict');
  });

  it('gives a page its annotator though the background dies before it answers the page’s detector', async () => {
    await browser.open(demo.url + PAGES.tram);
    await count(1);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card]');
    await sidebar.evaluate(hearCalls);
    // The background waits for the library, like everybody.
    await sidebar.evaluate(holdWrites);
    await browser.open(demo.url + PAGES.tram);
    await heard(sidebar, 'pageSeen');
    await browser.stopBackground();
    await heard(sidebar, 'pageSeen', 2);
    await sidebar.evaluate(letGo);
    await ready();
    await count(1);
  });

  it('goes on asking for the page’s record when the background dies before it answers', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.evaluate(hearCalls);
    await sidebar.evaluate(holdWrites);
    await sidebar.evaluate(refresh);
    await heard(sidebar, 'openPage');
    await browser.stopBackground();
    await heard(sidebar, 'openPage', 2);
    await sidebar.evaluate(letGo);
    await sidebar.waitUntil((page) => page.global('refreshed') !== null);
    expect(await sidebar.evaluate((page) => page.global('refreshed'))).toBe(true);
  });

  it('tells what changed when the article was edited, and keeps the old words', async () => {
    await browser.open(demo.url + PAGES.strike);
    await ready();
    const figure = await browser.evaluate((page) => {
      const words = page
        .all('main p, .story p')
        .flatMap((p) => [...p.childNodes])
        .filter((node) => node.nodeType === 3)
        .map((node) => (node as Text).data.trim());
      return (
        words
          .find((one) => /\d/.test(one) && one.length > 80)
          ?.slice(0, 70)
          .trim() ?? ''
      );
    });
    await browser.selectByMouse(figure);
    await (await browser.quick()).click('[data-testid=mark-yellow]');
    await count(1);
    demo.setEdition(2);
    await browser.reload();
    await ready();
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card]:not([data-state=checking])');
    const [card] = await sidebar.evaluate((page) => page.cards());
    const now = await browser.evaluate((_page, figure) => document.body.textContent.includes(figure), figure);
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
    await annotatorIn(browser);
    await browser.selectByMouse(QUOTE);
    const quick = await browser.quick();
    await quick.click('[data-testid=add-note]');
    await quick.type('[data-testid=note-input]', 'Half a thought');
    await browser.reloadExtension();
    await (await browser.quick()).waitUntil(isSaved);
    expect(await (await browser.quick()).evaluate((page) => page.byTestId('note-input').value)).toBe(
      'Half a thought',
    );
    await browser.reload();
    await browser.waitUntil((page) => page.painted().length === 1);
    await browser.clickText(QUOTE);
    expect(await (await browser.quick()).text('[data-testid=note]')).toContain('Half a thought');
  });
});
