import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSpan } from '#anchoring/describe.ts';
import { foreignArticle, inventedArticle, inventedSentence, randomFrom } from './inventedNews.ts';
import { pageOf, placeOf, targetOf } from './pageOf.ts';

const article = inventedArticle(1);
const page = pageOf(article);
const firstSentence = (paragraph: number): string => `${article[paragraph]?.split('. ')[0]}.`;
const replaced = (before: string, after: string): string[] => article.map((p) => p.replace(before, after));

describe('finding a target', () => {
  it('finds the same words in an unchanged page', () => {
    const quote = firstSentence(4);
    expect(placeOf(page, targetOf(page, quote))).toMatchObject({ state: 'exact', text: quote });
  });

  it('finds the same words where everything around has moved', () => {
    const quote = firstSentence(4);
    const moved = pageOf(['A banner that was not here.', 'Advertisement', ...article]);
    expect(placeOf(moved, targetOf(page, quote))).toMatchObject({ state: 'exact', text: quote });
  });

  it('finds a paragraph that was moved to the end', () => {
    const quote = firstSentence(2);
    const order = [...article.slice(0, 2), ...article.slice(3), article[2] ?? ''];
    expect(placeOf(pageOf(order), targetOf(page, quote))).toMatchObject({ state: 'exact', text: quote });
  });

  it('finds the best approximate match if there is no exact one, and calls it changed', () => {
    const quote = firstSentence(3);
    const after = quote.replace(/ (\w+)\.$/, ' indeed.');
    expect(placeOf(pageOf(replaced(quote, after)), targetOf(page, quote))).toMatchObject({
      state: 'changed',
      text: after,
    });
  });

  it('finds a sentence with words put in between', () => {
    const quote = firstSentence(6);
    const after = quote.replace(' that ', ', to the surprise of nobody in the room and to applause, that ');
    const place = placeOf(pageOf(replaced(quote, after)), targetOf(page, quote));
    expect(place).toMatchObject({ state: 'changed', text: after });
  });

  it('finds a sentence that was split in two', () => {
    const quote = firstSentence(6);
    const after = quote.replace(' that ', ' it at noon. They added that ');
    expect(placeOf(pageOf(replaced(quote, after)), targetOf(page, quote)).state).toBe('changed');
  });

  it('does not place a deleted sentence', () => {
    const quote = firstSentence(5);
    expect(['missing', 'suggested']).toContain(
      placeOf(pageOf(replaced(quote, '')), targetOf(page, quote)).state,
    );
  });

  it('is missing, not asked about, where only a look-alike is left that always stood there', () => {
    const quote = firstSentence(5);
    const twin = quote.replace(/\d+/, '77');
    const withTwin = (paragraphs: string[]): string[] =>
      paragraphs.map((p, i) => (i === 5 ? `${p} A clerk wrote a letter. ${twin} Nobody answered.` : p));
    const old = pageOf(withTwin(article));
    const now = pageOf(withTwin(replaced(quote, '')));
    expect(placeOf(old, targetOf(old, quote)).state).toBe('exact');
    expect(placeOf(now, targetOf(old, quote)).state).toBe('missing');
  });

  it('tells a short repeated phrase by its surroundings', () => {
    const old = pageOf([
      'The board said yes to the pier.',
      'The union said yes to the wage offer.',
      ...article,
    ]);
    const target = targetOf(old, 'said yes to the wage');
    const phrase = { ...target, ...pageTarget(old, old.text.indexOf('union said yes') + 6, 'said yes') };
    const now = pageOf([
      'Breaking news of the day.',
      ...['The board said yes to the pier.', 'The union said yes to the wage offer.'],
      ...article,
    ]);
    const place = placeOf(now, phrase);
    expect(place.state).toBe('exact');
    expect(now.text.slice(place.start - 6, place.start)).toBe('union ');
  });

  it('asks about a short phrase that occurs several times when its surroundings are gone', () => {
    const old = pageOf(['Officials met. The reply was yes, in the end. It rained.', ...article]);
    const target = targetOf(old, 'was yes');
    const now = pageOf(['It was yes here.', 'And there it was yes.', 'Then was yes again said.', ...article]);
    expect(['suggested', 'missing']).toContain(placeOf(now, target).state);
  });

  it('takes the same ordinal where equal places have equal surroundings', () => {
    const row = 'Tram line closed for repairs.';
    const rows = Array.from({ length: 30 }, () => row);
    const old = pageOf(rows);
    const target = pageTarget(old, 12 * (row.length + 1), row);
    const place = placeOf(pageOf(['New.', ...rows]), target);
    expect(place).toMatchObject({ state: 'exact', start: 12 * (row.length + 1) + 5 });
  });

  it.each(['', '   '])('finds nothing for the empty quote “%s”', (exact) => {
    expect(placeOf(page, { exact, prefix: '', suffix: '', start: 0, end: 0 }).state).toBe('missing');
  });

  it('finds nothing in an empty page', () => {
    expect(placeOf(pageOf([]), targetOf(page, firstSentence(1))).state).toBe('missing');
  });

  it('finds a target that came from another program, without hints', () => {
    const exact = firstSentence(7);
    const start = page.text.indexOf(exact);
    const prefix = page.text.slice(start - 32, start);
    const target = { exact: exact.replaceAll(' ', '\n '), prefix, suffix: '', start: 0, end: 10 };
    expect(placeOf(page, target)).toMatchObject({ state: 'exact', text: exact });
  });
});

