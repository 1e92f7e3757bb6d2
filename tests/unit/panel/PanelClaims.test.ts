import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import type { ClaimPatch } from '#model/drafts.ts';
import type { Claim } from '#model/records.ts';
import type { Fields } from '#model/typedKey.ts';
import { PanelClaims } from '#panel/PanelClaims.ts';
import { PanelTexts } from '#panel/PanelTexts.ts';

const STORED: Claim = { statement: 'Tolls rose.', type: 'quantity', attribution: 'The port', status: 'open' };
const record = (claim: Claim | undefined, id = 'one', revision = 1) => ({ id, claim, revision });

function make(store = new Map<string, Fields>()) {
  const keeping = {
    list: async () => [...store].map(([key, fields]) => ({ key, fields })),
    put: async ({ key, fields }: { key: string; fields: Fields }) => void store.set(key, fields),
    clear: async (key: string) => void store.delete(key),
  };
  const texts = new PanelTexts(keeping, () => undefined);
  const write = vi.fn(async (_id: string, _claim: ClaimPatch | null): Promise<number> => 2);
  const onFault = vi.fn();
  const claims = new PanelClaims({ texts, write, onFault, onChange: () => undefined });
  return { store, texts, write, onFault, claims };
}

describe('a claim being typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is written after a pause, only the fields that were typed', async () => {
    const { claims, write, store } = make();
    claims.type({ ...STORED, statement: 'Tolls rose b' }, record(STORED));
    claims.type({ ...STORED, statement: 'Tolls rose by 12 per cent.' }, record(STORED));
    expect(claims.claimOf(record(STORED))?.statement).toBe('Tolls rose by 12 per cent.');
    await vi.runAllTimersAsync();
    expect(write.mock.calls).toEqual([['one', { statement: 'Tolls rose by 12 per cent.' }]]);
    expect(claims.claimOf(record({ ...STORED, statement: 'Theirs.' }, 'one', 3))?.statement).toBe('Theirs.');
    expect(store.size).toBe(0);
  });

  it('is written whole where it is new, loses what was emptied, and goes where it was taken away', async () => {
    const { claims, write } = make();
    claims.type({ ...STORED, statement: '' }, record(undefined, 'new'));
    claims.type(STORED, record({ ...STORED, verdict: 'True.', resolveBy: '2027-01-01' }, 'emptied'));
    claims.type(undefined, record(STORED, 'gone'));
    expect(claims.claimOf(record(STORED, 'gone'))).toBe(undefined);
    await vi.runAllTimersAsync();
    expect(new Map(write.mock.calls)).toEqual(
      new Map<string, ClaimPatch | null>([
        ['new', { ...STORED, statement: '' }],
        ['emptied', { verdict: null, resolveBy: null }],
        ['gone', null],
      ]),
    );
  });

  it('tells what was typed during a slow write from what that wrote', async () => {
    const { claims, write } = make();
    let release: (revision: number) => void = () => undefined;
    write.mockReturnValueOnce(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    claims.type({ ...STORED, statement: 'First.' }, record(STORED));
    await vi.advanceTimersByTimeAsync(400);
    claims.type({ ...STORED, statement: 'First.', status: 'settled' }, record(STORED));
    release(2);
    await vi.runAllTimersAsync();
    expect(write.mock.calls).toEqual([
      ['one', { statement: 'First.' }],
      ['one', { status: 'settled' }],
    ]);
  });

  it('is kept where it can’t be written, and the next panel writes it over what is stored then', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { claims, write, onFault, store } = make();
    write.mockRejectedValue(new Error('full'));
    claims.type({ ...STORED, statement: 'Mine.' }, record(STORED));
    await vi.runAllTimersAsync();
    expect(onFault).toHaveBeenCalledOnce();
    expect(claims.claimOf(record(STORED))?.statement).toBe('Mine.');
    const next = make(store);
    await next.texts.load();
    const now = record({ ...STORED, attribution: 'The union' }, 'one', 5);
    next.claims.resume([now]);
    expect(next.claims.claimOf(now)).toMatchObject({ statement: 'Mine.', attribution: 'The union' });
    await vi.runAllTimersAsync();
    expect(next.write.mock.calls).toEqual([['one', { statement: 'Mine.' }]]);
    expect(store.size).toBe(0);
  });

  it('that can’t be taken away is shown again with what was typed into it', async () => {
    const { claims, write, onFault } = make();
    write.mockRejectedValue(new Error('full'));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    claims.type({ ...STORED, statement: 'Mine.' }, record(STORED));
    claims.type(undefined, record(STORED));
    await vi.runAllTimersAsync();
    expect(claims.claimOf(record(STORED))?.statement).toBe('Mine.');
    expect(onFault).toHaveBeenCalled();
  });
});
