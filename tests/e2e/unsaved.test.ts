import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver, View } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { isSaved } from './pageActs.ts';
import { readLibrary } from './readLibrary.ts';

const WORDS = 'blames the price of steel';
/** The disk is full for annotations, in this view only. */
const fillDisk = () => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...parts) {
    if (this.name === 'annotations') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, parts);
  };
};

/** Keys of the texts that are kept and not saved. */
const keptKeys = async (page: PageParts) => {
  const database = await page.open();
  const keys = await page.done(database.transaction('drafts').objectStore('drafts').getAllKeys());
  database.close();
  return keys as string[];
};

/** The side bar goes and comes again as in a crash: nothing of it hears that it closes. */
async function crash(view: View): Promise<void> {
  await view.evaluate(() => {
    for (const type of ['pagehide', 'blur'])
      addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true });
    document.body.dataset.isOld = '';
    window.setTimeout(() => location.reload());
  });
  await view.waitUntil(() => document.body.dataset.isOld === undefined);
}
const CARD = '[data-testid=card]';
const TITLE = '.article-form .field-input';
const TAG = `${CARD} .tag-input`;
/** What stands in a field. */
const valueIn = (page: PageParts, selector: string) => page.find(selector)?.value;

describe.each(BROWSERS)('text that is not saved yet, in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  const kept = async () => {
    await browser.newTab(`${browser.root}/rescue.css`);
    const keys = await browser.evaluate(keptKeys);
    await browser.closeTab();
    return keys;
  };

  it('outlives the page: a source half typed stands there again', async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await browser.selectByMouse(WORDS);
    await browser.press(['Alt', 'Shift', 'H']);
    const editor = await browser.quick();
    await editor.type('[data-testid=note-input]', 'Compare with the bid.');
    await editor.waitUntil(isSaved);
    await editor.click('[data-testid=add-source]');
    await editor.type('[data-testid=source-url]', 'records.example/bi');
    await until('the draft', async () => (await kept()).some((key) => key.startsWith('typed:page:')));
    await browser.reload();
    const again = await browser.quick(20_000);
    await again.waitFor('[data-testid=source-url]');
    expect(await again.evaluate((page) => page.byTestId('source-url').value)).toBe('records.example/bi');
    expect(await again.evaluate((page) => page.byTestId('note-input').value)).toBe('Compare with the bid.');
    await again.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
    expect((await readLibrary(browser)).annotations).toMatchObject([
      { note: 'Compare with the bid.', sources: [{ url: 'https://records.example/bi' }] },
    ]);
    await until('the draft to go', async () => (await kept()).length === 0);
    await browser.reload();
    await browser.waitUntil((page) => page.painted().length === 1);
    expect(await browser.hasQuick()).toBe(false);
  });

  it('outlives the side bar: a note that the disk did not take is shown and saved by the next one', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact] .note-edit');
    await sidebar.evaluate(fillDisk);
    await sidebar.click('[data-testid=card] .note-edit');
    await sidebar.type('[data-testid=card] [data-testid=note-input]', 'The disk was full.');
    const state = '[data-testid=card] [data-testid=save-state]';
    await sidebar.waitUntil((page, state) => page.find(state)?.dataset.state === 'failed', state);
    expect(await sidebar.text(state)).toContain('full');
    await until('the text to be kept', async () =>
      (await kept()).some((key) => key.startsWith('typed:panel:note ')),
    );
    expect((await readLibrary(browser)).annotations).toMatchObject([{ note: 'Compare with the bid.' }]);
    await sidebar.evaluate(() => {
      window.setTimeout(() => location.reload());
    });
    await until('the note', async () => {
      const { annotations } = await readLibrary(browser);
      return annotations[0]?.note === 'The disk was full.';
    });
    await sidebar.waitUntil((page) =>
      page.find('[data-testid=card]')?.textContent.includes('The disk was full.'),
    );
    await until('the kept text to go', async () => (await kept()).length === 0);
  });

  it('outlives a crash of the side bar: its forms stand there again as they were, and are saved once', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.click('[data-testid=edit-article]');
    await sidebar.type(TITLE, 'What the tram will cos');
    await sidebar.click(`${CARD} [data-testid=source] .source-tools button`);
    await sidebar.type(`${CARD} .sources [data-testid=source-quote]`, 'The bid names the price of st');
    await sidebar.click(`${CARD} [data-testid=add-source]`);
    await sidebar.type('form:not(.sources form) > .field [data-testid=source-url]', 'port.example/tari');
    await sidebar.click(`${CARD} .tag-open`);
    await sidebar.type(TAG, 'stee');
    const forms = ['article ', 'source ', 'source ', 'tag '].map((name) => `typed:panel:${name}`);
    await until('the forms to be kept', async () => {
      const keys = await sidebar.evaluate(keptKeys);
      return keys.length === 4 && forms.every((name, at) => keys[at]?.startsWith(name));
    });
    await crash(sidebar);
    await sidebar.waitUntil((page, css) => page.find(css)?.value === 'What the tram will cos', TITLE);
    expect(
      await sidebar.evaluate((page) =>
        page.all('[data-testid=source-url], [data-testid=source-quote]').map((one) => one.value),
      ),
    ).toEqual(['https://records.example/bi', 'The bid names the price of st', 'port.example/tari', '']);
    expect(await sidebar.evaluate(valueIn, TAG)).toBe('stee');
    await sidebar.type(TITLE, 'What the tram will cost');
    await sidebar.click('.article-form [data-testid=save]');
    // What stands below moves up as the form closes.
    await sidebar.waitUntil((page) => page.find('.article-form') === null);
    await sidebar.click(`${CARD} .sources [data-testid=save]`);
    await sidebar.waitUntil((page, card) => page.find(`${card} .source-quote`) !== null, CARD);
    await sidebar.type(TAG, 'steel');
    await sidebar.type(`${CARD} [data-testid=source-url]`, 'port.example/tariffs');
    await sidebar.click(`${CARD} [data-testid=save]`);
    await sidebar.waitUntil((page, card) => page.all(`${card} [data-testid=source]`).length === 2, CARD);
    const { articles, annotations } = await readLibrary(browser);
    expect(articles).toMatchObject([{ title: 'What the tram will cost' }]);
    expect(annotations).toMatchObject([
      {
        tags: ['steel'],
        sources: [
          { url: 'https://records.example/bi', quote: { exact: 'The bid names the price of st' } },
          { url: 'https://port.example/tariffs' },
        ],
      },
    ]);
    await until('the kept forms to go', async () => (await kept()).length === 0);
    await sidebar.waitUntil((page) => page.find('form.form') === null);
  });

  it('outlives a full disk: a source and a claim that were not taken stand there again and are stored once', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.waitFor(`${CARD}[data-state=exact]`);
    await sidebar.evaluate(fillDisk);
    /** What is told lies over what is clicked next. */
    const told = async () => {
      await sidebar.waitUntil((page) => page.find('.toast')?.textContent.includes('full'));
      await sidebar.click('.toast button');
      await sidebar.waitFor('.toast-empty');
    };
    await sidebar.click(`${CARD} [data-testid=add-claim]`);
    await told();
    await sidebar.type(`${CARD} [data-testid=claim-statement]`, 'Steel made it dearer.');
    await until('all of it to be kept', async () =>
      sidebar.evaluate(
        async (page, words) => JSON.stringify(await page.stored('drafts')).includes(words),
        '"Steel made it dearer."',
      ),
    );
    await told();
    await sidebar.click(`${CARD} [data-testid=add-source]`);
    await sidebar.type(`${CARD} [data-testid=source-url]`, 'records.example/steel');
    await sidebar.click(`${CARD} [data-testid=save]`);
    await told();
    // The form is open again.
    await sidebar.waitUntil(
      (page, css) => page.find(css)?.value.endsWith('records.example/steel'),
      `${CARD} [data-testid=source-url]`,
    );
    await until('both to be kept', async () => {
      const keys = await sidebar.evaluate(keptKeys);
      return ['typed:panel:claim ', 'typed:panel:source '].every((name) =>
        keys.some((key) => key.startsWith(name)),
      );
    });
    await crash(sidebar);
    await until('the claim', async () => {
      const { annotations } = await readLibrary(browser);
      return annotations[0]?.claim?.statement === 'Steel made it dearer.';
    });
    await sidebar.waitUntil(
      (page, css) => page.find(css)?.value.endsWith('records.example/steel'),
      `${CARD} [data-testid=source-url]`,
    );
    await sidebar.click(`${CARD} [data-testid=save]`);
    await sidebar.waitUntil((page, card) => page.all(`${card} [data-testid=source]`).length === 3, CARD);
    const { annotations } = await readLibrary(browser);
    expect(annotations[0]?.sources.map(({ url }) => url)).toEqual([
      'https://records.example/bi',
      'https://port.example/tariffs',
      'https://records.example/steel',
    ]);
    await until('the kept texts to go', async () => (await kept()).length === 0);
  });
});
