import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRecord, unpackRecord } from '#exchange/presets/packRecord.ts';
import { wordBreaks } from '#exchange/wordBreaks.ts';
import { canonicalJson } from '#model/canonicalJson.ts';
import { hostileText } from './hostile.ts';

describe('a record is packed', () => {
  it('and comes back with a key that objects have of their own', () => {
    const record = JSON.parse('{"id":"x","ext":{"__proto__":{"b":1,"a":"ü"},"constructor":2}}') as object;
    expect(canonicalJson(record)).toBe('{"ext":{"__proto__":{"a":"ü","b":1},"constructor":2},"id":"x"}');
    expect(canonicalJson(unpackRecord(packRecord(record)))).toBe(canonicalJson(record));
  });
});

describe('words end', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const PIECES = [
    'don’t',
    "o'clock",
    '3.1%',
    '1,000',
    'a_b',
    'e.g.',
    '—',
    '…',
    '“so”',
    'Straße',
    'Übergang',
    ' ',
    '  ',
    '\n',
  ];
  const FOREIGN = [
    'новости',
    'שלום',
    'ד"ר',
    'الميناء',
    'نسبةً',
    '한국',
    '港の',
    'ภาษา',
    '\u0301',
    '\u200d',
    '\u00ad',
    '\u00a0',
    '👩‍🚒',
    '🇫🇷🇩🇪',
    'ｶﾞ',
  ];

  it('where the engine says so, also where each token is asked about once', () => {
    const token = fc.oneof(
      { arbitrary: fc.constantFrom(...PIECES), weight: 6 },
      { arbitrary: fc.constantFrom(...FOREIGN), weight: 2 },
      { arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }), weight: 1 },
      { arbitrary: hostileText, weight: 1 },
    );
    const text = fc
      .array(fc.tuple(token, fc.constantFrom(' ', ' ', ' ', '', ' ,', '. ')), { maxLength: 12 })
      .map((all) => all.flat().join(''));
    fc.assert(
      fc.property(text, (one) => {
        const found: [number, number, boolean][] = [];
        wordBreaks(one, (start, end, isWord) => found.push([start, end, isWord]));
        expect(found).toEqual(
          Array.from(segmenter.segment(one), ({ index, segment, isWordLike }) => [
            index,
            index + segment.length,
            isWordLike,
          ]),
        );
      }),
      { numRuns: 3_000 },
    );
  });
});
