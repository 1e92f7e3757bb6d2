import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver, View } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

const sentenceSaid = (page: PageParts) => page.byTestId('said').textContent.replace(/\s+/g, ' ').trim();
const held = () => [...(CSS.highlights.get('claimlight-sentence') ?? [])].map(String).join('|');
/** Every key that the page hears of. */
const listen = (page: PageParts) => {
  const keys: string[] = [];
  page.setGlobal('heard', keys);
  addEventListener('keydown', (event) => keys.push(event.key), true);
};
/** Where pictures are wanted, for the eye. */
const PICTURES = process.env.CLAIMLIGHT_PICTURES;

const FIRST =
  'The eastern tram line, the largest thing Aldermere has tried to build in a generation, will cost 418 million crowns, a third more than the 312 million put to voters in the referendum two years ago, according to a report which the city published late on Tuesday evening.';
const THIRD = 'Steel alone accounts for 41 million crowns of the difference.';

const says = (bar: View, words: string) =>
  until(`“${words}”`, async () => {
    const said = await bar.evaluate(sentenceSaid);
    if (!said.includes(words)) throw new Error(said);
    return said;
  });

/** From an article that was opened to a claim with a note, with no press of the mouse. */
describe.each(BROWSERS)('reading by sentence in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  const picture = async (what: string) => {
    if (PICTURES) await browser.screenshot(join(PICTURES, `${name}-${what}.png`));
  };
  atDemo(
    name,
    (opened) => {
      ({ demo, browser } = opened);
    },
    { colorScheme: process.env.CLAIMLIGHT_DARK ? 'dark' : 'light' },
  );

  const begin = async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await browser.evaluate(listen);
    await browser.press(['Alt', 'Shift', 'J']);
    return browser.sentenceBar();
  };

  it('does nothing before it is asked for', async () => {
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    for (const key of ['j', 'c', 'Enter']) await browser.press([key]);
    expect(await browser.hasSentenceBar()).toBe(false);
    expect(await browser.evaluate((page) => page.painted())).toEqual([]);
  });

  it('goes to a claim with a note by keys alone, and says all of it', async () => {
    const bar = await begin();
    expect(await says(bar, 'Sentence 1 of ')).toMatch(new RegExp(`^${FIRST} Sentence 1 of \\d\\d\\.$`));
    expect(await browser.evaluate(held)).toBe(FIRST);
    await picture('bar');

    await browser.press(['k']);
    expect(await says(bar, 'This is the first sentence.')).toContain(FIRST);
    await browser.press(['j']);
    await says(bar, 'Sentence 2 of ');
    await browser.press(['j']);
    expect(await says(bar, 'Sentence 3 of ')).toContain(THIRD);
    expect(await browser.evaluate(held)).toBe(THIRD);

    await browser.press(['c']);
    const quick = await browser.quick();
    await quick.waitFor('[data-testid=type-other]');
    await browser.press(['1']);
    await quick.waitFor('[data-testid=type-quantity][aria-pressed=true]');
    await picture('claim');
    await browser.press(['Escape']);
    await until('the panel to close', async () => !(await browser.hasQuick()));
    expect(await says(bar, 'Back in the article.')).toMatch(
      /^Back in the article\. Highlighted: Yellow\. A claim\. Sentence 3 of \d\d\.$/,
    );

    await browser.press(['Enter']);
    const editor = await browser.quick();
    await editor.waitFor('[data-testid=note-input]:focus');
    await browser.typeText('Which steel, j or k?');
    await browser.press(['Escape']);
    await until('the editor to close', async () => !(await browser.hasQuick()));
    await says(bar, 'A claim. With a note. Sentence 3 of ');
    await picture('marked');

    // Only the press that began it went to the page.
    expect(
      await browser.evaluate((page) =>
        page
          .global<string[]>('heard')
          .filter((key) => (key.length === 1 && !/j/i.test(key)) || key === 'Enter'),
      ),
    ).toEqual([]);
    expect(await browser.evaluate((page) => page.painted())).toEqual([
      `yellow: ${THIRD}`,
      `sentence: ${THIRD}`,
    ]);
    const { annotations } = await readLibrary(browser);
    expect(annotations.map(({ target, note, claim }) => [target.exact, note, claim?.type])).toEqual([
      [THIRD, 'Which steel, j or k?', 'quantity'],
    ]);
  });

  it('marks once, shows its keys, and leaves with Escape', async () => {
    const bar = await begin();
    await says(bar, 'Sentence 1 of ');
    await browser.press(['End']);
    await says(bar, 'If the council agrees, the first rails will be laid in March.');
    await browser.press(['j']);
    await says(bar, 'This is the last sentence.');
    await browser.press(['m']);
    await says(bar, 'Highlighted now. Highlighted: Yellow.');
    await browser.press(['m']);
    await says(bar, 'It is highlighted already.');
    await browser.press(['Shift', '?']);
    await bar.waitFor('[data-testid=key-sheet]');
    expect(await bar.evaluate((page) => page.all('.sentence-keys dt').length)).toBe(12);
    await says(bar, 'Next sentence: J, ↓. Previous sentence: K, ↑.');
    await picture('keys');
    await browser.press(['Escape']);
    await bar.waitUntil((page) => !page.has('key-sheet'));
    await browser.press(['Escape']);
    await until('the bar to go', async () => !(await browser.hasSentenceBar()));
    expect(await browser.evaluate(held)).toBe('');
    // The caret stands where the reader was.
    expect(await browser.evaluate(() => (getSelection()?.anchorNode as Text | null)?.data)).toContain(
      'If the council agrees',
    );
    await browser.press(['j']);
    expect(await browser.evaluate((page) => page.global<string[]>('heard').at(-1))).toBe('j');
  });

  it('leaves fields of the page to the page', async () => {
    const bar = await begin();
    await says(bar, 'Sentence 1 of ');
    await browser.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'own';
      document.body.prepend(field);
      field.focus();
    });
    await browser.typeText('jock');
    await browser.waitUntil((page) => page.get('#own').value === 'jock');
    expect(await bar.evaluate(sentenceSaid)).toContain('Sentence 1 of ');
    // Once nothing there has the focus, keys count again.
    await browser.evaluate((page) => page.get('#own').blur());
    await browser.press(['j']);
    await says(bar, 'Sentence 2 of ');
    await browser.press(['Escape']);
    await until('the bar to go', async () => !(await browser.hasSentenceBar()));
  });

  it('is begun from the side bar, and works by its buttons, too', async () => {
    await browser.open(demo.url + PAGES.hospital);
    await annotatorIn(browser);
    const sidebar = await browser.sidebar();
    await sidebar.click('[data-testid=read-sentences]');
    const bar = await browser.sentenceBar();
    await says(bar, 'Sentence 1 of ');
    if (PICTURES) await sidebar.screenshot(join(PICTURES, `${name}-sidebar.png`));
    await bar.click('[data-testid=deed-next]');
    await says(bar, 'Sentence 2 of ');
    await bar.click('[data-testid=deed-leave]');
    await until('the bar to go', async () => !(await browser.hasSentenceBar()));
  });

  it('is begun from the popup', async () => {
    await browser.open(demo.url + PAGES.japanese);
    await annotatorIn(browser);
    const popup = await browser.popup();
    await popup.waitFor('[data-testid=read-sentences]');
    if (PICTURES) await popup.screenshot(join(PICTURES, `${name}-popup.png`));
    await popup.click('[data-testid=read-sentences]');
    const bar = await browser.sentenceBar();
    await says(bar, 'Sentence 1 of ');
    expect(await bar.evaluate((page) => page.get('[data-testid=said] [lang]').lang)).toBe('ja');
  });
});
