import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite, type Opened } from './atDemo.ts';
import type { Driver, View } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, mark } from './mark.ts';

const CLAIM = 'blames the price of steel';
const PASSAGE = 'Staff is the bottleneck';
/** What each source says that is shown. */
const sources = (page: PageParts) => page.all('[data-testid=source]').map((one) => one.textContent);

const hasSources = (view: View, count: number) =>
  view.waitUntil((page, n) => page.all('[data-testid=source]').length === n, count);

/** From the other end: a claim in hand, and the passage that becomes its source on another page. */
describe.each(BROWSERS)('a claim in hand in %s', (name) => {
  const profileDir = mkdtempSync(join(tmpdir(), 'claimlight-hand-'));
  let demo: DemoSite;
  let browser: Driver;
  let restart: Opened['restart'];
  afterAll(() => {
    rmSync(profileDir, { recursive: true, force: true });
  });
  atDemo(
    name,
    (opened) => {
      ({ demo, browser, restart } = opened);
    },
    { profileDir },
  );

  it('is made in the page by one key, its kind by another, its speaker by a press', async () => {
    await browser.open(demo.url + PAGES.hospital);
    await annotatorIn(browser);
    await browser.selectByMouse('We have moved people');
    await browser.press(['Alt', 'Shift', 'C']);
    const quick = await browser.quick();
    await quick.waitFor('[data-testid=type-other][aria-pressed=true]');
    await browser.press(['2']);
    await quick.waitFor('[data-testid=type-causation][aria-pressed=true]');
    expect(await quick.text('[role=status]')).toBe('By what mechanism? What else changed?');
    expect(await quick.text('[data-testid=attribution-chip]')).toContain('Ewan Strand');
    await quick.click('[data-testid=attribution-chip]');
    await quick.waitFor('[data-testid=said-by]');
    await browser.press(['Escape']);
    await until('the panel to close', async () => !(await browser.hasQuick()));
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil((page) => page.find('.claim-who')?.textContent.includes('Ewan Strand'));
    expect(await sidebar.text('.claim-type')).toBe('Cause and effect');
  });

  it('outlives navigation, the background and the browser, and takes a passage as its source', async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await mark(browser, CLAIM);
    const sidebar = await browser.sidebar();
    await sidebar.click('[data-testid=add-claim]');
    await sidebar.click('[data-testid=take-in-hand]');
    await sidebar.waitFor('[data-testid=in-hand]');
    await browser.stopBackground();
    browser = await restart();
    await browser.open(demo.url + PAGES.hospital);
    await annotatorIn(browser);
    await browser.stopBackground();
    await browser.selectByMouse(PASSAGE);
    const quick = await browser.quick();
    await quick.waitFor('[data-testid=use-as-source]');
    expect(await quick.text('[data-testid=use-as-source]')).toContain(CLAIM);
    await browser.stopBackground();
    await quick.click('[data-testid=use-as-source]');
    await quick.waitFor('[role=status]');
    expect(await quick.text('[role=status]')).toContain(CLAIM);

    await browser.open(demo.url + PAGES.tram);
    const there = await browser.sidebar();
    await there.waitFor('[data-testid=source]');
    const [source] = await there.evaluate(sources);
    expect(source).toContain(PASSAGE);
  });

  it('shows on the source’s page where it is cited, and tells when the passage changes', async () => {
    await browser.open(demo.url + PAGES.hospital);
    await browser.waitUntil((page, passage) => page.painted().includes(`cited: ${passage}`), PASSAGE);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=citation][data-state=exact]');
    expect(await sidebar.text('.cited-title')).toContain('Cited in one of your claims');
    await browser.evaluate((page, words) => page.reword(words, 'Money is the bottleneck'), PASSAGE);
    await browser.waitUntil((page) => page.painted().includes('cited-changed: Money is the bottleneck'));
    await sidebar.waitFor('[data-testid=citation][data-state=changed]');
    expect(await sidebar.text('[data-testid=citation]')).toContain('Money');
    await browser.clickText('is the bottleneck');
    const quick = await browser.quick();
    await quick.waitFor('[data-testid=cited]');
    expect(await quick.text('[data-testid=cited]')).toContain(CLAIM);
    await browser.press(['Escape']);
    await until('the panel to close', async () => !(await browser.hasQuick()));
  });

  it('takes a passage by the key, and gives it back with Undo', async () => {
    await browser.open(demo.url + PAGES.hospital);
    await annotatorIn(browser);
    await browser.selectByMouse(PASSAGE);
    const quick = await browser.quick();
    await quick.waitFor('[data-testid=use-as-source]');
    await browser.press(['Alt', 'Shift', 'U']);
    await quick.waitFor('[data-testid=undo]');
    await quick.click('[data-testid=undo]');
    await until('the notice to close', async () => !(await browser.hasQuick()));
    await browser.open(demo.url + PAGES.tram);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=source]');
    expect(await sidebar.evaluate(sources)).toHaveLength(1);
  });

  it.runIf(name === 'firefox')('takes a link from the real context menu', async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    const link = await browser.evaluate((page) => {
      const found = page.get('p a[href^="http"], p a[href^="/"]');
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()?.selectAllChildren(found);
      return found.textContent.trim();
    });
    await browser.pickFromMenu(`Add as a source of “${CLAIM}”`);
    const sidebar = await browser.sidebar();
    await hasSources(sidebar, 2);
    expect((await sidebar.evaluate(sources)).at(-1)).toContain(link);
    const quick = await browser.quick();
    await quick.click('[data-testid=undo]');
    await hasSources(sidebar, 1);
  });

  it('takes a link and words that are dropped upon its card', async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    const sidebar = await browser.sidebar();
    await hasSources(sidebar, 1);
    // The drop itself: no driver carries a drag from a page into the browser's own side bar.
    const drop = (kind: string, data: string) =>
      sidebar.evaluate(
        (page, type, text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.setData(type, text);
          const card = page.byTestId('card');
          for (const event of ['dragenter', 'dragover', 'drop'])
            card.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
        },
        kind,
        data,
      );
    await drop('text/uri-list', 'https://records.example/steel/2026');
    await hasSources(sidebar, 2);
    expect((await sidebar.evaluate(sources)).at(-1)).toContain('records.example');
    await drop('text/plain', 'Steel rose by nine per cent in a year.');
    await hasSources(sidebar, 3);
    expect((await sidebar.evaluate(sources)).at(-1)).toContain('Steel rose by nine per cent');
    await browser.reload();
    await hasSources(sidebar, 3);
    for (const left of [2, 1]) {
      await sidebar.evaluate((page) =>
        page.all('[data-testid=source] .source-tools button:last-child').at(-1)?.click(),
      );
      await hasSources(sidebar, left);
    }
  });

  it('leaves nothing when it is put down', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.click('[data-testid=put-down]');
    await sidebar.waitUntil((page) => !page.has('in-hand'));
    await browser.open(demo.url + PAGES.hospital);
    await annotatorIn(browser);
    await browser.selectByMouse(PASSAGE);
    const quick = await browser.quick();
    await quick.waitFor('[data-testid=mark-green]');
    expect(await quick.evaluate((page) => !page.has('use-as-source'))).toBe(true);
    await browser.press(['Alt', 'Shift', 'U']);
    await browser.open(demo.url + PAGES.tram);
    const there = await browser.sidebar();
    await there.waitFor('[data-testid=source]');
    expect(await there.evaluate(sources)).toHaveLength(1);
  });

  it('leads by the keyboard alone from words to a corroborated claim, and says each step', async () => {
    // Selecting words apart, every press of the reader's counts: what takes most of them is worth knowing.
    let presses = 0;
    const press = (keys: string[]) => {
      presses += 1;
      return browser.press(keys);
    };
    const status = async () => (await browser.quick()).text('[role=status]');
    const said = async (words: string) =>
      until(`“${words}” to be said`, async () => (await status().catch(() => '')).includes(words));
    await browser.open(demo.url + PAGES.hospital);
    await annotatorIn(browser);
    await browser.selectByMouse('It is the first fall in six years');
    // From here on keys, and nothing else: claim, kind, in hand; on the other page source, and how close it is.
    await press(['Alt', 'Shift', 'C']);
    const quick = await browser.quick();
    await quick.waitFor('[data-testid=type-other][aria-pressed=true]');
    await press(['1']);
    await said('Compared with what?');
    await press(['0']);
    await quick.waitFor('[data-testid=held]');
    expect(await quick.text('[data-testid=held]')).toContain('Select a passage on any page');
    await press(['Escape']);
    await until('the panel to close', async () => !(await browser.hasQuick()));

    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await browser.selectByMouse(CLAIM);
    await (await browser.quick()).waitFor('[data-testid=use-as-source]');
    await press(['Alt', 'Shift', 'U']);
    await said('Added as a source of “It is the first fall in six years”');
    await said('How close is it to the fact?');
    await press(['1']);
    await said('The thing itself');

    // A second source, from a third page.
    await browser.open(demo.url + PAGES.strike);
    await annotatorIn(browser);
    await browser.selectByMouse('Both sides left by different doors.');
    await (await browser.quick()).waitFor('[data-testid=use-as-source]');
    await press(['Alt', 'Shift', 'U']);
    await said('How close is it to the fact?');
    await press(['2']);
    await said('Someone reporting on it');
    // Before, the same took about 31 presses and clicks, and two forms of seven fields.
    expect(presses).toBe(8);

    await browser.open(demo.url + PAGES.hospital);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=sourcing][data-status=corroborated]');
    expect(
      await sidebar.evaluate((page) => {
        const card = page
          .all('[data-testid=card]')
          .find((one) => one.textContent.includes('first fall in six'));
        return card?.querySelectorAll('[data-testid=source] .source-quote').length;
      }),
    ).toBe(2);
  });

  it('asks nobody else in any of it', async () => {
    const foreign = (await browser.requests()).filter((url) => !url.startsWith(demo.url));
    expect(foreign).toEqual([]);
  });
});
