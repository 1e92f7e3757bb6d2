import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords, sameWords } from '#anchoring/compareWords.ts';

describe('same words', () => {
  it.each([
    ['case', 'The Harbour Board', 'the harbour board'],
    ['quotation marks', 'she said “no”', 'she said "no"'],
    ['apostrophes', 'it’s late', "it's late"],
    ['dashes', 'the plan — a bold one', 'the plan – a bold one'],
    ['a double hyphen for a dash', 'the plan — a bold one', 'the plan -- a bold one'],
    ['an ellipsis', 'and then…', 'and then...'],
    ['white space', 'ten  tonnes', 'ten tonnes'],
  ])('ignore %s', (_, a, b) => expect(sameWords(a, b)).toBe(true));

  it.each([
    ['a digit', 'rose 3.1 percent', 'rose 3.4 percent'],
    ['a decimal', 'rose 3 percent', 'rose 3.5 percent'],
    ['a negation', 'they will pay', 'they will not pay'],
    ['a contraction', 'they will pay', 'they won’t pay'],
    ['a comma', 'he left, she said', 'he left she said'],
    ['a minus sign', 'a change of -3 points', 'a change of 3 points'],
    ['quotation marks around a word', 'he “resigned” in May', 'he resigned in May'],
  ])('do not ignore %s', (_, a, b) => expect(sameWords(a, b)).toBe(false));
});

describe('word comparison', () => {
  it.each([
    ['figure', 'prices rose 3.1 percent', 'prices rose 8.4 percent', '3.1 ', '8.4 '],
    ['direction', 'prices rose by 3 points', 'prices fell by 3 points', 'rose ', 'fell '],
    ['name', 'the offer of Mirela Stan stands', 'the offer of Mirela Dorn stands', 'Stan ', 'Dorn '],
    ['date', 'the vote is on Monday morning', 'the vote is on Friday morning', 'Monday ', 'Friday '],
  ])('marks a changed %s', (touches, before, after, removed, added) => {
    const changes = compareWords(before, after).filter(({ kind }) => kind !== 'same');
    expect(changes).toEqual([
      { kind: 'removed', text: removed, touches },
      { kind: 'added', text: added, touches },
    ]);
  });

  it('marks a negation that was put in', () => {
    expect(compareWords('the dam will hold', 'the dam will not hold')).toEqual([
      { kind: 'same', text: 'the dam will ' },
      { kind: 'added', text: 'not ', touches: 'negation' },
      { kind: 'same', text: 'hold' },
    ]);
  });

  it('gives back both wordings when it is read again', () => {
    const words = fc
      .array(fc.constantFrom('the', 'board', 'paid', '12', 'not', 'crowns', ',', 'Stan'))
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = compareWords(before, after);
        const read = (...kinds: string[]) =>
          changes
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ text }) => text)
            .join(' ')
            .replace(/\s+/g, ' ')
            .trim();
        expect(read('same', 'added')).toBe(after);
        expect(read('same', 'removed')).toBe(before);
      }),
    );
  });
});

describe('a figure that is only written otherwise', () => {
  it.each([
    ['22,400 people', '22 400 people', undefined],
    ['22,400 people', '22400 people', 'en'],
    ['22.400 Menschen', '22 400 Menschen', 'de'],
    ['22’400 Menschen', '22 400 Menschen', 'de-CH'],
    ['1.234.567,5 Euro', '1 234 567,5 Euro', 'de'],
    ['1,234,567.5 dollars', '1234567.5 dollars', 'en'],
    ['um 3,1 gestiegen', 'um 3.1 gestiegen', 'de'],
    ['41 per cent of all', '41% of all', 'en'],
    ['41 percent of all', '41 per cent of all', 'en'],
    ['um 3,1 Prozent', 'um 3,1 %', 'de'],
    ['she said "no" - twice', 'she said “no” – twice', 'en'],
  ])('is no change: %s, %s', (before, after, language) => {
    expect(sameWords(before, after, language)).toBe(true);
    expect(compareWords(`It was ${before} then`, `It was ${after} then`, language)).toEqual([
      { kind: 'same', text: `It was ${after} then` },
    ]);
  });

  it.each([
    ['22,400 people', '22,500 people', 'en'],
    ['3,100 people', '3.100 people', 'en'],
    ['3,100 Menschen', '3.100 Menschen', 'de'],
    ['3.1 per cent', '31 per cent', 'en'],
    ['3.1 million', '3.1 billion', 'en'],
    ['3,1 Millionen', '3,1 Milliarden', 'de'],
    ['by 3 %', 'by 3 points', 'en'],
    ['by 3 percent', 'by 3 percentage points', 'en'],
    ['1.5.2024', '15.2024', 'de'],
  ])('is told from another: %s, %s', (before, after, language) => {
    expect(sameWords(before, after, language)).toBe(false);
    const changes = compareWords(`It was ${before} then`, `It was ${after} then`, language);
    expect(changes.some(({ kind }) => kind !== 'same')).toBe(true);
    expect(changes.some(({ touches }) => touches === 'figure' || touches === 'date')).toBe(true);
  });
});
