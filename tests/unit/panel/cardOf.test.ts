import { describe, expect, it } from 'vitest';
import type { Anchored } from '#messaging/anchored.ts';
import { cardOf, type InHand } from '#panel/cardOf.ts';
import { newSource } from '#storage/applyPatch.ts';
import { anAnnotation } from '../exchange/records.ts';

const inHand = {
  notes: { textOf: () => '', savingOf: () => ({ kind: 'saved' }) },
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

describe('a card of words that two devices wrote at once', () => {
  const at = '2026-03-12T09:20:00.000Z';
  const noted = { at, kind: 'note-conflict', before: 'Said on A', after: 'Said on B' } as const;
  const claimed = { at, kind: 'claim-conflict', before: 'Tolls rose', after: 'Tolls fell' } as const;
  const stored = anAnnotation({ exact: 'tolls' });
  const claim = { statement: 'Tolls fell', type: 'quantity', attribution: '', status: 'open' } as const;
  const apartIn = (fields: Partial<typeof stored>) =>
    cardOf({ ...stored, ...fields }, undefined, 'en', new Map(), inHand).apart;

  it('has the one that does not stand, and says of what it is', () => {
    expect(apartIn({ history: [noted], note: 'Said on B' })).toMatchObject({ of: 'note', entry: noted });
    expect(apartIn({ history: [claimed], claim })).toMatchObject({ of: 'statement', here: 'Tolls fell' });
    expect(
      apartIn({ history: [claimed], claim: { ...claim, statement: '', reason: 'Tolls fell' } }),
    ).toMatchObject({ of: 'reason' });
    const source = newSource({ title: 'Yearbook', stance: 'context', note: 'Tolls fell' }, 's', at);
    expect(apartIn({ history: [claimed], sources: [source] })).toMatchObject({ of: 'remark', sourceId: 's' });
  });

  it('has none where both wordings stand, or the words were changed since', () => {
    expect(apartIn({ history: [noted], note: 'Said on B\n\nSaid on A' })).toBeUndefined();
    expect(apartIn({ history: [claimed], claim: { ...claim, statement: 'Tolls stood' } })).toBeUndefined();
    expect(apartIn({ history: [claimed] })).toBeUndefined();
  });
});

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
