import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import type { CardFacts } from './driver/pageParts.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, cardsOnce, mark } from './mark.ts';

interface Pair {
  /** What the editor did. */
  what: string;
  words: string;
  state: 'exact' | 'changed' | 'suggested' | 'missing';
  /** What must be painted after the edit, `null` for nothing. */
  painted: string | null;
  /** What the card must say was taken out and put in. */
  removed?: string;
  added?: string;
}

const same = (what: string, words: string): Pair => ({ what, words, state: 'exact', painted: words });

/** Stories with an edited version: what is marked before and must be said afterwards. */
const EDITED: [page: keyof typeof PAGES, pairs: Pair[]][] = [
  [
    'tram',
    [
      {
        what: 'a figure changed',
        words: 'will cost 418 million crowns, a third more than the 312 million put to voters',
        state: 'changed',
        painted: 'will cost 436 million crowns, two fifths more than the 312 million put to voters',
        removed: '418',
        added: '436',
      },
      {
        what: 'a negation was taken out',
        words: 'The route has not changed.',
        state: 'changed',
        painted: 'The route has changed.',
        removed: 'not',
      },
      {
        what: 'the sentence is gone and one like it stands elsewhere',
        words: 'Steel alone accounts for 41 million crowns of the difference.',
        state: 'missing',
        painted: null,
      },
      same('its paragraph was moved', 'He wants the council to stop the work for six months'),
      same('an advertisement came after it', 'assumed an office district on the northern quay'),
      same('an advertisement came before it', 'The state will pay 55 percent of the original budget'),
      same('nothing was done to it', 'If the council agrees, the first rails will be laid in March.'),
    ],
  ],
  [
    'strike',
    [
      {
        what: 'a figure changed',
        words: 'as a strike by 2,400 dockers entered its third week',
        state: 'changed',
        painted: 'as a strike by 2,700 dockers entered its third week',
        removed: '2,400',
        added: '2,700',
      },
      {
        what: 'a negation was taken out',
        words: 'The quarrel is not about pay.',
        state: 'changed',
        painted: 'The quarrel is about pay.',
        removed: 'not',
      },
      {
        what: 'a negation was put in',
        words: 'stocks of frozen fish would last until the middle of December',
        state: 'changed',
        painted: 'stocks of frozen fish would not last until the middle of December',
        added: 'not',
      },
      {
        what: 'the sentence is gone and one much like it stands elsewhere',
        words: 'At that rate it would be empty in the first week of December.',
        state: 'suggested',
        painted: null,
      },
      same('its paragraph was moved', 'The last big strike at the port, in 2011, lasted 26 days.'),
      same('an advertisement came before it', 'Supermarkets say that shoppers have little to fear so far.'),
    ],
  ],
  [
    'hospital',
    [
      {
        what: 'a figure changed',
        words: 'now wait 74 days for a first appointment',
        state: 'changed',
        painted: 'now wait 79 days for a first appointment',
        removed: '74',
        added: '79',
      },
      {
        what: 'a negation was taken out',
        words: 'suggests that the group is not small',
        state: 'changed',
        painted: 'suggests that the group is small',
        removed: 'not',
      },
      {
        what: 'the sentence is gone and one like it stands elsewhere',
        words: 'It is the first fall in six years.',
        state: 'missing',
        painted: null,
      },
      same('its paragraph was moved', 'The waiting list did not get shorter. It got a new door,'),
    ],
  ],
  [
    'arabic',
    [
      {
        what: 'a figure changed',
        words: 'بلغت كلفة المشروع 212 مليون دينار',
        state: 'changed',
        painted: 'بلغت كلفة المشروع 236 مليون دينار',
        removed: '212',
        added: '236',
      },
      same('an advertisement came before it', 'وقال نقيب الصيادين منير بو غانم'),
    ],
  ],
];

describe.each(BROWSERS)('after an edit, in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  describe.each(EDITED)('the story “%s”', (page, pairs) => {
    let painted: string[] = [];
    let cards: CardFacts[] = [];
    beforeAll(async () => {
      demo.setEdition(1);
      await browser.open(demo.url + PAGES[page]);
      await annotatorIn(browser);
      for (const { words } of pairs) await mark(browser, words);
      demo.setEdition(2);
      await browser.reload();
      await annotatorIn(browser);
      // The side bar may still tell what it saw before the page was loaded again.
      cards = await cardsOnce(browser, (all) => {
        const told = new Map(all.map(({ quote, state }) => [quote, state]));
        return all.length === pairs.length && pairs.every(({ words, state }) => told.get(words) === state);
      });
      const shown = pairs.filter((one) => one.painted !== null).length;
      await browser.waitUntil((page, shown) => page.painted().length >= shown, shown);
      painted = await browser.evaluate((page) => page.painted());
    });
    const cardOf = (words: string) => cards.find(({ quote }) => quote === words);

    it('paints exactly what is sure, waved where the words changed', () => {
      const wanted = pairs.flatMap(({ state, painted: now }) =>
        now === null ? [] : [`yellow${state === 'changed' ? '-changed' : ''}: ${now}`],
      );
      expect(painted.toSorted()).toEqual(wanted.toSorted());
    });

    it.each(pairs)('says $state where $what', ({ words, state, removed, added }) => {
      const card = cardOf(words);
      expect(card?.state).toBe(state);
      if (removed) expect(card?.removed.join(' ')).toContain(removed);
      if (added) expect(card?.added.join(' ')).toContain(added);
      // All of these turn a claim: the card shows them more strongly than other changes.
      for (const word of [removed, added]) if (word) expect(card?.weighty.join(' ')).toContain(word);
    });
  });
});
