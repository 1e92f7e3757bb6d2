import { describe, expect, it } from 'vitest';
import type { Anchored } from '#messaging/anchored.ts';
import { cardOf, type InHand } from '#panel/cardOf.ts';
import { anAnnotation } from '../exchange/records.ts';

const inHand = {
  notes: { conflicts: new Map(), textOf: () => '', savingOf: () => ({ kind: 'saved' }) },
  claims: { claimOf: () => undefined },
  known: { seenBefore: () => [], citations: new Map() },
  earlier: new Map(),
  links: new Map(),
} as unknown as InHand;

const cardFor = (exact: string, textNow: string, state: Anchored['state'] = 'exact') => {
  const stored = anAnnotation({ exact });
  const now = { id: stored.id, state, start: 3, textNow, changes: [], hidden: false };
  return cardOf(stored, now, 'de', new Map(), inHand);
};

describe('a card of words that stand in the page', () => {
  it('says where only their writing is another', () => {
    expect(cardFor('22,400 ballots', '22 400 ballots').rewritten).toBe('22 400 ballots');
  });

  it.each([
    ['the same words', '22,400 ballots', 'exact'],
    ['other white space', '22,400\n  ballots', 'exact'],
    ['changed words', '22,500 ballots', 'changed'],
  ] as const)('says nothing of it for %s', (_, now, state) => {
    expect(cardFor('22,400 ballots', now, state).rewritten).toBeUndefined();
  });
});
