import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { expect, it } from 'vitest';
import { LONGEST_SHORT, shortDeflater } from '#exchange/presets/deflateShort.ts';

const dictionary = new TextEncoder().encode('"note":"","tags":[],"createdAt":"2026-","sources":[]}');
const deflate = shortDeflater(dictionary);

/** Bytes of few kinds, which hold long copies, of all kinds, which hold none, and texts. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: LONGEST_SHORT, max: 2 }),
  fc.uint8Array({ maxLength: LONGEST_SHORT, size: 'max' }),
  fc.string({ unit: 'grapheme', maxLength: 900, size: 'max' }).map((text) => new TextEncoder().encode(text)),
);

it('what is packed is unpacked by fflate and by zlib, to the letter', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const packed = deflate(given).slice();
      expect(inflateSync(packed, { dictionary, out: new Uint8Array(given.length) })).toEqual(given);
      expect(new Uint8Array(inflateRawSync(packed, { dictionary }))).toEqual(given);
    }),
    { numRuns: 200 },
  );
});

it('packs whole runs, also the longest copies', () => {
  for (const length of [0, 1, 2, 3, 4, 257, 258, 259, 260, 261, 516, 517, LONGEST_SHORT]) {
    const given = new Uint8Array(length).fill(65);
    const packed = deflate(given).slice();
    expect(new Uint8Array(inflateRawSync(packed, { dictionary }))).toEqual(given);
    if (length > 100) expect(packed.length).toBeLessThan(length / 8);
  }
});

it('equal bytes give equal bytes, whatever was packed between', () => {
  const given = new TextEncoder().encode('"note":"The tolls rise","tags":["port"]');
  const first = deflate(given).slice();
  deflate(new Uint8Array(LONGEST_SHORT).fill(7));
  expect(deflate(given)).toEqual(first);
});
