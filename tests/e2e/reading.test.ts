import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite, type Opened } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { copied, isSaved, keepCopied } from './pageActs.ts';

/** Ranges painted by us, by style, the focus too. The registry is the page's too. */
const painted = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith('claimlight-'))
    .flatMap(([name, ranges]) => [...ranges].map((range) => `${name.slice(11)}: ${range}`));

describe.each(BROWSERS)('a reader in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  let restart: Opened['restart'];
  const profileDir = mkdtempSync(join(tmpdir(), `claimlight-${name}-`));
  const downloadDir = mkdtempSync(join(tmpdir(), `claimlight-downloads-${name}-`));

  afterAll(() => {
    for (const folder of [profileDir, downloadDir])
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  atDemo(
    name,
    (opened) => {
      ({ demo, browser, restart } = opened);
    },
    { profileDir, downloadDir },
  );

  const words = async () => {
    const text = await browser.evaluate((page) => {
      const texts = page.all('article p').flatMap((p) =>
        [...p.childNodes]
          .filter((node) => node.nodeType === 3 && (node as Text).data.trim().length > 60)
          .slice(0, 1)
          .map((node) => (node as Text).data.trim()),
      );
      return texts[2] ?? '';
    });
    return text.slice(0, 40).trim();
  };
  let quote = '';

  it('sees that a story is news and a front page is not', async () => {
    await browser.open(`${demo.url}/`);
    await until('a plain button', async () => /not an article/.test((await browser.button()).title));
    expect(await browser.evaluate(() => CSS.highlights.size)).toBe(0);
    await browser.open(demo.url + PAGES.tram);
    await until('the button of an article', async () => /news article/.test((await browser.button()).title));
  });

  it('highlights with the mouse and writes a note and a source in the page', async () => {
    quote = await words();
    await browser.selectByMouse(quote);
    const toolbar = await browser.quick();
    await toolbar.click('[data-testid=add-note]');
    await toolbar.waitFor('[data-testid=note-input]');
    await toolbar.type('[data-testid=note-input]', 'Ask the transport office for the tender.');
    await toolbar.waitUntil(isSaved);
    await toolbar.click('[data-testid=add-source]');
    await toolbar.type('[data-testid=source-url]', 'https://records.example/tender-14');
    await toolbar.type('[data-testid=source-title]', 'Tender 14');
    await toolbar.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    expect(await browser.evaluate(painted)).toEqual([`yellow: ${quote}`]);
  });

  const expected = () => [
    {
      state: 'exact',
      quote: expect.stringContaining(quote),
      note: expect.stringContaining('transport office'),
      sources: 1,
    },
  ];
  const shownInSidebar = async () => {
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact]');
    return sidebar.evaluate((page) => page.cards());
  };

  it('shows the card in the side bar', async () => {
    expect(await shownInSidebar()).toMatchObject(expected());
  });

  it('paints again after a reload with the background stopped', async () => {
    await browser.stopBackground();
    await browser.reload();
    await until('one range', async () => (await browser.evaluate(painted)).length === 1);
    expect(await browser.evaluate(painted)).toEqual([`yellow: ${quote}`]);
    expect((await browser.button()).badge).toBe('1');
  });

  it('finds everything again after the browser was restarted', async () => {
    browser = await restart();
    await browser.open(demo.url + PAGES.tram);
    await until('one range', async () => (await browser.evaluate(painted)).length === 1);
    expect(await shownInSidebar()).toMatchObject(expected());
    const popup = await browser.popup();
    await popup.waitFor('[data-testid=article-item]');
    await popup.type('[data-testid=search]', 'tender');
    await popup.waitUntil((page) => page.says('Tender 14') || page.says('tender'));
  });

  const ofDemo = (text: string) =>
    text
      .replaceAll(demo.url, 'http://demo.example')
      .replaceAll(encodeURIComponent(demo.url), 'http%3A%2F%2Fdemo.example');

  it('exports Markdown equal to the golden file', async () => {
    const popup = await browser.popup();
    await popup.evaluate(keepCopied);
    await popup.click('[data-testid=export-copy]');
    await popup.waitUntil(copied);
    const text = ofDemo(await popup.evaluate(copied))
      .replace(/cl-[\da-f]{12}/g, 'cl-0123456789ab')
      .replace(/[\da-f]{8}-[\da-f-]{27}/g, 'ID')
      .replace(/created: .*/g, 'created: NOW')
      .replace(/(accessed|yellow ·) \d{4}-\d\d-\d\d/g, '$1 TODAY');
    await expect(text).toMatchFileSnapshot('golden/tram.md');
  });

  it('downloads everything as a spreadsheet equal to the golden file', async () => {
    const popup = await browser.popup();
    // The search of before still stands there in Firefox, whose popup is open still.
    await popup.type('[data-testid=search]', ' ');
    await popup.click('[data-testid=export-more]');
    await popup.waitFor('[data-testid=export-dialog]');
    await popup.evaluate((page) => page.put('[data-testid=export-dialog] select', 'csv', 'change'));
    await popup.waitUntil((page) =>
      page.byTestId('export-lacks').innerText.includes('articles without highlights'),
    );
    await popup.click('[data-testid=export-save]');
    const file = await until('the file', async () => {
      // While it is written it has another name, or nothing in it.
      const done = readdirSync(downloadDir).find((one) => one.endsWith('.csv'));
      const text = done && readFileSync(join(downloadDir, done), 'utf8');
      return text?.endsWith('\r\n') && text;
    });
    const text = ofDemo(file).replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z","\d{4}[^"]*Z"/g, '"NOW","NOW"');
    await expect(text).toMatchFileSnapshot('golden/tram.csv');
  });

  it('asked nobody but the demo site', async () => {
    const strangers = (await browser.requests()).filter((url) => !url.startsWith(demo.url));
    expect(strangers).toEqual([]);
  });
});