describe('a passage that the page holds twice', () => {
  const passage = inventedArticle(21, 3);
  const between = inventedArticle(22, 20);
  const quote = `${passage[1]?.split('. ')[1]}.`;
  const edited = passage.map((p) => p.replace(quote, quote.replace('at ', 'a ')));
  const old = pageOf([...passage, ...between, ...passage]);
  const first = old.text.indexOf(quote);
  const second = old.text.lastIndexOf(quote);
  const marked = (start: number) => describeSpan(old, { start, end: start + quote.length });

  it.each([
    ['first', first, [...edited, ...between, ...passage], first],
    ['second', second, [...passage, ...between, ...edited], second],
  ])(
    'is found where it stood, though the other one still reads as marked: the %s',
    (_, at, now, expected) => {
      expect(edited).not.toEqual(passage);
      expect(placeOf(pageOf(now), marked(at))).toMatchObject({ state: 'changed', start: expected });
    },
  );

  it('is found where it stood where both were edited', () => {
    const other = passage.map((p) => p.replace(quote, quote.replace(' of ', ' off ')));
    const now = pageOf([...edited, ...between, ...other]);
    expect(placeOf(now, marked(second))).toMatchObject({ state: 'changed', start: second - 1 });
  });

  it('is asked about where it may be either', () => {
    const filler = inventedArticle(23, 30)
      .join(' ')
      .slice(0, (second - first) / 2);
    const now = pageOf([filler, ...edited, ...between, ...passage]);
    expect(placeOf(now, marked(first)).state).toBe('suggested');
  });

  it('is told by the words further out, however far it moved', () => {
    const told = [
      ['A preface by Orla Quent, harbour pilot and keeper of the northern lamp.', ...passage],
      passage,
    ];
    const before = pageOf([...(told[0] ?? []), ...between, ...(told[1] ?? [])]);
    const opening = `${passage[0]?.split('. ')[0]}.`;
    const target = targetOf(before, opening);
    const typo = (p: string) => p.replace(opening, opening.replace('at ', 'a '));
    const now = pageOf([...passage, ...between, ...between, ...(told[0] ?? []).map(typo)]);
    const place = placeOf(now, target);
    expect(place).toMatchObject({ state: 'changed' });
    expect(place.start).toBeGreaterThan(now.text.indexOf('Orla Quent'));
  });
});

it('finds a letter among many by all that stood around it, though nothing stood before', () => {
  const target = describeSpan(page, { start: 0, end: 1 });
  expect(target).toMatchObject({ prefix: '', twin: 1 });
  const place = placeOf(pageOf(['News of the day.', ...article]), target);
  expect(place).toMatchObject({ state: 'exact', start: 'News of the day. '.length });
});

