import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelForms } from '#panel/sidebar/PanelForms.ts';

const KEY = 'source one';

/** A store that holds drafts, and a panel over it. `crash` gives the next panel over the same store. */
function make(store = new Map<string, Record<string, string>>()) {
  const drafts = {
    list: async () => [...store].map(([key, fields]) => ({ key, fields })),
    put: async ({ key, fields }: { key: string; fields: Record<string, string> }) =>
      void store.set(key, fields),
    clear: async (key: string) => void store.delete(key),
  };
  const onChange = vi.fn();
  const forms = new PanelForms(drafts, onChange);
  const crash = async () => {
    const next = make(store);
    await next.forms.load();
    return next;
  };
  return { store, forms, onChange, crash };
}

describe('a form being filled in', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is kept after a pause and is there for the next panel', async () => {
    const { store, forms, crash } = make();
    forms.type(KEY, { url: 'a' });
    forms.type(KEY, { url: 'ab' });
    expect(store.size).toBe(0);
    await vi.runAllTimersAsync();
    expect((await crash()).forms.get(KEY)).toEqual({ url: 'ab' });
  });

  it('is kept the moment the panel closes', async () => {
    const { forms, crash } = make();
    forms.type(KEY, { url: 'a' });
    forms.hold('claim one', { statement: 'b' });
    forms.keepAll();
    const { forms: next } = await crash();
    expect([next.get(KEY), next.get('claim one')]).toEqual([{ url: 'a' }, { statement: 'b' }]);
  });

  it('is forgotten when the reader gives it up, or takes back all they typed', async () => {
    const { store, forms, crash } = make();
    forms.type(KEY, { url: 'a' });
    await vi.runAllTimersAsync();
    forms.drop(KEY);
    expect([forms.get(KEY), store.size]).toEqual([undefined, 0]);
    forms.type(KEY, { url: 'a' });
    await vi.runAllTimersAsync();
    forms.type(KEY, {});
    await vi.runAllTimersAsync();
    expect(store.size).toBe(0);
    expect((await crash()).forms.get(KEY)).toBe(undefined);
  });

  it('is closed while it is saved, and forgotten after', async () => {
    const { store, forms } = make();
    forms.type(KEY, { url: 'a' });
    const work = vi.fn(async () => expect(forms.get(KEY)).toBe(undefined));
    await forms.save(KEY, work);
    expect(work).toHaveBeenCalledOnce();
    expect(store.size).toBe(0);
  });

  it('is open again and kept where saving fails, and comes to one record with one id on retry', async () => {
    const { forms, crash } = make();
    const ids: string[] = [];
    const fail = async (id: string) => {
      ids.push(id);
      throw new Error('full');
    };
    forms.type(KEY, { url: 'a' });
    await expect(forms.save(KEY, fail)).rejects.toThrow('full');
    expect(forms.get(KEY)).toEqual({ url: 'a' });
    const { forms: next } = await crash();
    await next.save(KEY, async (id) => void ids.push(id));
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });

  it('is not touched by what was saved before it', async () => {
    const { forms } = make();
    const ids: string[] = [];
    forms.type(KEY, { url: 'first' });
    await forms.save(KEY, async (id) => {
      ids.push(id);
      forms.type(KEY, { url: 'second' });
    });
    expect(forms.get(KEY)).toEqual({ url: 'second' });
    await forms.save(KEY, async (id) => void ids.push(id));
    expect(new Set(ids).size).toBe(2);
  });

  it('is forgotten when what comes of it is there already', async () => {
    const { forms, store } = make();
    forms.type(KEY, { url: 'a' });
    await vi.runAllTimersAsync();
    forms.forgetStored(new Set(['another']));
    expect(forms.get(KEY)).toEqual({ url: 'a' });
    forms.forgetStored(new Set([...store.values()].flatMap((fields) => Object.values(fields))));
    expect([forms.get(KEY), store.size]).toEqual([undefined, 0]);
  });
});
