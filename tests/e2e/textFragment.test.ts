import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, cardsOnce, mark } from './mark.ts';
import { copied, keepCopied } from './pageActs.ts';
import { paintShare } from './paint.ts';
import { readLibrary } from './readLibrary.ts';

/** Far down in their pages, so that a browser which finds nothing shows something else. */
const PASSAGES: [what: string, page: keyof typeof PAGES, words: string][] = [
  ['whole words', 'barrier', 'which obtained a copy under the law'],
  ['pieces of words', 'barrier', 'ater authority learned of it from the lo'],
  ['words before a loose mark of Arabic', 'arabic', 'وستعمل المحطة نهاراً'],
  ['whole words of Japanese', 'japanese', '利用者は一日平均455人だった'],
  ['pieces of words of Japanese', 'japanese', '治会は、議会の決'],
  ['a name with a wide space', 'japanese', '藤代　みさき'],
  ['two paragraphs of Japanese', 'japanese', '島ではなくなる」と話した。\n　最後の便は'],
];

const isInView = (page: PageParts, words: string) => {
  const { top, bottom } = page.rangeOf(words).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

/** That colour. */
const BLUE: Parameters<typeof paintShare>[1] = [
  ['b', 'r', 100],
  ['g', 'r', 80],
];

/** Gives what the browser's own link found a colour of its own; it lies above our highlights. */
const colourTarget = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::target-text { background-color: rgb(0, 200, 255) }');
  document.adoptedStyleSheets.push(sheet);
  return new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
};

describe.each(BROWSERS)('a link to a quote, in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  const links: string[] = [];
  /** Copies the link from the card of a quote, as a reader does. */
  const copyLink = async (id: string) => {
    const sidebar = await browser.sidebar();
    await sidebar.evaluate(keepCopied);
    const button = `[data-annotation-id="${id}"] [data-testid=copy-link]`;
    await sidebar.waitFor(button);
    // The toast of the copy before may lie above it.
    await sidebar.evaluate((page, button) => {
      page.get(button).click();
    }, button);
    await sidebar.waitUntil(copied);
    return sidebar.evaluate(copied);
  };

  it.each(PASSAGES)('leads to %s and changes nothing', async (_what, page, words) => {
    await browser.open(demo.url + PAGES[page]);
    await annotatorIn(browser);
    expect(await browser.evaluate(isInView, words)).toBe(false);
    await mark(browser, words);
    const { annotations, articles } = await readLibrary(browser);
    const exact = words.replace(/\s+/gu, ' ');
    const stored = annotations.find(({ target }) => target.exact === exact);
    const link = await copyLink(stored?.id ?? '');

    links.push(link);
    await browser.newTab(link);
    await browser.waitUntil(isInView, words);
    await browser.waitUntil((page, words) => page.painted().includes(words), `yellow: ${words}`);
    await cardsOnce(browser, (cards) =>
      cards.some((card) => card.id === stored?.id && card.state === 'exact'),
    );
    await browser.evaluate(colourTarget);
    expect(await paintShare(browser, BLUE, words)).toBeGreaterThan(0.3);
    const after = await readLibrary(browser);
    expect(after.annotations).toEqual(annotations);
    expect(after.articles.map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
    await browser.closeTab();
  });

  it('leads to a quote that an advertisement has come between', async () => {
    const words = 'In its answer to our questions the authority wrote that';
    await browser.open(demo.url + PAGES.barrier);
    await annotatorIn(browser);
    await mark(browser, words);
    const { annotations } = await readLibrary(browser);
    const link = await copyLink(annotations.find(({ target }) => target.exact === words)?.id ?? '');
    demo.setEdition(2);
    await browser.newTab(link);
    await browser.waitUntil(isInView, words);
    await browser.closeTab();
    demo.setEdition(1);
  });

  it('leads to a page that the popup knows for what it is', async () => {
    await browser.newTab(`${demo.url}${PAGES.recount}#:~:text=sealed%20bag`);
    await annotatorIn(browser);
    const popup = await browser.popup();
    await popup.waitFor('[data-testid=page-state][data-page=article]');
    await browser.closeTab();
  });

  it('stands in the exported Markdown as it is copied', async () => {
    await browser.open(demo.url + PAGES.japanese);
    await annotatorIn(browser);
    const popup = await browser.popup();
    await popup.evaluate(keepCopied);
    await popup.click('[data-testid=export-copy]');
    await popup.waitUntil(copied);
    const markdown = await popup.evaluate(copied);
    const ofPage = links.filter((link) => link.includes(PAGES.japanese));
    expect(ofPage.length).toBe(PASSAGES.filter(([, page]) => page === 'japanese').length);
    for (const link of ofPage) expect(markdown).toContain(`](${link})`);
  });
});
