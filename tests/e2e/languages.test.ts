import { describe, expect, it } from 'vitest';
import { readFile } from '#locales/readWords.ts';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

const LANGUAGES = [
  { language: 'ar', dir: 'rtl', page: 'arabic', words: 'أكثر من 900 صياد', note: 'اسأل المجلس.' },
  { language: 'ja', dir: 'ltr', page: 'japanese', words: '入札は行われていない', note: '市に尋ねる。' },
] as const;

const speaks = (_page: PageParts, language: string, dir: string) =>
  document.documentElement.lang.startsWith(language) && document.documentElement.dir === dir;
/** Letters of a view, without the marks that set values apart. */
const text = () => document.body.innerText.replace(/[\u2066-\u2069]/g, '');

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
      await browser.waitUntil((page) => page.has('language'));
      await browser.evaluate((page, one) => page.put('[data-testid=language]', one, 'change'), language);
      await browser.waitUntil(speaks, language, dir);
      await browser.waitUntil((page, title) => page.get('h1').textContent === title, own['options.title']);
    });

    it('marks and writes in the page', async () => {
      await browser.open(demo.url + PAGES[page]);
      await annotatorIn(browser);
      await until('the button to speak', async () =>
        (await browser.button()).title.includes(own['badge.article'] ?? ''),
      );
      await browser.selectByMouse(words);
      const quick = await browser.quick();
      await quick.waitUntil(speaks, language, dir);
      expect(await quick.evaluate((page) => page.byTestId('add-note').textContent)).toBe(
        own['quick.word.note'],
      );
      await quick.click('[data-testid=add-note]');
      await quick.type('[data-testid=note-input]', note);
      await quick.click('[data-testid=save]');
      await until('the editor to close', async () => !(await browser.hasQuick()));
      expect(await browser.evaluate((page) => page.painted())).toEqual([`yellow: ${words}`]);
    });

    it('shows it in the sidebar and the popup', async () => {
      const sidebar = await browser.sidebar();
      await sidebar.waitUntil(speaks, language, dir);
      await sidebar.waitUntil((page) => page.all('[data-testid=card]').length === 1);
      const card = await until('the note', async () =>
        (await sidebar.evaluate((page) => page.cards())).find((one) => one.note.includes(note)),
      );
      expect(card).toMatchObject({ state: 'exact', quote: words });
      const one = own['counts.all#one'] ?? own['counts.all#other']?.replace('$1', '1') ?? '';
      expect(await sidebar.evaluate(text)).toContain(one);
      // Nothing sticks out of a narrow bar, whichever way it is written.
      expect(
        await sidebar.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      ).toBe(true);

      const popup = await browser.popup();
      await popup.waitUntil(speaks, language, dir);
      await until('the popup to count', async () => {
        const shown = await popup.evaluate(text);
        if (shown.includes(one)) return true;
        throw new Error(shown);
      });
    });
  });

  it('is practised on the welcome page, in the language chosen last, and nothing of it is stored', async () => {
    const own = readFile('ja');
    const press = async (testid: string) => {
      await browser.waitUntil((page, id) => page.has(id), testid);
      await browser.evaluate((page, id) => page.click(id), testid);
    };
    await browser.open(`${browser.root}/welcome.html`);
    await browser.waitUntil((page) => page.has('practice-text'));
    await browser.selectByMouse(own['practice.sample'] ?? '');
    await press('practice-green');
    await press('practice-note');
    await browser.waitUntil((page) => page.focused() === 'note-input');
    await browser.typeText('Who feared more?');
    await press('save');
    await press('practice-edit');
    await browser.waitUntil((page) => page.find('[data-testid=practice-card]')?.dataset.state === 'changed');
    const now = await browser.evaluate((page) => page.get('.practice-mark').textContent);
    expect(own['practice.before']).not.toContain(now);
    expect(own['practice.after']).toContain(now);
    expect((await readLibrary(browser)).annotations).toHaveLength(LANGUAGES.length);
  });
});
