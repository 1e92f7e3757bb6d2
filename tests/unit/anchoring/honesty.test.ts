import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords } from '#anchoring/compareWords.ts';
import { describeSpan } from '#anchoring/describe.ts';
import type { FoldedText } from '#anchoring/FoldedText.ts';
import { foreignArticle, inventedArticle, randomFrom } from './inventedNews.ts';
import { pageOf, placeOf } from './pageOf.ts';

/** A sentence in a language, and its opposite by one word put in. Invented, like everything they speak of. */
const NEGATED: [language: string, plain: string, word: string, before: string][] = [
  ['English', 'The harbour board will pay the dockers before the winter fair.', 'not', 'pay'],
  ['English', 'The minister has met the owners of the ferry since the storm.', 'never', 'met'],
  ['German', 'Die Stadt Aldermeer wird den neuen Steg im Frühjahr bezahlen.', 'nicht', 'bezahlen'],
  ['German', 'Der Rat hat der Werft im vergangenen Jahr Geld versprochen.', 'kein', 'Geld'],
  ['French', 'La mairie de Tarnmont a promis de réparer le vieux pont cette année.', 'pas', 'promis'],
  ['Spanish', 'El puerto de Sarnedo abrirá sus puertas a los barcos grandes.', 'no', 'abrirá'],
  ['Italian', 'La giunta di Valdorno pagherà i lavori della nuova funivia.', 'non', 'pagherà'],
  ['Dutch', 'De veerdienst naar Oosterzand zal morgen om zes uur vertrekken.', 'niet', 'vertrekken'],
  ['Portuguese', 'A câmara de Alvarim vai pagar as obras do mercado antigo.', 'não', 'vai'],
  ['Swedish', 'Hamnen i Lindvik ska byggas ut under de kommande åren.', 'inte', 'byggas'],
  ['Polish', 'Rada miasta Morzyn zgodziła się na budowę nowego mostu.', 'nie', 'zgodziła'],
  ['Russian', 'Совет города Морянска согласился на постройку нового моста.', 'не', 'согласился'],
  ['Arabic', 'مجلس مدينة مرفأ النور وافق على بناء الجسر الجديد هذا العام', 'لم', 'وافق'],
  ['Hebrew', 'מועצת העיר נמל האור הסכימה לבנות את הגשר החדש השנה', 'לא', 'הסכימה'],
];
const IN_JAPANESE: [string, string] = [
  '港町の市長は来年の春に新しい橋を建てる計画に賛成すると述べた。',
  '港町の市長は来年の春に新しい橋を建てる計画に賛成しないと述べた。',
];
const IN_CHINESE: [string, string] = [
  '市政府表示明年春天会修建新的港口大桥。',
  '市政府表示明年春天不会修建新的港口大桥。',
];

const seeds = fc.integer({ min: 1, max: 500 });

/** The page with a sentence at the end of a paragraph, and after an edit the same page with another sentence there. */
function stateAfter(seed: number, before: string, after: string): string {
  const around = inventedArticle(seed, 8);
  const at = seed % around.length;
  const withLine = (line: string): FoldedText =>
    pageOf(around.map((text, i) => (i === at ? `${text} ${line} ${around[(i + 1) % 8]}` : text)));
  const old = withLine(before);
  const start = old.text.indexOf(before);
  const target = describeSpan(old, { start, end: start + before.length });
  return placeOf(withLine(after), target).state;
}

const HONEST = ['changed', 'suggested', 'missing'];

