import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UnsavedText } from '#model/drafts.ts';
import type { Fields } from '#model/typedKey.ts';
import { Autosave } from '#typing/Autosave.ts';
import { type Keeping, keptTexts } from '#typing/keptText.ts';

const KEY = 'note one';
const FORM = 'source one';

/** A store of kept texts, and a view over it; `crash` gives what the next view over the same store finds. */
let views = 0;
function view(store = new Map<string, Omit<UnsavedText, 'key'>>()) {
  const keeping: Required<Keeping> = {
    list: async () => [...store].map(([key, kept]) => ({ key, ...kept })),
    put: async ({ key, ...kept }) => void store.set(key, kept),
    clear: async (key, by) => {
      if (!by || by.includes(store.get(key)?.by ?? '')) store.delete(key);
    },
    leave: vi.fn(),
  };
  let ids = 0;
  const onFault = vi.fn();
  const typed = new Autosave<string>({
    place: 'panel',
    keeping,
    by: `view-${++views}`,
    reason: String,
    onChange: () => undefined,
    newId: () => `id-${++ids}`,
    onFault,
  });
  const written: [string | undefined, string | undefined][] = [];
  let revision = 1;
  const write = vi.fn(async (fields: Fields, base: Fields) => {
    written.push([fields.note, base.note]);
    revision += 1;
    return revision;
  });
  const type = (note: string, stored = '', at = 1) =>
    typed.type(KEY, { note }, { fields: { note: stored }, revision: at }, write);
  const textOf = (stored: string, at: number) =>
    typed.textOf(KEY, { fields: { note: stored }, revision: at }).note;
  const crash = async () => {
    const next = view(store);
    return { ...next, kept: await keptTexts(next.keeping, 'panel') };
  };
  return { store, keeping, typed, write, written, type, textOf, crash, onFault };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a field being typed into', () => {
  it('is written once after a pause, with what it began as', async () => {
    const { typed, type, written } = view();
    type('a', 'old');
    type('ab', 'old');
    expect(typed.savingOf(KEY)).toEqual({ kind: 'saving' });
    await vi.runAllTimersAsync();
    expect(written).toEqual([['ab', 'old']]);
    expect(typed.savingOf(KEY)).toEqual({ kind: 'saved' });
  });

  it('hides what the library says until that knows of the last save', async () => {
    const { type, textOf } = view();
    type('new', 'old');
    await vi.runAllTimersAsync();
    expect(textOf('old', 1)).toBe('new');
    expect(textOf('from elsewhere', 3)).toBe('from elsewhere');
  });

  it('goes on from what another window wrote once it is saved', async () => {
    const { type, written } = view();
    type('mine');
    await vi.runAllTimersAsync();
    type('joined by hand', 'theirs', 3);
    await vi.runAllTimersAsync();
    expect(written.at(-1)).toEqual(['joined by hand', 'theirs']);
  });

  it('keeps its base while another window writes, so that both versions are kept', async () => {
    const { type, textOf, written } = view();
    type('mine', 'before');
    type('mine too', 'theirs', 2);
    expect(textOf('theirs', 2)).toBe('mine too');
    await vi.runAllTimersAsync();
    expect(written.at(-1)).toEqual(['mine too', 'before']);
  });

  it('is written one write after the other, so that a slow one is no stranger to the next', async () => {
    const { typed, type, write, written } = view();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    write.mockImplementation(async (fields, base) => {
      written.push([fields.note, base.note]);
      await held;
      return written.length + 1;
    });
    type('a');
    const first = typed.flush(KEY);
    type('ab');
    const [second, third] = [typed.finish(KEY), typed.finish(KEY)];
    release();
    await Promise.all([first, second, third]);
    expect(written).toEqual([
      ['a', ''],
      ['ab', 'a'],
    ]);
  });

  it('shows no older version when it is closed before the library was read again', async () => {
    const { typed, type, textOf } = view();
    type('new', 'old');
    await typed.finish(KEY);
    expect(typed.savingOf(KEY)).toEqual({ kind: 'idle' });
    expect(textOf('old', 1)).toBe('new');
    expect(textOf('newer', 2)).toBe('newer');
  });

  it('stays as typed where it can’t be written, is kept, and forgotten once a retry stored it', async () => {
    const { typed, type, write, store, textOf } = view();
    write.mockRejectedValueOnce(new Error('The disk is full.'));
    type('precious');
    await vi.runAllTimersAsync();
    expect(typed.savingOf(KEY)).toEqual({ kind: 'failed', reason: 'Error: The disk is full.' });
    expect([textOf('', 1), store.size]).toEqual(['precious', 1]);
    expect(await typed.finish(KEY)).toBe(true);
    expect([textOf('precious', 2), store.size]).toEqual(['precious', 0]);
  });

  it('is kept with its base the moment the view closes, and the next view writes it over that base', async () => {
    const { typed, type, crash } = view();
    type('half a thou', 'old');
    typed.keepAll();
    const next = await crash();
    const [kept] = next.kept;
    expect(kept).toMatchObject({ key: KEY, fields: { note: 'half a thou' }, base: { note: 'old' } });
    if (kept) next.typed.resume(kept, { fields: { note: 'theirs' }, revision: 4 }, next.write);
    expect(next.textOf('theirs', 4)).toBe('half a thou');
    await vi.runAllTimersAsync();
    expect(next.written).toEqual([['half a thou', 'old']]);
    expect(next.store.size).toBe(0);
  });

  it('is kept again where more was typed after it was kept', async () => {
    const { typed, type, write, crash } = view();
    write.mockRejectedValue(new Error('full'));
    type('one');
    await vi.runAllTimersAsync();
    type('one two');
    typed.keepAll();
    expect((await crash()).kept[0]?.fields).toEqual({ note: 'one two' });
  });

  it('says so where it can be neither written nor kept, and stays in the field', async () => {
    const { typed, type, write, keeping, onFault, textOf } = view();
    write.mockRejectedValue(new Error('dead'));
    keeping.put = async () => {
      throw new Error('dead, too');
    };
    type('only here');
    await vi.runAllTimersAsync();
    expect([typed.savingOf(KEY).kind, textOf('', 1)]).toEqual(['failed', 'only here']);
    expect(onFault).toHaveBeenCalledOnce();
  });
});

