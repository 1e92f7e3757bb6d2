import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { CARDS, type CardFacts, PAINTED } from './facts.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { readLibrary } from './readLibrary.ts';

/** Selections made by an expression; the mark itself is always a real key. */
const SELECTIONS: [what: string, page: keyof typeof PAGES, select: string][] = [
  [
    'across inline elements',
    'barrier',
    `range.setStart(text('p', 'In Laag the sea'), 3); range.setEnd(text('p', 'rises anywhere'), 40)`,
  ],
  [
    'across two paragraphs',
    'barrier',
    `range.setStart(text('p', 'Two storeys below'), 20); range.setEnd(text('p', 'The number on the screen'), 24)`,
  ],
  ['in a table cell', 'barrier', `range.selectNodeContents(element('td', '1,900'))`],
  ['in a list', 'barrier', `range.selectNodeContents(element('li', 'eel ladders'))`],
  ['in a caption', 'barrier', `range.selectNodeContents(element('figcaption', 'by decade'))`],
  [
    'ending at offset 0 of the next block',
    'barrier',
    `range.setStart(text('p', 'She has calculated'), 0); range.setEnd(element('p', 'The water authority'), 0)`,
  ],
  [
    'a phrase that stands three times',
    'barrier',
    `const n = text('p', 'The sea is rising, but'); range.setStart(n, n.data.indexOf('sea is rising')); range.setEnd(n, n.data.indexOf('sea is rising') + 13)`,
  ],
  [
    'at the very end of the body',
    'hospital',
    `const all = [...document.querySelectorAll('[itemprop=articleBody] p')]; range.selectNodeContents(all.at(-1))`,
  ],
  [
    'with emoji of several parts at both ends',
    'hospital',
    `const n = text('p', 'February it is'); range.setStart(n, n.data.indexOf('“') + 1); range.setEnd(n, n.data.indexOf('”'))`,
  ],
  [
    'right to left',
    'arabic',
    `range.selectNodeContents([...document.querySelectorAll('article p, main p')].filter((p) => p.textContent.length > 80)[1])`,
  ],
];

const select = (code: string) => `(() => {
  const element = (tag, words) => {
    const found = [...document.querySelectorAll(tag)].find((one) => one.textContent.includes(words));
    if (!found) throw new Error('no ' + words);
    return found;
  };
  const text = (tag, words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.includes(words)) return walker.currentNode;
    throw new Error('no ' + words);
  };
  const range = document.createRange();
  ${code};
  range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return selection.toString();
})()`;
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
    await browser.waitUntil(`CSS.highlights.has('claimlight-focus')`);
  };
  const painted = () => browser.evaluate<string[]>(PAINTED);
  const count = (n: number) => browser.waitUntil(`${PAINTED}.length === ${n}`);

  it('marks, writes and closes with the keyboard alone', async () => {
    await browser.open(demo.url + PAGES.strike);
    await isArticle();
    const words = 'third week';
    await browser.selectByKeys(words);
    await browser.press(['Alt', 'Shift', 'H']);
    const editor = await browser.quick();
    await editor.waitUntil(`document.activeElement?.dataset.testid === 'note-input'`);
    await browser.typeText('Ask the union.');
    await editor.waitUntil(`document.querySelector('[data-testid=save-state]').dataset.state === 'saved'`);
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
    for (const [what, page, code] of SELECTIONS) {
      const url = demo.url + PAGES[page];
      await browser.open(url);
      await isArticle();
      const before = marked.get(page) ?? [];
      await count(before.length);
      const text = flat(await browser.evaluate<string>(select(code)));
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
    await browser.waitUntil(`${PAINTED}.some((one) => one.endsWith('sea is rising'))`);
    const around = await browser.evaluate<string>(
      `[...CSS.highlights].flatMap(([, ranges]) => [...ranges]).find((range) => String(range) === 'sea is rising').startContainer.data`,
    );
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
    await browser.evaluate(`(attack.select(), attack.imitate(), true)`);
    await browser.selectByMouse('broker');
    await browser.evaluate(`(attack.imitate(), true)`);
    await browser.press(['Alt', 'Shift', 'H']);
    const editor = await browser.quick();
    await editor.waitFor('[data-testid=note-input]');
    await browser.evaluate(`(seen.keys.length = 0, seen.inputs.length = 0, attack.imitate(), true)`);
    await editor.type('[data-testid=note-input]', 'zebra secret');
    await editor.waitUntil(`document.querySelector('[data-testid=save-state]').dataset.state === 'saved'`);
    const found = await browser.evaluate<{ keys: string[]; inputs: string[]; messages: string[] }>('seen');
    expect(found.inputs).toEqual([]);
    expect(found.messages).toEqual([]);
    // Only the keys that the page made up itself.
    expect([...new Set(found.keys)].sort()).toEqual([' ', 'Enter', 'Escape', 'h']);
    const search = await browser.evaluate<{ openRoots: number; texts: string; readableFrames: number }>(
      'attack.search()',
    );
    expect(search).toMatchObject({ openRoots: 0, texts: '', readableFrames: 0 });
    await editor.click('[data-testid=save]');
    await count(1);
  });

  it('leaves a page that is no article as it was', async () => {
    await browser.open(`${demo.url}/shop/umbrella`);
    await until('a plain button', async () => /not an article/.test((await browser.button()).title));
    expect(await browser.evaluate('[...CSS.highlights.keys()]')).toEqual([]);
    expect(await browser.evaluate('document.documentElement.children.length')).toBe(2);
    // Firefox has no way to ask which listeners there are.
    expect((await browser.listeners()) ?? []).toEqual([]);
    await browser.selectByMouse('umbrella');
    expect(await browser.hasQuick()).toBe(false);
  });

  it('annotates a page anyway when the reader asks', async () => {
    const popup = await browser.popup();
    await popup.click('[data-testid=annotate-anyway]');
    await browser.waitUntil(`CSS.highlights.has('claimlight-yellow')`);
    await browser.selectByMouse('umbrella');
    await (await browser.quick()).click('[data-testid=mark-green]');
    await count(1);
  });

  it('follows a single-page site from story to story', async () => {
    await browser.open(`${demo.url}/loop/city/library-hours`);
    await isArticle();
    const words = await browser.evaluate<string>(
      `[...document.querySelectorAll('#app p')].map((p) => p.firstChild?.data?.trim() ?? '').find((words) => words.length > 60).slice(0, 30)`,
    );
    await browser.selectByMouse(words.trim());
    await (await browser.quick()).click('[data-testid=mark-blue]');
    await count(1);
    await browser.evaluate(
      `(history.pushState(null, '', '/loop/money/price-of-bread'), show(location.pathname), true)`,
    );
    await count(0);
    await browser.evaluate(`(history.back(), true)`);
    await count(1);
  });

  it('keeps what page, side bar and popup change at the same annotation', async () => {
    await browser.open(demo.url + PAGES.strike);
    await count(1);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact]');
    await browser.clickText('third week');
    await (await browser.quick()).click('input[value=pink]');
    await browser.waitUntil(`${PAINTED}[0]?.startsWith('pink')`);
    const [card] = await sidebar.evaluate<CardFacts[]>(CARDS);
    expect(card).toMatchObject({ note: expect.stringContaining('Ask the union.') });
    await sidebar.click('[data-testid=delete]');
    await count(0);
    await sidebar.click('[data-testid=undo]');
    await browser.waitUntil(`${PAINTED}[0]?.startsWith('pink')`);
  });
});
