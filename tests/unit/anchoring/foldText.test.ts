import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, normaliseText, prefixLength, rawOffset } from '#anchoring/foldText.ts';

describe('display text', () => {
  it.each([
    ['a run of white space becomes one space', 'a \n\t b', 'a b'],
    ['no-break, thin and ideographic spaces are spaces', 'a\u00a0b\u2009c\u3000d', 'a b c d'],
    ['soft hyphens vanish', 'par\u00adlia\u00adment', 'parliament'],
    ['zero-width marks, bidi marks and the byte order mark vanish', 'a\u200bb\u200cc\u200ed\ufeff', 'abcd'],
    ['a decomposed letter is composed', 'cafe\u0301', 'café'],
    ['ligatures are spelled out', 'e\ufb03cient \ufb01sh', 'efficient fish'],
    ['a joiner inside an emoji stays', '👩\u200d🚒', '👩\u200d🚒'],
    ['a joiner between letters vanishes', 'a\u200db', 'ab'],
    ['ordinary text is returned as it is', 'Plain words, here.', 'Plain words, here.'],
  ])('%s', (_, raw, shown) => expect(normaliseText(raw)).toBe(shown));
});

describe('comparison text', () => {
  it.each([
    ['case', 'The HARBOUR Élan', 'the harbour élan'],
    ['quotation marks', '“it’s” ‚so‘ «yes»', '"it\'s" \'so\' "yes"'],
    ['dashes', '2019–2024 — a−b', '2019-2024 - a-b'],
  ])('evens out %s', (_, shown, folded) => expect(foldText(shown)).toBe(folded));

  it('has the length of the display text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const shown = normaliseText(raw);
        expect(foldText(shown).length).toBe(shown.length);
      }),
    );
  });
});

describe('offsets between raw and display text', () => {
  const raw = fc
    .array(
      fc.constantFrom(
        'a',
        'b',
        ' ',
        '  ',
        '\n',
        '\u00ad',
        '\u00a0',
        'e\u0301',
        '\ufb01',
        '\u200b',
        'Z',
        '👩\u200d🚒',
      ),
    )
    .map((parts) => parts.join(''));

  it('lead to the same display text', () => {
    fc.assert(
      fc.property(raw, fc.nat(), fc.nat(), (text, a, b) => {
        const shown = normaliseText(text);
        const from = shown.length === 0 ? 0 : a % shown.length;
        const to = Math.min(shown.length, from + 1 + (b % 5));
        if (/[\u200d\ud800-\udfff]/.test(shown.slice(Math.max(0, from - 1), to + 1))) return;
        const piece = text.slice(rawOffset(text, from, false), rawOffset(text, to, true));
        expect(normaliseText(piece)).toContain(shown.slice(from, to));
      }),
    );
  });

  it('grow with the raw offset', () => {
    fc.assert(
      fc.property(raw, (text) => {
        for (let i = 1; i <= text.length; i++) {
          expect(prefixLength(text, i)).toBeGreaterThanOrEqual(prefixLength(text, i - 1) - 1);
        }
      }),
    );
  });
});