describe('a form being filled in', () => {
  it('is kept after a pause and is there for the next view', async () => {
    const { store, typed, crash } = view();
    typed.fill(FORM, { url: 'a' });
    typed.fill(FORM, { url: 'ab' });
    expect(store.size).toBe(0);
    await vi.runAllTimersAsync();
    const next = await crash();
    for (const kept of next.kept) next.typed.resumeForm(kept);
    expect(next.typed.formOf(FORM)).toEqual({ url: 'ab' });
  });

  it('is kept the moment the view closes', async () => {
    const { typed, crash } = view();
    typed.fill(FORM, { url: 'a' });
    typed.keepAll();
    expect((await crash()).kept).toMatchObject([{ key: FORM, fields: { url: 'a' } }]);
  });

  it('is forgotten when the reader gives it up, or takes back all they typed', async () => {
    const { store, typed } = view();
    typed.fill(FORM, { url: 'a' });
    await vi.runAllTimersAsync();
    typed.drop(FORM);
    expect([typed.formOf(FORM), store.size]).toEqual([undefined, 0]);
    typed.fill(FORM, { url: 'a' });
    await vi.runAllTimersAsync();
    typed.fill(FORM, {});
    await vi.runAllTimersAsync();
    expect(store.size).toBe(0);
  });

  it('is closed while it is saved, and forgotten after', async () => {
    const { store, typed } = view();
    typed.fill(FORM, { url: 'a' });
    const work = vi.fn(async () => expect(typed.formOf(FORM)).toBe(undefined));
    await typed.save(FORM, work);
    expect(work).toHaveBeenCalledOnce();
    await vi.runAllTimersAsync();
    expect(store.size).toBe(0);
  });

  it('is open again and kept where saving fails, and comes to one record with one id on retry', async () => {
    const { typed, crash } = view();
    const ids: string[] = [];
    typed.fill(FORM, { url: 'a' });
    const failing = typed.save(FORM, async (id) => {
      ids.push(id);
      throw new Error('full');
    });
    await expect(failing).rejects.toThrow('full');
    expect(typed.formOf(FORM)).toEqual({ url: 'a' });
    const next = await crash();
    for (const kept of next.kept) next.typed.resumeForm(kept);
    await next.typed.save(FORM, async (id) => void ids.push(id));
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });

  it('is not touched by what was saved before it', async () => {
    const { typed } = view();
    const ids: string[] = [];
    typed.fill(FORM, { url: 'first' });
    await typed.save(FORM, async (id) => {
      ids.push(id);
      typed.fill(FORM, { url: 'second' });
    });
    expect(typed.formOf(FORM)).toEqual({ url: 'second' });
    await typed.save(FORM, async (id) => void ids.push(id));
    expect(new Set(ids).size).toBe(2);
  });

  it('is forgotten when what comes of it is there already', async () => {
    const { typed, store } = view();
    typed.fill(FORM, { url: 'a' });
    await vi.runAllTimersAsync();
    typed.forgetStored(new Set(['another']));
    expect(typed.formOf(FORM)).toEqual({ url: 'a' });
    typed.forgetStored(new Set([...store.values()].flatMap(({ fields }) => Object.values(fields))));
    expect([typed.formOf(FORM), store.size]).toEqual([undefined, 0]);
  });
});

