import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareQuote } from '#evidence/compareQuote.ts';

const source =
  'We never said that the northern line would close, and the council has not voted on it, the mayor told the assembly. Costs rose by 3.1 per cent to 5 million euros.';

describe('an article against the passage of its source', () => {
  it.each([
    ['verbatim', 'the same words', 'the council has not voted on it'],
    ['verbatim', 'other quotation marks, case and punctuation', '“The council has not voted on it!”'],
    [
      'verbatim',
      'words around the quotation',
      'Yesterday the mayor insisted that “the council has not voted on it”, to applause.',
    ],
    ['verbatim', 'per cent as a sign', 'Costs rose by 3.1% to 5 million euros'],
    ['trimmed', 'an omission mark', '“We never said … the council has not voted on it”'],
    [
      'trimmed',
      'a bracketed omission mark',
      '“We never said that the northern line would close [...] the mayor told the assembly”',
    ],
    ['trimmed', "an editor's word in brackets", '“[They] never said that the northern line would close”'],
    ['altered words', 'a negation left out', '“the council has voted on it”'],
    ['altered words', 'a word exchanged', '“the council has not agreed on it”'],
    ['altered words', 'words left out without a mark', 'We said that the northern line would close'],
    ['figure differs', 'another figure', 'Costs rose by 8.4 per cent to 5 million euros'],
    [
      'unit differs',
      'percentage points for per cent',
      'Costs rose by 3.1 percentage points to 5 million euros',
    ],
    ['unit differs', 'billion for million', 'Costs rose by 3.1 per cent to 5 billion euros'],
    [
      'other words',
      'a report in other words',
      'Nobody at city hall wants to stop ferries, people heard on Tuesday evening',
    ],
    ['nothing to compare', 'an empty article', ' … '],
  ])('is %s for %s', (result, _case, article) => {
    expect(compareQuote(article, source).result).toBe(result);
  });

  it('lists what was altered', () => {
    expect(compareQuote('“the council has voted on it”', source).changes).toEqual([
      { article: '', source: 'not' },
    ]);
    expect(compareQuote('the council has not agreed on it', source).changes).toEqual([
      { article: 'agreed', source: 'voted' },
    ]);
  });

  it('names both figures', () => {
    expect(compareQuote('Costs rose by 8.4 per cent to 5 million euros', source).figures).toEqual([
      { kind: 'figure differs', article: '8.4 per cent', source: '3.1 per cent' },
    ]);
  });

  it.each([
    ['3 in 10 and 30%', 'Some 3 in 10 ships were late', 'Some 30% of ships were late', []],
    ['decimals in both notations', 'ein Plus von 3,1 Prozent', 'up 3.1%', []],
    ['thousands in both notations', '1.200 ships', '1,200 ships', []],
    ['a figure that the source has not', 'It rose 3% in 2025', 'It rose', ['not in source', 'not in source']],
  ])('knows %s', (_case, article, given, kinds) => {
    expect(compareQuote(article, given).figures.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('is verbatim for any stretch of the source, however it is punctuated', () => {
    const list = source.split(' ').slice(0, 22);
    const marks = fc.constantFrom('', ',', ' –', ';', '!');
    fc.assert(
      fc.property(fc.nat(list.length - 5), fc.integer({ min: 4, max: 12 }), marks, (from, count, mark) => {
        const words = list
          .slice(from, from + count)
          .map((word, i) => (/\d/u.test(word) || i % 3 ? word : word.replace(/[.,]?$/u, mark)));
        expect(compareQuote(`“${words.join(' ')}”`, source).result).toBe('verbatim');
      }),
    );
  });

  it('is never verbatim once one word is exchanged', () => {
    const list = source.split(' ').slice(0, 20);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: list.length - 2 }), (at) => {
        expect(compareQuote(list.with(at, 'zeppelin').join(' '), source).result).toBe('altered words');
      }),
    );
  });
});
