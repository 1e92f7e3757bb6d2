import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TypedNotes } from '#panel/sidebar/TypedNotes.ts';

const KEY = 'one';

describe('notes being typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const make = (write = vi.fn(async (_key: string, _text: string, _base: string) => 2)) => ({
    write,
    notes: new TypedNotes({ write, onChange: () => undefined, reason: String }),
  });

  it('are written once after a pause, with what they began as', async () => {
    const { notes, write } = make();
    notes.type(KEY, 'a', { note: 'old', revision: 1 });
    notes.type(KEY, 'ab', { note: 'old', revision: 1 });
    expect(notes.savingOf(KEY)).toEqual({ kind: 'saving' });
    await vi.runAllTimersAsync();
    expect(write.mock.calls).toEqual([[KEY, 'ab', 'old']]);
    expect(notes.savingOf(KEY)).toEqual({ kind: 'saved' });
  });

  it('hide what the library says until it knows of the last save', async () => {
    const { notes } = make();
    notes.type(KEY, 'new', { note: 'old', revision: 1 });
    await vi.runAllTimersAsync();
    expect(notes.textOf(KEY, { note: 'old', revision: 1 })).toBe('new');
    expect(notes.textOf(KEY, { note: 'from elsewhere', revision: 3 })).toBe('from elsewhere');
  });

  it('go on from what another window wrote once they are saved', async () => {
    const { notes, write } = make();
    notes.type(KEY, 'mine', { note: '', revision: 1 });
    await vi.runAllTimersAsync();
    notes.type(KEY, 'joined by hand', { note: 'theirs', revision: 3 });
    await vi.runAllTimersAsync();
    expect(write.mock.calls.at(-1)).toEqual([KEY, 'joined by hand', 'theirs']);
  });

  it('keep their base while another window writes, so that both versions are kept', async () => {
    const { notes, write } = make();
    notes.type(KEY, 'mine', { note: 'before', revision: 1 });
    notes.type(KEY, 'mine too', { note: 'theirs', revision: 2 });
    expect(notes.textOf(KEY, { note: 'theirs', revision: 2 })).toBe('mine too');
    await vi.runAllTimersAsync();
    expect(write.mock.calls.at(-1)).toEqual([KEY, 'mine too', 'before']);
  });

  it('are written one after the other, so that a slow write is no stranger to the next', async () => {
    const written: string[][] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const write = vi.fn(async (_key: string, text: string, base: string) => {
      written.push([text, base]);
      await held;
      return written.length + 1;
    });
    const { notes } = make(write);
    notes.type(KEY, 'a', { note: '', revision: 1 });
    const first = notes.flush(KEY);
    notes.type(KEY, 'ab', { note: '', revision: 1 });
    const second = notes.finish(KEY);
    const third = notes.finish(KEY);
    release();
    await Promise.all([first, second, third]);
    expect(written).toEqual([
      ['a', ''],
      ['ab', 'a'],
    ]);
  });

  it('show no older version when their field is closed before the library was read again', async () => {
    const { notes } = make();
    notes.type(KEY, 'new', { note: 'old', revision: 1 });
    await notes.finish(KEY);
    expect(notes.savingOf(KEY)).toEqual({ kind: 'idle' });
    expect(notes.textOf(KEY, { note: 'old', revision: 1 })).toBe('new');
    expect(notes.textOf(KEY, { note: 'newer', revision: 2 })).toBe('newer');
  });

  it('stay in the field when they could not be written, and are written on retry', async () => {
    const write = vi.fn(async (_key: string, _text: string, _base: string) => 2);
    write.mockRejectedValueOnce(new Error('The disk is full.'));
    const { notes } = make(write);
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    notes.type(KEY, 'precious', { note: '', revision: 1 });
    await vi.runAllTimersAsync();
    expect(notes.savingOf(KEY)).toEqual({ kind: 'failed', reason: 'Error: The disk is full.' });
    await notes.finish(KEY);
    expect(write).toHaveBeenCalledTimes(2);
    expect(notes.textOf(KEY, { note: 'precious', revision: 2 })).toBe('precious');
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it('that can’t be saved are kept for the next view, which goes on with them, and forgotten once saved', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const kept = new Map<string, [string, string]>();
    const keeping = {
      keep: async (key: string, text: string, base: string) => void kept.set(key, [text, base]),
      drop: async (key: string) => void kept.delete(key),
    };
    const write = vi.fn(async () => 2).mockRejectedValueOnce(new Error('full'));
    const options = { write, onChange: () => undefined, reason: String, keeping };
    const notes = new TypedNotes(options);
    notes.type(KEY, 'new', { note: 'old', revision: 1 });
    await vi.runAllTimersAsync();
    expect(notes.savingOf(KEY)).toMatchObject({ kind: 'failed' });
    expect(kept.get(KEY)).toEqual(['new', 'old']);
    const next = new TypedNotes(options);
    next.resume(KEY, 'new', 'old');
    expect(next.textOf(KEY, { note: 'old', revision: 1 })).toBe('new');
    await vi.runAllTimersAsync();
    expect(write).toHaveBeenLastCalledWith(KEY, 'new', 'old');
    expect(next.savingOf(KEY)).toEqual({ kind: 'saved' });
    expect(kept.size).toBe(0);
  });

  it('are kept the moment the view closes, before anything could be written', () => {
    const keep = vi.fn(async () => undefined);
    const { write } = make();
    const notes = new TypedNotes({
      write,
      onChange: () => undefined,
      reason: String,
      keeping: { keep, drop: async () => undefined },
    });
    notes.type(KEY, 'half a thou', { note: '', revision: 1 });
    notes.keepAll();
    expect(keep).toHaveBeenCalledWith(KEY, 'half a thou', '');
  });
});
