import { describe, expect, it } from 'vitest';
import { suggestAttribution } from '#evidence/index.ts';
import { labelledSentences, scoreAttribution, suggested } from '#tests/bench/evidence/attribution.ts';
import { compared, labelledPairs } from '#tests/bench/evidence/fidelity.ts';
import { filledIndex, paraphrases, seen } from '#tests/bench/evidence/seenBefore.ts';

const sentences = labelledSentences();

describe.each(['en', 'de', 'fr', 'es'])('attribution in %s', (code) => {
  const own = sentences.filter(({ language }) => language === code);

  it('names nobody wrong in 19 of 20 sentences, and misses at most one in ten', () => {
    const { right, given, spoken } = scoreAttribution(own);
    expect(own.length).toBeGreaterThanOrEqual(75);
    expect(right / given).toBeGreaterThanOrEqual(0.95);
    expect(right / spoken).toBeGreaterThanOrEqual(0.9);
  });

  it.each(own.filter(({ who }) => who === '-'))('names nobody in: $sentence', (sentence) => {
    expect(suggested(sentence)).toBe('-');
  });
});

it('names nobody wrong in 19 of 20 sentences that no rule was written with', () => {
  const { right, given, spoken } = scoreAttribution(labelledSentences('unseen.tsv'));
  expect(right / given).toBeGreaterThanOrEqual(0.95);
  expect(right / spoken).toBeGreaterThanOrEqual(0.8);
});

it('says where the speaker stands', () => {
  const sentence = '„Wir zahlen nicht“, sagte Jörg von der Heide am Montag.';
  const got = suggestAttribution(sentence, null, 'de-AT');
  expect(got && sentence.slice(got.start, got.end)).toBe('Jörg von der Heide');
});

it.each(labelledPairs())('is $outcome: $claim | $passage', (pair) => {
  expect(compared(pair)).toBe(pair.outcome);
});

describe('claims seen before', () => {
  const pairs = paraphrases();
  const index = filledIndex(pairs, 2_000);

  it('finds nine of ten told in other words', () => {
    const found = pairs.filter((pair, at) => seen(index, pair, at));
    expect(found.length / pairs.length).toBeGreaterThanOrEqual(0.9);
  });

  it.each(pairs.map((pair, at) => ({ ...pair, at })).filter(({ relation }) => relation !== 'same'))(
    'tells $relation: $other',
    ({ at, relation, ...pair }) => {
      expect(seen(index, { relation, ...pair }, at)?.relation).toBe(relation);
    },
  );

  it('finds a claim no more once it is gone, and itself never', () => {
    const few = filledIndex(pairs, 0);
    expect(few.find(pairs[0]?.claim ?? '', { except: 'pair-0' }).map(({ id }) => id)).not.toContain('pair-0');
    few.delete('pair-0');
    expect(few.find(pairs[0]?.claim ?? '').map(({ id }) => id)).not.toContain('pair-0');
    expect(few.size).toBe(pairs.length - 1);
  });
});
