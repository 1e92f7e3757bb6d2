import { describe, expect, it } from 'vitest';
import { readFile } from '#locales/readWords.ts';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { CARDS, type CardFacts, PAINTED } from './facts.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { readLibrary } from './readLibrary.ts';

const LANGUAGES = [
  { language: 'ar', dir: 'rtl', page: 'arabic', words: 'أكثر من 900 صياد', note: 'اسأل المجلس.' },
  { language: 'ja', dir: 'ltr', page: 'japanese', words: '入札は行われていない', note: '市に尋ねる。' },
] as const;

const CHOOSE = (language: string) => `(() => {
  const list = document.querySelector('[data-testid=language]');
  list.value = ${JSON.stringify(language)};
  list.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
})()`;
const SPEAKS = (language: string, dir: string) =>
  `document.documentElement.lang.startsWith('${language}') && document.documentElement.dir === '${dir}'`;
/** Letters of a view, without the marks that set values apart. */
const TEXT = `document.body.innerText.replace(/[\\u2066-\\u2069]/g, '')`;

describe.each(BROWSERS)('in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  describe.each(LANGUAGES)('the main job in $language', ({ language, dir, page, words, note }) => {
    const own = readFile(language);

    it('is chosen in the options, and heard there at once', async () => {
      await browser.newTab(`${browser.root}/options.html`);
      await browser.waitUntil(`document.querySelector('[data-testid=language]') !== null`);
      await browser.evaluate(CHOOSE(language));
      await browser.waitUntil(SPEAKS(language, dir));
      await browser.waitUntil(
        `document.querySelector('h1').textContent === ${JSON.stringify(own['options.title'])}`,
      );
    });

    it('marks and writes in the page', async () => {
      await browser.open(demo.url + PAGES[page]);
      await browser.waitUntil(`CSS.highlights.has('claimlight-focus')`);
      await until('the button to speak', async () =>
        (await browser.button()).title.includes(own['badge.article'] ?? ''),
      );
      await browser.selectByMouse(words);
      const quick = await browser.quick();
      await quick.waitUntil(SPEAKS(language, dir));
      expect(
        await quick.evaluate<string>(`document.querySelector('[data-testid=add-note]').textContent`),
      ).toBe(own['quick.word.note']);
      await quick.click('[data-testid=add-note]');
      await quick.type('[data-testid=note-input]', note);
      await quick.click('[data-testid=save]');
      await until('the editor to close', async () => !(await browser.hasQuick()));
      expect(await browser.evaluate<string[]>(PAINTED)).toEqual([`yellow: ${words}`]);
    });

    it('shows it in the sidebar and the popup', async () => {
      const sidebar = await browser.sidebar();
      await sidebar.waitUntil(SPEAKS(language, dir));
      await sidebar.waitUntil(`document.querySelectorAll('[data-testid=card]').length === 1`);
      // Compared here: expressions with other letters than Latin ones do not reach every view whole.
      const card = await until('the note', async () =>
        (await sidebar.evaluate<CardFacts[]>(CARDS)).find((one) => one.note.includes(note)),
      );
      expect(card).toMatchObject({ state: 'exact', quote: words });
      const one = own['counts.all#one'] ?? own['counts.all#other']?.replace('$1', '1') ?? '';
      expect(await sidebar.evaluate<string>(TEXT)).toContain(one);
      // Nothing sticks out of a narrow bar, whichever way it is written.
      expect(
        await sidebar.evaluate<boolean>(
          `document.documentElement.scrollWidth <= document.documentElement.clientWidth`,
        ),
      ).toBe(true);

      const popup = await browser.popup();
      await popup.waitUntil(SPEAKS(language, dir));
      await until('the popup to count', async () => {
        const text = await popup.evaluate<string>(TEXT);
        if (text.includes(one)) return true;
        throw new Error(text);
      });
    });
  });

  it('is practised on the welcome page, in the language chosen last, and nothing of it is stored', async () => {
    const own = readFile('ja');
    const at = (testid: string) => `document.querySelector('[data-testid=${testid}]')`;
    const press = async (testid: string) => {
      await browser.waitUntil(`${at(testid)} !== null`);
      await browser.evaluate(`(${at(testid)}.click(), true)`);
    };
    await browser.open(`${browser.root}/welcome.html`);
    await browser.waitUntil(`${at('practice-text')} !== null`);
    await browser.selectByMouse(own['practice.sample'] ?? '');
    await press('practice-green');
    await press('practice-note');
    await browser.waitUntil(`document.activeElement === ${at('note-input')}`);
    await browser.typeText('Who feared more?');
    await press('save');
    await press('practice-edit');
    await browser.waitUntil(`${at('practice-card')}?.dataset.state === 'changed'`);
    const now = await browser.evaluate<string>(`document.querySelector('.practice-mark').textContent`);
    expect(own['practice.before']).not.toContain(now);
    expect(own['practice.after']).toContain(now);
    expect((await readLibrary(browser)).annotations).toHaveLength(LANGUAGES.length);
  });
});