describe('a negation put in or taken out', () => {
  it.each(NEGATED)('in %s is never exact, and is marked: %s', (_, plain, word, before) => {
    const negated = plain.replace(before, `${word} ${before}`);
    expect(negated).not.toBe(plain);
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, putIn) => {
        const [was, is] = putIn ? [plain, negated] : [negated, plain];
        expect(stateAfter(seed, was, is)).toBe('changed');
      }),
      { numRuns: 25 },
    );
    expect(compareWords(plain, negated).find(({ kind }) => kind === 'added')?.touches).toBe('negation');
  });

  it.each([
    ['Japanese', ...IN_JAPANESE],
    ['Chinese', ...IN_CHINESE],
  ])('in %s, which writes no spaces, is never exact', (_, plain, negated) => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, putIn) => {
        const [was, is] = putIn ? [plain, negated] : [negated, plain];
        expect(HONEST).toContain(stateAfter(seed, was, is));
      }),
      { numRuns: 25 },
    );
  });

  it('anywhere inside a quote is never exact', () => {
    const words = fc.constantFrom('not', 'no', 'never', 'nicht', 'pas', 'non', 'niet', 'لا');
    fc.assert(
      fc.property(seeds, words, fc.nat(), (seed, word, at) => {
        const quote = `${inventedArticle(seed + 2000)[2]?.split('. ')[0]}.`;
        const gaps = [...quote.matchAll(/ /g)].map(({ index }) => index);
        const gap = gaps[at % gaps.length] ?? 0;
        const edited = `${quote.slice(0, gap)} ${word}${quote.slice(gap)}`;
        expect(stateAfter(seed, quote, edited)).toBe('changed');
        expect(stateAfter(seed, edited, quote)).toBe('changed');
      }),
      { numRuns: 150 },
    );
  });
});

