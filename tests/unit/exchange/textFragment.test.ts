import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkToQuote, textFragment } from '@/exchange/textFragment';
import { hostileText } from './hostile';

const target = (exact: string, prefix = '', suffix = '', count?: number) => ({
  exact,
  prefix,
  suffix,
  occurrence: count === undefined ? undefined : ([0, count] as [number, number]),
});

/** Reads a directive as the draft's grammar says: `[prefix-,]start[,end][,-suffix]`. */
function read(directive: string) {
  const terms = directive.replace('text=', '').split(',');
  const prefix = terms[0]?.endsWith('-') ? terms.shift()?.slice(0, -1) : undefined;
  const suffix = terms.at(-1)?.startsWith('-') ? terms.pop()?.slice(1) : undefined;
  const decode = (term: string | undefined) => (term === undefined ? undefined : decodeURIComponent(term));
  return {
    prefix: decode(prefix),
    start: decode(terms[0]),
    end: decode(terms[1]),
    suffix: decode(suffix),
    terms: terms.length,
  };
}

describe('a directive', () => {
  it.each([
    [
      'is the quote with whole words of context',
      target('rose 3.1% in May', 'e that unemployment ', ', according to the off'),
      'text=that%20unemployment-,rose%203.1%25%20in%20May,-%2C%20according%20to%20the',
    ],
    [
      'encodes what the grammar and Markdown use',
      target("a-b, (c) & d's *e*!"),
      'text=a%2Db%2C%20%28c%29%20%26%20d%27s%20%2Ae%2A%21',
    ],
    ['evens out white space', target(' two\t  words '), 'text=two%20words'],
    [
      'keeps a half word together with its other half',
      target('employment rose', 'The figures say un', ' again this year'),
      'text=figures%20say%20un-,employment%20rose,-again%20this',
    ],
    [
      'takes no word of context that may be half a word',
      target('the quote', 'alfword', 'halfwo'),
      'text=the%20quote',
    ],
    [
      'names two sentences by their ends, since they may be two paragraphs',
      target('One two three four five six. Seven eight nine ten eleven twelve.'),
      'text=One%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve.',
    ],
    ['names short sentences whole', target('He left. She stayed.'), 'text=He%20left.,She%20stayed.'],
    [
      'takes more last words where they come twice',
      target('We said no to the plan then. They said no to the plan then'),
      'text=We%20said%20no%20to%20the,They%20said%20no%20to%20the%20plan%20then',
    ],
    [
      'keeps a figure with a point in one piece',
      target('a rate of 3.1 per cent'),
      'text=a%20rate%20of%203.1%20per%20cent',
    ],
    [
      'takes context of the neighbouring sentence where the quote may come twice',
      target('She agreed at once.', 'It was late. Nobody spoke. ', ' The vote followed at noon. T', 2),
      'text=Nobody%20spoke.-,She%20agreed%20at%20once.,-The%20vote%20followed%20at',
    ],
    [
      'leaves it out where the quote stands once',
      target('She agreed at once.', 'It was late. Nobody spoke. ', ' The vote followed at noon. T', 1),
      'text=She%20agreed%20at%20once.',
    ],
    ['is empty for an empty quote', target(' \n '), ''],
    [
      'reads words in a script without spaces',
      target('四月起关闭北部渡轮航线', '昨天市议会宣布从', '，因为修理费用太高'),
      expect.stringMatching(/^text=[%\dA-F]+-,%E5%9B%9B%E6%9C%88[%\dA-F]+,-[%\dA-F]+$/u),
    ],
  ])('%s', (_fact, quote, directive) => {
    expect(textFragment(quote)).toEqual(directive);
  });

  it('names a long quote by its first and last words', () => {
    const exact = Array.from({ length: 120 }, (_, i) => `word${i}`).join(' ');
    expect(read(textFragment(target(exact)))).toMatchObject({
      start: 'word0 word1 word2 word3 word4',
      end: 'word115 word116 word117 word118 word119',
    });
  });

  it('decodes to the quote, or to the beginning and the end of it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (exact, prefix, suffix) => {
        const directive = textFragment(target(exact, prefix, suffix));
        const quote = exact.toWellFormed().replace(/\s+/gu, ' ').trim();
        fc.pre(quote !== '');
        const terms = read(directive);
        const spaced = (text: string | undefined) => text?.replace(/\s+/gu, ' ');
        expect(directive).toMatch(/^text=[\w.~%,-]+$/u);
        expect(terms.terms).toBeLessThanOrEqual(2);
        if (terms.end === undefined) expect(spaced(terms.start)).toBe(quote);
        else {
          expect(quote.startsWith(spaced(terms.start) ?? '?')).toBe(true);
          expect(quote.endsWith(spaced(terms.end) ?? '?')).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a link to a quote', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x#:~:text=quote'],
    ['https://a.example/x#part', 'https://a.example/x#part:~:text=quote'],
    ['https://a.example/x#part:~:text=old', 'https://a.example/x#part:~:text=quote'],
    ['https://a.example/x#:~:text=old', 'https://a.example/x#:~:text=quote'],
    ['https://a.example/x?y=1#', 'https://a.example/x?y=1#:~:text=quote'],
    ['https://a.example/#!/route/1', 'https://a.example/#!/route/1:~:text=quote'],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['java\tscript:alert(1)', ''],
    ['nowhere', ''],
  ])('from %s is %s', (url, link) => {
    expect(linkToQuote(url, target('quote'))).toBe(link);
  });

  it('is the page itself where there is no quote', () => {
    expect(linkToQuote('https://a.example/x#part', target(''))).toBe('https://a.example/x#part');
  });
});