describe('a page whose every sentence was touched', () => {
  it('keeps its marks where nothing else is as good and the words around still stand', () => {
    const random = randomFrom(5);
    const before = inventedArticle(31, 40);
    const old = pageOf(before);
    const touched = pageOf(
      before.map((p) => p.replace(/[a-z]/g, (letter) => (random() < 0.04 ? 'x' : letter))),
    );
    const states = before.map((p) => placeOf(touched, targetOf(old, `${p.split('. ')[1]}.`)).state);
    expect(states.filter((state) => state === 'changed' || state === 'exact').length).toBeGreaterThan(34);
    expect(states).not.toContain('missing');
  });
});

function pageTarget(old: ReturnType<typeof pageOf>, start: number, quote: string) {
  const cut = pageOf([old.text]);
  return { ...targetOf(cut, quote), ...describeAt(old, start, quote.length) };
}

const describeAt = (old: ReturnType<typeof pageOf>, start: number, length: number) =>
  describeSpan(old, { start, end: start + length });

describe('a highlight never lies', () => {
  const seeds = fc.integer({ min: 1, max: 400 });

  it('calls no quote with a changed digit exact', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 9 }), (seed, digit) => {
        const texts = inventedArticle(seed);
        const old = pageOf(texts);
        const quote = `${texts[3]?.split('. ')[1]}.`.replace(/\.\.$/, '.');
        const after = quote.replace(/\d/, (d) => String((Number(d) + 1 + (digit % 9)) % 10));
        fc.pre(after !== quote);
        const now = pageOf(texts.map((p) => p.replace(quote, after)));
        const place = placeOf(now, targetOf(old, quote));
        expect(place).toMatchObject({ state: 'changed', text: after });
      }),
      { numRuns: 200 },
    );
  });

  it('calls no quote with a negation put in or taken out exact', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('not', 'never', 'hardly'), fc.boolean(), (seed, word, putIn) => {
        const texts = inventedArticle(seed);
        const plain = `${texts[5]?.split('. ')[0]}.`;
        const negated = plain.replace(' that ', ` ${word} that `);
        const [quote, after] = putIn ? [plain, negated] : [negated, plain];
        const old = pageOf(texts.map((p) => p.replace(plain, quote)));
        const now = pageOf(texts.map((p) => p.replace(plain, after)));
        expect(placeOf(now, targetOf(old, quote))).toMatchObject({ state: 'changed', text: after });
      }),
      { numRuns: 200 },
    );
  });

  it('does not take a longer number for the quoted one', () => {
    const old = pageOf(['The toll rose by 3 crowns on Sunday, the ferry said.', ...article]);
    const now = pageOf(['The toll rose by 35 crowns on Sunday, the ferry said.', ...article]);
    const place = placeOf(now, targetOf(old, 'The toll rose by 3'));
    expect(place.state).toBe('changed');
    expect(place.text).toContain('35');
  });

  it('places nothing of one article on another', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 11 }), (seed, paragraph) => {
        const texts = inventedArticle(seed);
        const old = pageOf(texts);
        const other = pageOf(inventedArticle(seed + 1000));
        const target = targetOf(old, `${texts[paragraph]?.split('. ')[0]}.`);
        expect(['missing', 'suggested']).toContain(placeOf(other, target).state);
      }),
      { numRuns: 200 },
    );
  });

  it('does not take a sentence that a site repeats in every article, with another figure, for the quoted one', () => {
    const notice = (edition: string): string =>
      `Readers who hold an older edition of the almanac can have edition ${edition} sent to them free of charge.`;
    const old = pageOf([...inventedArticle(21), notice('4.17'), 'Write to the almanac desk.']);
    const other = pageOf([...foreignArticle(22), notice('5.02'), 'Write to the almanac desk.']);
    expect(['missing', 'suggested']).toContain(placeOf(other, targetOf(old, notice('4.17'))).state);
    const word = pageOf([...foreignArticle(22), notice('4.17'), 'Write to the almanac desk.']);
    expect(['missing', 'suggested']).toContain(placeOf(word, targetOf(old, notice('4.17'))).state);
  });

  it('asks about words that stand word for word, and once, in a page that was written anew', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 11 }), fc.integer({ min: 2, max: 5 }), (seed, paragraph, count) => {
        const texts = inventedArticle(seed);
        const old = pageOf(texts);
        const quote = (texts[paragraph] ?? '').split(' ').slice(0, count).join(' ');
        fc.pre(old.text.split(quote).length === 2);
        const now = pageOf([...foreignArticle(seed + 1), `Nobody had seen ${quote}, a clerk wrote.`]);
        expect(placeOf(now, targetOf(old, quote))).toMatchObject({ state: 'suggested', text: quote });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['41', 'The mill was founded in 1941 by two brothers.'],
    ['12', 'A berth costs € 1,512 a year.'],
    ['late', 'It follows a template of the old guild.'],
    ['May', 'What comes may surprise nobody.'],
  ])('asks about no figure or common word of an unrelated page: %s', (quote, sentence) => {
    const old = pageOf([...inventedArticle(31, 3), `Of the ${quote} boats that were counted all came back.`]);
    expect(placeOf(pageOf([...foreignArticle(32), sentence]), targetOf(old, quote)).state).toBe('missing');
  });

  it('asks about no words that are parts of others', () => {
    const quote = 'hour watch';
    const old = pageOf([...inventedArticle(31, 3), `Every ${quote} of that winter was kept by the pilots.`]);
    const now = pageOf([
      ...foreignArticle(32),
      'The two-and-a-half-hour watchers of the second act went home.',
    ]);
    expect(placeOf(now, targetOf(old, quote)).state).toBe('missing');
  });

  it('asks about the very words, not about others that stand where they stood', () => {
    const told = (words: string): string =>
      `Before the ferry came back from the island that Sunday evening the ${words} grey barges were counted by the clerk of the old harbour office.`;
    const quote = 'third dock, four';
    const old = pageOf([...inventedArticle(31, 3), told(quote)]);
    const now = pageOf([
      ...foreignArticle(32),
      'Whoever had seen the third dock, four years ago, would not know it again.',
      told('third docks, four'),
    ]);
    const place = placeOf(now, targetOf(old, quote));
    expect(place).toMatchObject({ state: 'suggested', text: quote });
  });

  it('finds any stretch of a page again', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.integer({ min: 1, max: 300 }), (seed, at, length) => {
        const old = pageOf(inventedArticle(seed));
        const start = at % (old.length - 1);
        const target = describeAt(old, start, Math.min(length, old.length - start));
        fc.pre(target.exact.trim() === target.exact);
        expect(placeOf(old, target)).toMatchObject({ state: 'exact', start, text: target.exact });
      }),
      { numRuns: 300 },
    );
  });
});

