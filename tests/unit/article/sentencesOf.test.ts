import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '#article/sentencesOf.ts';
import { SENTENCES } from './sentences.ts';

const glue = (language: string) => (language === 'ja' ? '' : ' ');
const read = (text: string, language: string) =>
  sentencesOf(text, language).map(([start, end]) => text.slice(start, end));

describe.each(Object.entries(SENTENCES))('sentences in %s', (language, marked) => {
  it.each(marked)('%s', (one) => {
    const expected = one.split('|');
    expect(read(expected.join(glue(language)), language)).toEqual(expected);
  });
});

it('has at least 200 sentences of six languages to show it, most of which Unicode alone divides wrongly', () => {
  const bare = (text: string, language: string) =>
    [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
      segment.trim(),
    );
  let [all, right] = [0, 0];
  for (const [language, marked] of Object.entries(SENTENCES))
    for (const one of marked) {
      const expected = one.split('|');
      const found = new Set(bare(expected.join(glue(language)), language));
      all += expected.length;
      right += expected.filter((sentence) => found.has(sentence)).length;
    }
  console.info(`Sentences found whole: ours ${all} of ${all}, Intl.Segmenter alone ${right} of ${all}`);
  expect(Object.keys(SENTENCES)).toHaveLength(6);
  expect(all).toBeGreaterThanOrEqual(200);
  expect(right).toBeLessThan(all);
});

it('reads a text that runs over lines as one, and a line that ended as ended', () => {
  expect(read('The ferry was\nlate again.\nNobody knew why', 'en')).toEqual([
    'The ferry was\nlate again.',
    'Nobody knew why',
  ]);
  expect(read('Tolls rise\n\nthe harbour says', 'en')).toEqual(['Tolls rise', 'the harbour says']);
});

it.each(['', 'xx', 'en-US', 'de_AT', 'no such language!', '\u{1f600}'])(
  'takes any language: %j',
  (language) => {
    expect(read('One is here. Two are not.', language)).toEqual(['One is here.', 'Two are not.']);
  },
);

it('divides any text without losing, doubling or moving a unit', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '. ',
      '? ',
      '… ',
      '» ',
      '“',
      '”',
      '(',
      ')',
      '「',
      '」',
      '。',
      'Mr. ',
      'z. B. ',
      '3. ',
      '\n',
    ),
    fc.constantFrom('U.S. ', 'Word ', 'word ', 'ا', '字', ' ', '\u2029', '\ud800'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const texts = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom('en', 'de', 'fr', 'es', 'ar', 'ja', 'th'), (text, language) => {
      let at = 0;
      for (const [start, end] of sentencesOf(text, language)) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { numRuns: 400 },
  );
});