describe('views that follow each other', () => {
  it('leaves all that is not stored before it asks anybody to keep it', () => {
    const { typed, type, keeping, store } = view();
    type('new', 'old');
    typed.fill(FORM, { title: 'Tariff list' });
    typed.keepAll();
    expect(keeping.leave).toHaveBeenCalledWith([
      expect.objectContaining({
        key: `typed:panel:${KEY}`,
        fields: expect.objectContaining({ note: 'new' }),
      }),
      expect.objectContaining({ key: `typed:panel:${FORM}`, by: expect.any(String) }),
    ]);
    expect(store.size).toBe(2);
  });

  it('leaves nothing that is stored', async () => {
    const { typed, type, keeping } = view();
    type('new', 'old');
    await vi.runAllTimersAsync();
    typed.keepAll();
    expect(keeping.leave).toHaveBeenCalledWith([]);
  });

  it('clears what it went on with, and never what the earlier view kept after that was read', async () => {
    const first = view();
    first.type('one');
    first.typed.keepAll();
    const second = await first.crash();
    const [kept] = second.kept;
    if (!kept) throw new Error('Nothing was kept.');
    // The last words of the view that closed come after the next one has read.
    first.store.set(`typed:panel:${kept.key}`, {
      fields: { note: 'one and two', ' base note': '' },
      by: 'a view in between',
    });
    second.typed.resume(kept, { fields: { note: '' }, revision: 1 }, second.write);
    await vi.runAllTimersAsync();
    expect(second.written).toEqual([['one', '']]);
    expect([...first.store.values()].map(({ fields }) => fields.note)).toEqual(['one and two']);
    const fourth = await first.crash();
    const [later] = fourth.kept;
    if (!later) throw new Error('Nothing was kept.');
    fourth.typed.resume(later, { fields: { note: 'one' }, revision: 2 }, fourth.write);
    await vi.runAllTimersAsync();
    expect(fourth.store.size).toBe(0);
  });
});

describe('what is kept and cleared one right after the other', () => {
  /** A store whose puts take until they are released. */
  function slowly() {
    const made = view();
    const { put } = made.keeping;
    const waiting: (() => void)[] = [];
    made.keeping.put = async (text) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      await put(text);
    };
    const release = async () => {
      for (const go of waiting.splice(0)) go();
      await vi.runAllTimersAsync();
    };
    return { ...made, release, waiting };
  }

  it('is gone from the store once it is given up, however long the keeping takes', async () => {
    const { typed, store, release, waiting } = slowly();
    typed.fill(FORM, { title: 'Tariff list' });
    await vi.runAllTimersAsync();
    expect(waiting).toHaveLength(1);
    typed.drop(FORM);
    await release();
    expect([...store]).toEqual([]);
  });

  it('is there as typed last, where it was given up and typed anew meanwhile', async () => {
    const { typed, store, release } = slowly();
    typed.fill(FORM, { title: 'old' });
    await vi.runAllTimersAsync();
    typed.drop(FORM);
    typed.fill(FORM, { title: 'new' });
    await vi.runAllTimersAsync();
    await release();
    await release();
    expect([...store.values()].map(({ fields }) => fields.title)).toEqual(['new']);
  });
});
