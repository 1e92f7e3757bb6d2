import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTokens } from '#anchoring/alignTokens.ts';
import { compareWords } from '#anchoring/compareWords.ts';
import { foldCodes } from '#anchoring/foldText.ts';
import { tokenise } from '#anchoring/tokens.ts';

const tokensOf = (text: string) => tokenise(foldCodes(text), 0, text.length);
const words = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`).join(' ');
const changed = (before: string, after: string) =>
  compareWords(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, text }) => [kind, text.trim()]);

describe('long texts compared', () => {
  it('find the few words that changed among thousands', () => {
    const before = `${words(4_000, 'a')} rose 3.1 per cent ${words(4_000, 'b')} fell ${words(4_000, 'c')}`;
    const after = before.replace('3.1', '8.4').replace(' fell ', ' never fell ');
    expect(changed(before, after)).toEqual([
      ['removed', '3.1'],
      ['added', '8.4'],
      ['added', 'never'],
    ]);
  });

  it('take two texts without a word in common for wholly different, also with 8,000 words each', () => {
    expect(changed(words(8_000, 'a'), words(8_000, 'b'))).toHaveLength(2);
  });

  it('do not run out of memory over 100,000 Han characters', () => {
    const before = '橋の建設費は四億円だった'.repeat(8_400).slice(0, 100_000);
    expect(changed(before, `${before.slice(0, 50_000)}新${before.slice(50_000)}`)).toEqual([['added', '新']]);
    const other = Array.from(before).reverse().join('');
    const all = compareWords(before, other);
    const side = (kind: string) =>
      all
        .filter((one) => one.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect([side('added').length, side('removed')]).toEqual([before.length, other]);
  });
});

it('pairs only equal tokens, in rising order, whatever the texts', () => {
  const text = fc.array(fc.constantFrom('toll', 'ferry', 'rose', 'fell', '3.1', 'the'), { maxLength: 40 });
  const filler = words(2_500, 'x');
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      const a = tokensOf([...one, filler, ...two].join(' '));
      const b = tokensOf([...three, filler, ...one].join(' '));
      let last = -1;
      for (const [i, j] of alignTokens(a, b).entries()) {
        if (j < 0) continue;
        expect(a.hash[i]).toBe(b.hash[j]);
        expect(j).toBeGreaterThan(last);
        last = j;
      }
      expect(last).toBeGreaterThanOrEqual(2_400);
    }),
    { numRuns: 30 },
  );
});
