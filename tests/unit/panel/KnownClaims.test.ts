import { expect, it } from 'vitest';
import type { ClaimEntry } from '#model/ClaimEntry.ts';
import { KnownClaims } from '#panel/KnownClaims.ts';
import type { Library } from '#storage/index.ts';
import { aSource } from '../evidence/aSource.ts';

const entry = (id: string, quote: string, change: Partial<ClaimEntry> = {}): ClaimEntry => ({
  id,
  articleId: `article of ${id}`,
  updatedAt: '2026-03-04T09:00:00.000Z',
  articleTitle: id,
  language: 'en',
  quote,
  claim: { statement: '', type: 'other', attribution: '', status: 'open' },
  sources: [],
  ...change,
});

/** A library that holds these and nothing else. */
function known(stored: Map<string, ClaimEntry>) {
  const claims = async (ids?: string[]) =>
    ids ? ids.flatMap((id) => stored.get(id) ?? []) : [...stored.values()];
  return new KnownClaims({ annotations: { claims } } as unknown as Library);
}

it('follows claims that come, change and go, and counts where a source is cited', async () => {
  const stored = new Map(
    [
      entry('a', 'Rents in Elmford have doubled since 2019.', {
        sources: [aSource({ url: 'https://x.example/1#a' })],
      }),
      entry('b', 'The ferry sank on Tuesday near the pier.', {
        sources: [aSource({ url: 'https://x.example/1' })],
      }),
    ].map((one) => [one.id, one]),
  );
  const claims = known(stored);
  await claims.load();
  const like = 'Since 2019, rents have doubled in Elmford.';
  const found = () => claims.seenBefore('c', like, 'en').map((seen) => seen.entry.id);
  expect(found()).toEqual(['a']);
  expect(claims.seenBefore('a', like, 'en')).toEqual([]);
  expect(claims.citations().get('https://x.example/1')).toBe(2);

  stored.set('b', entry('b', 'In Elmford rents doubled since 2019.'));
  await claims.changed(['b']);
  expect(found().sort()).toEqual(['a', 'b']);
  stored.delete('a');
  await claims.changed([]);
  expect(found()).toEqual(['b']);
  expect(claims.citations().size).toBe(0);
});
