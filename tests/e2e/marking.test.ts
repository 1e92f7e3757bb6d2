import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { isSaved } from './pageActs.ts';
import { readLibrary } from './readLibrary.ts';

/** What the page that means harm does, and what it has seen of the reader. */
interface Attack {
  select: () => void;
  imitate: () => void;
  search: () => { openRoots: number; texts: string; readableFrames: number };
}
type Seen = Record<'keys' | 'inputs' | 'messages', string[]>;

/** Ways to select, which give the selected words; the mark itself is always a real key. */
const SELECTIONS: [what: string, where: keyof typeof PAGES, select: (page: PageParts) => string][] = [
  [
    'across inline elements',
    'barrier',
    (page) =>
      page.select((range) => {
        range.setStart(page.textWith('In Laag the sea'), 3);
        range.setEnd(page.textWith('rises anywhere'), 40);
      }),
  ],
  [
    'across two paragraphs',
    'barrier',
    (page) =>
      page.select((range) => {
        range.setStart(page.textWith('Two storeys below'), 20);
        range.setEnd(page.textWith('The number on the screen'), 24);
      }),
  ],
  [
    'in a table cell',
    'barrier',
    (page) => page.select((range) => range.selectNodeContents(page.holding('td', '1,900'))),
  ],
  [
    'in a list',
    'barrier',
    (page) => page.select((range) => range.selectNodeContents(page.holding('li', 'eel ladders'))),
  ],
  [
    'in a caption',
    'barrier',
    (page) => page.select((range) => range.selectNodeContents(page.holding('figcaption', 'by decade'))),
  ],
  [
    'ending at offset 0 of the next block',
    'barrier',
    (page) =>
      page.select((range) => {
        range.setStart(page.textWith('She has calculated'), 0);
        range.setEnd(page.holding('p', 'The water authority'), 0);
      }),
  ],
  [
    'a phrase that stands three times',
    'barrier',
    (page) =>
      page.select((range) => {
        const text = page.textWith('The sea is rising, but');
        range.setStart(text, text.data.indexOf('sea is rising'));
        range.setEnd(text, text.data.indexOf('sea is rising') + 13);
      }),
  ],
  [
    'at the very end of the body',
    'hospital',
    (page) =>
      page.select((range) =>
        range.selectNodeContents(page.all('[itemprop=articleBody] p').at(-1) ?? document.body),
      ),
  ],
  [
    'with emoji of several parts at both ends',
    'hospital',
    (page) =>
      page.select((range) => {
        const text = page.textWith('February it is');
        range.setStart(text, text.data.indexOf('“') + 1);
        range.setEnd(text, text.data.indexOf('”'));
      }),
  ],
  [
    'right to left',
    'arabic',
    (page) =>
      page.select((range) => {
        const long = page.all('article p, main p').filter((p) => p.textContent.length > 80);
        range.selectNodeContents(long[1] ?? document.body);
      }),
  ],
];

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(BROWSERS)('marking in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  /** The button says what the page is, and the annotator is there to hear keys. */
  const isArticle = async () => {
    await until('the button of an article', async () =>
      /news article|highlight/.test((await browser.button()).title),
    );
    await annotatorIn(browser);
  };
  const painted = () => browser.evaluate((page) => page.painted());
  const count = (n: number) => browser.waitUntil((page, n) => page.painted().length === n, n);

  it('marks, writes and closes with the keyboard alone', async () => {
    await browser.open(demo.url + PAGES.strike);
    await isArticle();
    const words = 'third week';
    await browser.selectByKeys(words);
    await browser.press(['Alt', 'Shift', 'H']);
    const editor = await browser.quick();
    await editor.waitUntil((page) => page.focused() === 'note-input');
    await browser.typeText('Ask the union.');
    await editor.waitUntil(isSaved);
    await browser.press(['Escape']);
    await until('the editor to close', async () => !(await browser.hasQuick()));
    expect(await painted()).toEqual([`yellow: ${words}`]);
  });

  it('offers its toolbar for a selection made by touch', async () => {
    await browser.open(demo.url + PAGES.recount);
    await isArticle();
    expect((await browser.listeners()) ?? ['selectionchange']).toContain('selectionchange');
    await browser.selectByTouch('sealed bag');
    await (await browser.quick()).click('[data-testid=mark-blue]');
    await count(1);
  });

  // Chromium's protocol opens no context menu; the listener is the same.
  it.runIf(name === 'firefox')('highlights from the context menu', async () => {
    await browser.open(demo.url + PAGES.recount);
    await isArticle();
    // What another test marked here is painted before it is counted.
    const { annotations } = await readLibrary(browser);
    const before = annotations.filter(({ url }) => url.endsWith(PAGES.recount)).length;
    await count(before);
    await browser.selectByMouse('four keys');
    await browser.quick();
    await browser.pickFromMenu('Highlight this');
    await (await browser.quick()).waitFor('[data-testid=note-input]');
    await count(before + 1);
    await browser.press(['Escape']);
  });

  it('finds every kind of selection again after a reload', async () => {
    const marked = new Map<string, string[]>();
    for (const [what, page, how] of SELECTIONS) {
      const url = demo.url + PAGES[page];
      await browser.open(url);
      await isArticle();
      const before = marked.get(page) ?? [];
      await count(before.length);
      const text = flat(await browser.evaluate(how));
      expect(text, what).not.toBe('');
      await browser.press(['Alt', 'Shift', 'H']);
      await count(before.length + 1);
      await browser.quick();
      await browser.press(['Escape']);
      await until('the editor to close', async () => !(await browser.hasQuick()));
      marked.set(page, [...before, text]);
    }
    for (const [page, texts] of marked) {
      await browser.open(demo.url + PAGES[page as keyof typeof PAGES]);
      await count(texts.length);
      const now = (await painted()).map((one) => flat(one.replace(/^[a-z-]+: /, '')));
      expect(now.map((one) => one.replaceAll(' ', '')).sort()).toEqual(
        texts.map((one) => one.replaceAll(' ', '')).sort(),
      );
    }
  });

  it('keeps a repeated phrase at the place that was marked', async () => {
    await browser.open(demo.url + PAGES.barrier);
    await browser.waitUntil((page) => page.painted().some((one) => one.endsWith('sea is rising')));
    const around = await browser.evaluate(() => {
      const ranges = [...CSS.highlights].flatMap(([, all]) => [...all]);
      const rising = ranges.find((range) => String(range) === 'sea is rising');
      return (rising?.startContainer as Text | undefined)?.data;
    });
    expect(around).toContain('it fits on a card');
  });

  it('shows the card of a clicked highlight and deletes it with Undo', async () => {
    await browser.open(demo.url + PAGES.strike);
    await count(1);
    await browser.clickText('third week');
    const card = await browser.quick();
    expect(await card.text('[data-testid=note]')).toContain('Ask the union.');
    await card.click('[data-testid=delete]');
    await count(0);
    await card.click('[data-testid=undo]');
    await count(1);
  });

  it('stores nothing that the page does by itself, and the page learns nothing that is typed', async () => {
    await browser.open(demo.url + PAGES.hostile);
    await isArticle();
    await browser.evaluate((page) => {
      page.global<Attack>('attack').select();
      page.global<Attack>('attack').imitate();
    });
    await browser.selectByMouse('broker');
    await browser.evaluate((page) => page.global<Attack>('attack').imitate());
    await browser.press(['Alt', 'Shift', 'H']);
    const editor = await browser.quick();
    await editor.waitFor('[data-testid=note-input]');
    await browser.evaluate((page) => {
      const { keys, inputs } = page.global<Seen>('seen');
      keys.length = 0;
      inputs.length = 0;
      page.global<Attack>('attack').imitate();
    });
    await editor.type('[data-testid=note-input]', 'zebra secret');
    await editor.waitUntil(isSaved);
    const found = await browser.evaluate((page) => page.global<Seen>('seen'));
    expect(found.inputs).toEqual([]);
    expect(found.messages).toEqual([]);
    // Only the keys that the page made up itself.
    expect([...new Set(found.keys)].sort()).toEqual([' ', 'Enter', 'Escape', 'h']);
    const search = await browser.evaluate((page) => page.global<Attack>('attack').search());
    expect(search).toMatchObject({ openRoots: 0, texts: '', readableFrames: 0 });
    await editor.click('[data-testid=save]');
    await count(1);
  });

  it('leaves a page that is no article as it was', async () => {
    await browser.open(`${demo.url}/shop/umbrella`);
    await until('a plain button', async () => /not an article/.test((await browser.button()).title));
    expect(await browser.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    expect(await browser.evaluate(() => document.documentElement.children.length)).toBe(2);
    // Firefox has no way to ask which listeners there are.
    expect((await browser.listeners()) ?? []).toEqual([]);
    await browser.selectByMouse('umbrella');
    expect(await browser.hasQuick()).toBe(false);
  });

  it('annotates a page anyway when the reader asks', async () => {
    const popup = await browser.popup();
    await popup.click('[data-testid=annotate-anyway]');
    await browser.waitUntil(() => CSS.highlights.has('claimlight-yellow'));
    await browser.selectByMouse('umbrella');
    await (await browser.quick()).click('[data-testid=mark-green]');
    await count(1);
  });

  it('follows a single-page site from story to story', async () => {
    await browser.open(`${demo.url}/loop/city/library-hours`);
    await isArticle();
    const words = await browser.evaluate((page) =>
      page
        .all('#app p')
        .map((p) => (p.firstChild as Text | null)?.data?.trim() ?? '')
        .find((own) => own.length > 60)
        ?.slice(0, 30),
    );
    await browser.selectByMouse(words?.trim() ?? '');
    await (await browser.quick()).click('[data-testid=mark-blue]');
    await count(1);
    await browser.evaluate((page) => {
      history.pushState(null, '', '/loop/money/price-of-bread');
      page.global<(path: string) => void>('show')(location.pathname);
    });
    await count(0);
    await browser.evaluate(() => {
      history.back();
    });
    await count(1);
  });

  it('keeps what page, side bar and popup change at the same annotation', async () => {
    await browser.open(demo.url + PAGES.strike);
    await count(1);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact]');
    await browser.clickText('third week');
    await (await browser.quick()).click('input[value=pink]');
    await browser.waitUntil((page) => page.painted()[0]?.startsWith('pink'));
    const [card] = await sidebar.evaluate((page) => page.cards());
    expect(card).toMatchObject({ note: expect.stringContaining('Ask the union.') });
    await sidebar.click('[data-testid=delete]');
    await count(0);
    await sidebar.click('[data-testid=undo]');
    await browser.waitUntil((page) => page.painted()[0]?.startsWith('pink'));
  });
});
