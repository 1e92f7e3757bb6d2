import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver, View } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, cardsOnce, mark, wayOver } from './mark.ts';

/** The side bar's digest of a visit is in the library: how many there are. */
const versions = async (page: PageParts) => (await page.stored('versions')).length;
const changes = (page: PageParts) => page.all('.article-changes li').map((line) => line.textContent);

describe.each(BROWSERS)('a reader of edited stories, in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  let sidebar: View;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  /** Visits a story before and after its edit. */
  const seeEdited = async (page: keyof typeof PAGES, words: string[]) => {
    demo.setEdition(1);
    const before = (await (sidebar as View | undefined)?.evaluate(versions)) ?? 0;
    await browser.open(demo.url + PAGES[page]);
    await annotatorIn(browser);
    for (const one of words) await mark(browser, one);
    sidebar = await browser.sidebar();
    await sidebar.waitUntil(async (page, known) => (await page.stored('versions')).length > known, before);
    demo.setEdition(2);
    await browser.reload();
    await annotatorIn(browser);
    await cardsOnce(
      browser,
      (all) => all.length === words.length && all.every(({ state }) => state !== 'checking'),
    );
  };
  const clickIn = async (words: string, testid: string) => {
    const button = `[data-testid=${testid}]`;
    await sidebar.waitUntil(
      (page, quote, css) => page.cardOf(quote).querySelector(css) !== null,
      words,
      button,
    );
    // In the middle, where the message at the bottom does not lie over it.
    const id = await sidebar.evaluate(
      (page, quote, css) => {
        const card = page.cardOf(quote);
        card.querySelector(css)?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return card.dataset.annotationId;
      },
      words,
      button,
    );
    await sidebar.click(`[data-annotation-id="${id}"] ${button}`);
  };
  const stateIs = (words: string, state: string) =>
    sidebar
      .waitUntil((page, quote, wanted) => page.cardOf(quote).dataset.state === wanted, words, state)
      .catch(async (error: unknown) => {
        throw new Error(`${String(error)}: ${await sidebar.text('main')}`);
      });
  /** Words of a part of a card. */
  const partOf = (words: string, selector: string) =>
    sidebar.evaluate(
      (page, quote, css) => page.cardOf(quote).querySelector(css)?.textContent,
      words,
      selector,
    );
  const paints = (one: string) => browser.waitUntil((page, one) => page.painted().includes(one), one);
  const counts = (text: string) =>
    sidebar.waitUntil((page, text) => page.byTestId('counts').textContent.includes(text), text);

  describe('of the dockers’ strike', () => {
    const figure = 'as a strike by 2,400 dockers';
    const pay = 'The quarrel is not about pay.';
    const twin = 'At that rate it would be empty in the first week of December.';
    beforeAll(() => seeEdited('strike', [figure, pay, twin]));

    it('reads at the top how many changed and since when', async () => {
      // The side bar may still show what it saw before the page was loaded again.
      await counts('2 changed, 1 unsure since');
      const line = await sidebar.text('[data-testid=counts]');
      const today = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' }).formatToParts();
      expect(line).toContain('2 changed, 1 unsure since');
      for (const { type, value } of today) if (type !== 'literal') expect(line).toContain(value);
    });

    it('keeps the old wording, takes that back, does it again', async () => {
      const isKept = (kept: boolean) =>
        sidebar.waitUntil(
          (page, quote, wanted) =>
            page.cardOf(quote).querySelector<HTMLElement>('.anchor-panel')?.dataset.kept === wanted,
          figure,
          String(kept),
        );
      await clickIn(figure, 'keep-old');
      await isKept(true);
      await counts('1 changed, 1 unsure');
      await sidebar.click('[data-testid=undo]');
      await isKept(false);
      await sidebar.click('[data-testid=redo]');
      await isKept(true);
    });

    it('decides again and keeps both wordings', async () => {
      await clickIn(figure, 'decide-again');
      await clickIn(figure, 'keep-both');
      await stateIs(figure, 'exact');
      await sidebar.waitUntil(
        (page, quote) =>
          page.cardOf(quote).querySelector('[data-testid=other-wording]')?.textContent.includes('2,700'),
        figure,
      );
      await paints('yellow: as a strike by 2,700 dockers');
    });

    it('accepts the new wording, takes that back, does it again', async () => {
      const now = 'The quarrel is about pay.';
      await clickIn(pay, 'accept-new');
      await stateIs(now, 'exact');
      expect(await partOf(now, '[data-testid=other-wording]')).toContain(pay);
      await paints(`yellow: ${now}`);
      await sidebar.click('[data-testid=undo]');
      await stateIs(pay, 'changed');
      await paints(`yellow-changed: ${now}`);
      await sidebar.click('[data-testid=redo]');
      await stateIs(now, 'exact');
      await paints(`yellow: ${now}`);
    });

    it('looks at a suggestion, says no, and is not asked again', async () => {
      await clickIn(twin, 'go');
      await browser.waitUntil(() =>
        [...(CSS.highlights.get('claimlight-focus') ?? [])].some((range) =>
          String(range).includes('empty by the last week'),
        ),
      );
      await clickIn(twin, 'suggestion-no');
      await stateIs(twin, 'missing');
      await browser.reload();
      await annotatorIn(browser);
      await stateIs(twin, 'missing');
      await counts('1 missing');
    });

    it('takes the no back and says yes', async () => {
      await sidebar.click('[data-testid=undo]');
      await stateIs(twin, 'suggested');
      await clickIn(twin, 'suggestion-yes');
      const now = 'At that rate the ships would be empty by the last week of November.';
      await stateIs(now, 'exact');
      await paints(`yellow: ${now}`);
    });

    it('anchors what is missing to a selection, and takes that back', async () => {
      const [gone, chosen] = [
        'Both sides left by different doors.',
        'Neither has proposed a date on which to meet again.',
      ];
      await mark(browser, gone);
      await stateIs(gone, 'exact');
      await browser.evaluate((page, words) => page.reword(words, ''), gone);
      await stateIs(gone, 'missing');
      expect(await partOf(gone, '.anchor-panel')).toContain('Last seen on');
      await browser.drag(await wayOver(browser, chosen));
      await clickIn(gone, 'anchor-to-selection');
      await stateIs(chosen, 'exact');
      await paints(`yellow: ${chosen}`);
      await sidebar.click('[data-testid=undo]');
      await stateIs(gone, 'missing');
    });
  });

  it('is told that the headline changed and paragraphs were edited without a note', async () => {
    await seeEdited('tram', ['Steel alone accounts for 41 million crowns']);
    await sidebar.waitUntil((page) => page.all('.article-changes li').length === 3);
    const lines = await sidebar.evaluate(changes);
    expect(lines[0]).toMatch(
      /^The headline changed since your visit at .+ today\. It was “Harbour tram will cost a third more/,
    );
    expect(lines[1]).toMatch(/^4 paragraphs edited since your visit at .+ today, no correction note seen\.$/);
    expect(lines[2]).toBe('The page still gives its old time of change.');
  });

  it('is told of the correction note where the newsroom wrote one', async () => {
    await seeEdited('hospital', ['They see me sooner']);
    await sidebar.waitUntil((page) => page.find('.article-changes li') !== null);
    expect((await sidebar.evaluate(changes))[0]).toMatch(
      /^\d paragraphs edited since your visit at .+ today, with a correction note\.$/,
    );
  });

  it('is told nothing where nothing changed', async () => {
    demo.setEdition(1);
    const before = await sidebar.evaluate(versions);
    await browser.open(demo.url + PAGES.barrier);
    await annotatorIn(browser);
    await mark(browser, 'We close.');
    await sidebar.waitUntil(async (page, known) => (await page.stored('versions')).length > known, before);
    await browser.reload();
    await annotatorIn(browser);
    await cardsOnce(browser, ([card]) => card?.state === 'exact');
    expect(await sidebar.evaluate(changes)).toEqual([]);
  });
});