describe('many notes on one page', () => {
  it('stand where each of them stands alone, whatever was looked for before', () => {
    const seeds = fc.integer({ min: 1, max: 300 });
    const notes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 10, max: 120 })), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(seeds, fc.nat({ max: 11 }), notes, (seed, at, places) => {
        const texts = inventedArticle(seed);
        const old = pageOf(texts);
        const now = texts.toSpliced(
          at,
          1,
          'Advertisement',
          `${texts[at]?.replace(/\d+/, '5')}`,
          texts[0] ?? '',
        );
        const targets = places.map(([start, length]) =>
          describeAt(old, start % (old.length - length), length),
        );
        const together = pageOf(now);
        for (const target of targets.filter(({ exact }) => exact.trim() === exact)) {
          expect(placeOf(together, target)).toEqual(placeOf(pageOf(now), target));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is stored', () => {
  it('takes at most 300 bytes beyond the quote', () => {
    for (let paragraph = 0; paragraph < article.length; paragraph++) {
      const target = targetOf(page, firstSentence(paragraph));
      const bytes = new TextEncoder().encode(JSON.stringify(target)).length;
      expect(bytes - new TextEncoder().encode(JSON.stringify(target.exact)).length).toBeLessThanOrEqual(300);
    }
  });

  it('counts equal quotes', () => {
    const old = pageOf(['Yes, said one.', 'Yes, said another.', inventedSentence(randomFrom(3))]);
    expect(describeAt(old, 'Yes, said one. '.length, 4).occurrence).toEqual([1, 2]);
  });
});
