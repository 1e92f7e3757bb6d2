import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClaimPatch } from '#model/drafts.ts';
import type { Annotation, Claim } from '#model/records.ts';
import { PanelForms } from '#panel/sidebar/PanelForms.ts';
import { TypedClaims } from '#panel/sidebar/TypedClaims.ts';

const STORED: Claim = { statement: 'Tolls rose.', type: 'quantity', attribution: 'The port', status: 'open' };

function make(store = new Map<string, Record<string, string>>()) {
  const forms = new PanelForms(
    {
      list: async () => [...store].map(([key, fields]) => ({ key, fields })),
      put: async ({ key, fields }) => void store.set(key, fields),
      clear: async (key) => void store.delete(key),
    },
    () => undefined,
  );
  const write = vi.fn(async (_id: string, _claim: ClaimPatch | null): Promise<unknown> => undefined);
  const onFault = vi.fn();
  const claims = new TypedClaims({ forms, write, onFault, onChange: () => undefined });
  return { store, forms, write, onFault, claims };
}

describe('a claim being typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is written after a pause, only the fields that were typed', async () => {
    const { claims, write, store } = make();
    claims.type('one', { ...STORED, statement: 'Tolls rose b' }, STORED);
    claims.type('one', { ...STORED, statement: 'Tolls rose by 12 per cent.' }, STORED);
    expect(claims.get('one')?.claim?.statement).toBe('Tolls rose by 12 per cent.');
    await vi.runAllTimersAsync();
    expect(write.mock.calls).toEqual([['one', { statement: 'Tolls rose by 12 per cent.' }]]);
    expect(claims.get('one')).toBe(undefined);
    expect(store.size).toBe(0);
  });

  it('is written whole where it is new, loses what was emptied, and goes where it was taken away', async () => {
    const { claims, write } = make();
    claims.type('new', { ...STORED, statement: '' }, undefined);
    claims.type('emptied', STORED, { ...STORED, verdict: 'True.', resolveBy: '2027-01-01' });
    claims.type('gone', undefined, STORED);
    await vi.runAllTimersAsync();
    expect(write.mock.calls).toEqual([
      ['new', { ...STORED, statement: '' }],
      ['emptied', { verdict: null, resolveBy: null }],
      ['gone', null],
    ]);
  });

  it('tells what was typed during a slow write from what that wrote', async () => {
    const { claims, write } = make();
    let release: (value: unknown) => void = () => undefined;
    write.mockReturnValueOnce(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    claims.type('one', { ...STORED, statement: 'First.' }, STORED);
    await vi.advanceTimersByTimeAsync(400);
    claims.type('one', { ...STORED, statement: 'First.', status: 'settled' }, STORED);
    release(null);
    await vi.runAllTimersAsync();
    expect(write.mock.calls).toEqual([
      ['one', { statement: 'First.' }],
      ['one', { status: 'settled' }],
    ]);
  });

  it('is kept where it can’t be written, and the next panel writes it over what is stored then', async () => {
    const { claims, write, onFault, store } = make();
    write.mockRejectedValue(new Error('full'));
    claims.type('one', { ...STORED, statement: 'Mine.' }, STORED);
    await vi.runAllTimersAsync();
    expect(onFault).toHaveBeenCalledOnce();
    expect(claims.get('one')?.claim?.statement).toBe('Mine.');
    const next = make(store);
    await next.forms.load();
    const claim: Claim = { ...STORED, attribution: 'The union' };
    next.claims.resume([{ id: 'one', claim } as Annotation]);
    expect(next.claims.get('one')?.claim).toMatchObject({ statement: 'Mine.', attribution: 'The union' });
    await vi.runAllTimersAsync();
    expect(next.write.mock.calls).toEqual([['one', { statement: 'Mine.' }]]);
    expect(store.size).toBe(0);
  });
});
