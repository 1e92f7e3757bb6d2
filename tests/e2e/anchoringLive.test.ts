import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { paintedIs as allPainted, annotatorIn, cardsOnce, mark, wayOver } from './mark.ts';
import { yellowShare } from './paint.ts';
import { readLibrary } from './readLibrary.ts';

const AT = {
  paywall: '/times/housing/empty-flats-inquiry',
  live: '/gazette/live/2026/11/storm-hanne',
  more: '/times/transport/night-bus-drivers',
  endless: '/times/people/last-lighthouse-keeper',
  next: '/times/nature/city-bees',
  rerender: '/times/culture/village-cinema',
  late: '/times/education/school-meals-trial?wait=600',
  shadow: '/times/science/heat-from-the-river',
  frame: '/times/culture/museum-returns-masks',
};

/** Notes whether the page comes back from the back/forward cache. */
const noteKept = (page: PageParts) =>
  addEventListener('pageshow', ({ persisted }) => page.setGlobal('kept', persisted));

describe.each(BROWSERS)('a page that changes under its highlights, in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  const open = async (path: string) => {
    await browser.open(demo.url + path);
    await annotatorIn(browser);
  };
  const paintedIs = (...wanted: string[]) => allPainted(browser, ...wanted);
  /** States of the cards in the order of the text. */
  const statesAre = async (...wanted: string[]) => {
    const cards = await cardsOnce(browser, (all) => all.map(({ state }) => state).join() === wanted.join());
    expect(cards.map(({ state }) => state)).toEqual(wanted);
  };

  it('loses what a paywall cuts off and finds it again after the log-in', async () => {
    const [free, paid] = [
      '2,318 of 20,400 flats stood empty in October',
      'The average wait is four years and two months',
    ];
    await browser.open(`${demo.url}/times/login`);
    await annotatorIn(browser);
    await mark(browser, free);
    await mark(browser, paid);
    await open('/times/logout');
    await paintedIs(`yellow: ${free}`);
    await statesAre('exact', 'missing');
    await open('/times/login');
    await paintedIs(`yellow: ${free}`, `yellow: ${paid}`);
    await statesAre('exact', 'exact');
  });

  it('stays with its words while a live blog puts entries on top', async () => {
    const words = 'Gusts of 104 kilometres an hour were measured at Heron Sound';
    await open(AT.live);
    await mark(browser, words);
    await browser.evaluate((page) => {
      for (let entry = 0; entry < 3; entry++) page.global<{ next: () => void }>('demo').next();
    });
    await paintedIs(`yellow: ${words}`);
    await statesAre('exact');
    demo.setEdition(2);
    await open(AT.live);
    demo.setEdition(1);
    await paintedIs(`yellow: ${words}`);
  });

  it('finds words that “Read more” brings, without a reload', async () => {
    const words = 'Those two will keep their old timetable until the end of January.';
    const more = (page: PageParts) => page.get('#more button').click();
    await open(AT.more);
    await browser.evaluate(more);
    await mark(browser, words);
    await open(AT.more);
    await statesAre('missing');
    await paintedIs();
    await browser.evaluate(more);
    await paintedIs(`yellow: ${words}`);
    await statesAre('exact');
  });

  it('tells articles apart that an endless page puts one under the other', async () => {
    const first = 'It is a good box';
    await open(AT.endless);
    await mark(browser, first);
    await browser.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await browser.waitUntil((_page, next) => location.pathname === next, AT.next);
    await paintedIs();
    const words = await browser.evaluate((page) => {
      const text = page.all('article').at(-1)?.querySelector('.text p')?.firstChild as Text;
      return text.data.slice(0, 50).trim();
    });
    await mark(browser, words);
    await open(AT.next);
    await paintedIs(`yellow: ${words}`);
    await statesAre('exact');
    await open(AT.endless);
    await paintedIs(`yellow: ${first}`);
    await statesAre('exact');
  });

  it('survives a framework that replaces every text node', async () => {
    const words = 'Tea is free, but there is a rule about spoons.';
    await open(AT.rerender);
    await mark(browser, words);
    expect(
      await browser.evaluate((page) => page.global<{ rerender: () => number }>('demo').rerender()),
    ).toBeGreaterThan(10);
    await paintedIs(`yellow: ${words}`);
    await statesAre('exact');
  });

  it('waits for paragraphs that come late', async () => {
    const words = 'The effect is largest on Mondays';
    await browser.open(demo.url + AT.late);
    await browser.waitUntil((page) => page.find('#app article') !== null);
    await annotatorIn(browser);
    await mark(browser, words);
    await browser.open(demo.url + AT.late);
    await paintedIs(`yellow: ${words}`);
    await statesAre('exact');
  });

  it('says so when a word changes before the reader’s eyes, and when the change is taken back', async () => {
    const words = 'estimates that each day of the strike costs the region 7.5 million';
    const put = (from: string, to: string) =>
      browser.evaluate(
        (page, was, is) => page.reword(`costs the region ${was}`, `costs the region ${is}`),
        from,
        to,
      );
    await open(PAGES.strike);
    await mark(browser, words);
    await put('7.5', '9.5');
    await paintedIs(`yellow-changed: ${words.replace('7.5', '9.5')}`);
    await statesAre('changed');
    await put('9.5', '7.5');
    await paintedIs(`yellow: ${words}`);
    await statesAre('exact');
  });

  it('shows its highlights again when it comes back from the back/forward cache', async () => {
    const words = 'Supermarkets say that shoppers have little to fear so far.';
    await open(PAGES.strike);
    await mark(browser, words);
    // What another test marked here may be painted later than the new one.
    const { annotations } = await readLibrary(browser);
    const here = annotations.filter(({ url }) => url.endsWith(PAGES.strike)).length;
    await browser.waitUntil((page, here) => page.painted().length === here, here);
    const both = await browser.evaluate((page) => page.painted());
    await browser.evaluate(noteKept);
    await browser.open(`${demo.url}/shop/umbrella`);
    await browser.back();
    await browser.waitUntil((_page, strike) => location.pathname === strike, PAGES.strike);
    await browser.waitUntil((page) => page.global('kept') === true);
    await paintedIs(...both);
    await statesAre('exact', 'exact');
  });

  it('knows what was marked elsewhere while it was in the back/forward cache', async () => {
    const words = ['The count had lasted until four in the morning.', 'there were four keys'];
    await open(PAGES.recount);
    await mark(browser, words[0] ?? '');
    await browser.evaluate(noteKept);
    await browser.open(`${demo.url}/shop/umbrella`);
    await browser.newTab(demo.url + PAGES.recount);
    await paintedIs(`yellow: ${words[0]}`);
    await mark(browser, words[1] ?? '');
    await browser.closeTab();
    await browser.back();
    await browser.waitUntil((_page, recount) => location.pathname === recount, PAGES.recount);
    await browser.waitUntil((page) => page.global('kept') === true);
    await paintedIs(...words.map((one) => `yellow: ${one}`));
  });

  /** Marks with the mouse and our toolbar. */
  const markByMouse = async (words: string) => {
    await browser.drag(await wayOver(browser, words));
    await (await browser.quick()).click('[data-testid=mark-yellow]');
    await paintedIs(`yellow: ${words}`);
    await until('the toolbar to go', async () => !(await browser.hasQuick()));
  };
  /** Clicks on words that are painted; the card comes. */
  const openCard = async (words: string) => {
    const { x1, y1 } = await wayOver(browser, words);
    const x = x1 + 4;
    await browser.drag({ x1: x, y1, x2: x, y2: y1 });
    const card = await browser.quick();
    await card.waitFor('[data-testid=delete]');
    await browser.press(['Escape']);
    await until('the card to close', async () => !(await browser.hasQuick()));
  };

  it('marks, paints, opens and follows words in an open shadow root', async () => {
    const words = 'The plant replaces two gas boilers from 1994.';
    await open(AT.shadow);
    await markByMouse(words);
    await open(AT.shadow);
    await paintedIs(`yellow: ${words}`);
    expect(await yellowShare(browser)).toBeGreaterThan(0.3);
    await openCard(words);
    await browser.evaluate((page) => {
      const paragraphs = page.get('story-text').shadowRoot?.querySelectorAll('p') ?? [];
      const paragraph = [...paragraphs].find((p) => p.textContent.includes('1994'));
      if (!paragraph) throw new Error('No such paragraph');
      paragraph.textContent = paragraph.textContent.replace('1994', '1996');
    });
    await paintedIs(`yellow-changed: ${words.replace('1994', '1996')}`);
    await statesAre('changed');
  });

  it('marks, paints, opens and follows words in a frame of the same origin', async () => {
    const words = 'The masks left in September in nineteen crates.';
    await open(AT.frame);
    await markByMouse(words);
    await open(AT.frame);
    await paintedIs(`yellow: ${words}`);
    expect(await yellowShare(browser)).toBeGreaterThan(0.3);
    await openCard(words);
    await browser.evaluate(() => {
      const paragraphs = frames[0]?.document.querySelectorAll('p') ?? [];
      const paragraph = [...paragraphs].find((p) => p.textContent.includes('nineteen'));
      if (!paragraph) throw new Error('No such paragraph');
      paragraph.textContent = paragraph.textContent.replace('nineteen', 'twenty');
    });
    await paintedIs(`yellow-changed: ${words.replace('nineteen', 'twenty')}`);
    await statesAre('changed');
  });
});
