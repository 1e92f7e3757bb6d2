import fc from 'fast-check';
import { deflateSync, inflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '#exchange/presets/bareBase64.ts';
import { packRecord, unpackRecord } from '#exchange/presets/packRecord.ts';
import { RecordDeflater } from '#exchange/presets/RecordDeflater.ts';
import { wordBreaks } from '#exchange/wordBreaks.ts';
import { canonicalJson } from '#model/canonicalJson.ts';
import { inventedLibrary } from '#tests/bench/library/inventedLibrary.ts';
import { anyNotes } from './arbitraries.ts';
import { hostileText } from './hostile.ts';

const encoder = new TextEncoder();
const DICTIONARY = encoder.encode(
  '{"anchor":{"checkedAt":"2026-01-01T00:00:00.000Z","state":"exact"},"articleId":"',
);

/** One for all tests: what it packed before must leave no trace. */
const deflater = new RecordDeflater(DICTIONARY);
const byFflate = (text: Uint8Array) => deflateSync(text, { dictionary: DICTIONARY, level: 6, mem: 2 });

/** The deflater's bytes where it takes the text; fflate's else. */
const packed = (text: Uint8Array) => deflater.deflate(text) ?? byFflate(text);

describe('a record is packed', () => {
  it('to the very bytes of fflate, whatever stands in it', () => {
    fc.assert(
      fc.property(anyNotes, ({ article, annotations }) => {
        for (const record of [article, ...annotations]) {
          const text = encoder.encode(canonicalJson(record));
          expect(packed(text)).toEqual(byFflate(text));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('to the very bytes of fflate, for bytes that repeat near and far', () => {
    const run = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 60 }));
    const stretches = fc.array(
      fc.oneof(
        run,
        run.map(([one, times]) => [one, times * 9] as const),
      ),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(stretches, (all) => {
        const text = Uint8Array.from(
          all.flatMap(([one, times]) => Array.from({ length: times }, () => [...one]).flat()),
        );
        const bytes = packed(text);
        expect(bytes).toEqual(byFflate(text));
        expect(inflateSync(bytes, { dictionary: DICTIONARY })).toEqual(text);
      }),
      { numRuns: 300 },
    );
  });

  it('to the very bytes of fflate, where many places begin alike', () => {
    const few = fc.array(fc.constantFrom(97, 97, 98, 99), { minLength: 200, maxLength: 3_000, size: 'max' });
    fc.assert(
      fc.property(few, (letters) => {
        const text = Uint8Array.from(letters);
        expect(packed(text)).toEqual(byFflate(text));
      }),
      { numRuns: 60 },
    );
  });

  it('without fflate for nearly all that people write', () => {
    const { annotations } = inventedLibrary(400);
    const left = annotations.filter((one) => !deflater.deflate(encoder.encode(canonicalJson(one))));
    expect(left.length).toBeLessThan(annotations.length / 10);
  });

  it('and comes back with a key that objects have of their own', () => {
    const record = JSON.parse('{"id":"x","ext":{"__proto__":{"b":1,"a":"ü"},"constructor":2}}') as object;
    expect(canonicalJson(record)).toBe('{"ext":{"__proto__":{"a":"ü","b":1},"constructor":2},"id":"x"}');
    expect(canonicalJson(unpackRecord(packRecord(record)))).toBe(canonicalJson(record));
  });

  it('in letters that everybody reads', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64').replace(/=+$/u, ''));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
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