describe('a changed figure', () => {
  const spans = fc.record({
    seed: seeds,
    at: fc.nat(),
    length: fc.integer({ min: 8, max: 260 }),
    pick: fc.nat(),
    digit: fc.nat({ max: 8 }),
  });

  it.each<[string, (digit: string, other: string) => string]>([
    ['by another digit', (_, other) => other],
    ['by a digit put in before', (digit, other) => other + digit],
    ['by a digit put in behind', (digit, other) => digit + other],
    ['by a digit taken out', () => ''],
    ['by a decimal point', (digit) => `${digit}.5`],
  ])('%s is never exact, wherever the quote begins and ends', (_, edit) => {
    fc.assert(
      fc.property(spans, ({ seed, at, length, pick, digit }) => {
        const texts = inventedArticle(seed);
        const old = pageOf(texts);
        const start = at % old.length;
        const quoted = old.text.slice(start, start + length);
        const digits = [...quoted.matchAll(/\d/g)].map(({ index }) => start + index);
        fc.pre(digits.length > 0 && quoted.trim() === quoted);
        const where = digits[pick % digits.length] ?? 0;
        const was = old.text.charAt(where);
        const other = String((Number(was) + 1 + digit) % 10);
        const now = pageOf([old.text.slice(0, where) + edit(was, other) + old.text.slice(where + 1)]);
        const place = placeOf(now, describeSpan(old, { start, end: start + quoted.length }));
        expect(HONEST).toContain(place.state);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [
      'Arabic digits',
      'دفعت المدينة ٤١٨ مليون كراون للجسر الجديد',
      'دفعت المدينة ٤٣٦ مليون كراون للجسر الجديد',
    ],
    [
      'digits in Japanese',
      '橋の建設費は418億円になると市長は述べた。',
      '橋の建設費は436億円になると市長は述べた。',
    ],
    [
      'a fraction',
      'Taxes rise by ½ percent for owners of boats in the harbour.',
      'Taxes rise by ¼ percent for owners of boats in the harbour.',
    ],
    [
      'a sign',
      'The index stood at -3 points on the day after the vote.',
      'The index stood at 3 points on the day after the vote.',
    ],
    [
      'a currency',
      'The bridge cost €30 million before the second tunnel.',
      'The bridge cost £30 million before the second tunnel.',
    ],
    [
      'a number word',
      'Seven of the twelve boats came back before the storm.',
      'Eight of the twelve boats came back before the storm.',
    ],
    [
      'a date',
      'The council votes on 12 March in the old customs house.',
      'The council votes on 21 March in the old customs house.',
    ],
  ])('in %s is never exact', (_, before, after) => {
    for (const seed of [3, 14, 159]) expect(HONEST).toContain(stateAfter(seed, before, after));
  });
});

describe('a changed word', () => {
  const LINE = 'Ticket prices in Aldermere ROSE by 3.1 percent in May, said Mirela Stan of the ferry line.';
  it.each([
    ['direction', 'ROSE', 'rose', 'fell'],
    ['direction', 'ROSE', 'increased', 'decreased'],
    ['direction', 'ROSE', 'grew', 'shrank'],
    ['direction', 'in May', 'before May', 'after May'],
    ['name', 'Mirela Stan', 'Mirela Stan', 'Mirela Dorn'],
    ['name', 'Aldermere', 'Aldermere', 'Westerlo'],
    ['date', 'May', 'May', 'June'],
  ])('of a %s (%s: %s, then %s) is changed and marked', (touches, slot, was, is) => {
    const [before, after] = [LINE.replace(slot, was), LINE.replace(slot, is)];
    for (const seed of [2, 71, 828]) expect(stateAfter(seed, before, after)).toBe('changed');
    expect(compareWords(before, after).filter(({ touches: t }) => t === touches)).not.toEqual([]);
  });

  it('by any one letter is never exact', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.nat(),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzßøл'),
        (seed, at, letter) => {
          const quote = `${inventedArticle(seed + 2000)[3]?.split('. ')[0]}.`;
          const letters = [...quote.matchAll(/[a-z]/g)].map(({ index }) => index);
          const where = letters[at % letters.length] ?? 0;
          fc.pre(quote.charAt(where) !== letter);
          expect(HONEST).toContain(
            stateAfter(seed, quote, quote.slice(0, where) + letter + quote.slice(where + 1)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what is no change', () => {
  const STYLES: [string, (text: string) => string][] = [
    ['case', (text) => text.toUpperCase()],
    ['curly quotation marks', (text) => text.replaceAll('"', '”').replaceAll("'", '’')],
    ['dashes', (text) => text.replaceAll(' - ', ' – ')],
    ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
    ['soft hyphens', (text) => text.replaceAll('ti', 't\u00adi')],
  ];
  it.each(STYLES)('%s leaves every quote exact', (_, styled) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const line = `"It's late" - said clerk ${seed} - and repeated the condition.`;
        expect(stateAfter(seed, line, styled(line))).toBe('exact');
      }),
      { numRuns: 40 },
    );
  });
});

describe('another article', () => {
  it('gets nothing painted, whatever was quoted and however long', () => {
    fc.assert(
      fc.property(seeds, seeds, fc.nat(), fc.integer({ min: 12, max: 300 }), (a, b, at, length) => {
        const old = pageOf(inventedArticle(a));
        const start = at % (old.length - length);
        const target = describeSpan(old, { start, end: start + length });
        expect(['suggested', 'missing']).toContain(placeOf(pageOf(foreignArticle(b)), target).state);
      }),
      { numRuns: 200 },
    );
  });

  it('gets nothing painted though every one of its sentences has the same turns of phrase', () => {
    const random = randomFrom(17);
    for (let n = 0; n < 400; n++) {
      const old = pageOf(inventedArticle(1 + Math.floor(random() * 500)));
      const length = 30 + Math.floor(random() * 250);
      const start = Math.floor(random() * (old.length - length));
      const target = describeSpan(old, { start, end: start + length });
      const other = pageOf(inventedArticle(1000 + Math.floor(random() * 500)));
      expect(['suggested', 'missing']).toContain(placeOf(other, target).state);
    }
  });

  it('at the same address gets nothing painted though it repeats the site’s standing sentences', () => {
    const random = randomFrom(5);
    for (let n = 0; n < 30; n++) {
      const standing = `Readers can write to the almanac desk at any hour, edition ${Math.floor(random() * 900)}.`;
      const old = pageOf([...inventedArticle(n + 1), standing]);
      const start = old.text.indexOf(standing);
      const target = describeSpan(old, { start, end: start + standing.length });
      const now = pageOf([...foreignArticle(n + 50), standing.replace(/\d+/, '901')]);
      expect(['suggested', 'missing']).toContain(placeOf(now, target).state);
    }
  });
});
