import { describe, expect, it, vi } from 'vitest';
import type { UnsavedText } from '#model/drafts.ts';
import { withClosingTexts } from '#typing/closingTexts.ts';
import type { Keeping } from '#typing/keptText.ts';

/** A shelf as `localStorage`, shared by views, each over a library that keeps texts. */
function shelfOf(space = Number.POSITIVE_INFINITY) {
  const held = new Map<string, string>();
  return {
    held,
    get length() {
      return held.size;
    },
    key: (at: number) => [...held.keys()][at] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > space) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
    removeItem: (key: string) => void held.delete(key),
  };
}

function libraryOf() {
  const kept = new Map<string, UnsavedText>();
  const keeping = {
    list: async () => [...kept.values()],
    put: vi.fn(async (text: UnsavedText) => void kept.set(text.key, text)),
    clear: async (key: string) => void kept.delete(key),
  } satisfies Keeping;
  return { kept, keeping };
}

const text = (note: string, by = 'one', key = 'typed:panel:note a'): UnsavedText => ({
  key,
  fields: { note },
  by,
});

describe('texts of a view that closes', () => {
  it('are found by the next view where the database dropped them, and are in the library then', async () => {
    const shelf = shelfOf();
    const { keeping, kept } = libraryOf();
    withClosingTexts(keeping, shelf, vi.fn()).leave?.([text('last words')]);
    expect(kept.size).toBe(0);
    const next = withClosingTexts(keeping, shelf, vi.fn());
    expect(await next.list()).toEqual([text('last words')]);
    expect([...kept.values()]).toEqual([text('last words')]);
    expect(shelf.held.size).toBe(0);
  });

  it('stand before an older text of the database', async () => {
    const shelf = shelfOf();
    const { keeping } = libraryOf();
    await keeping.put(text('older', 'zero'));
    withClosingTexts(keeping, shelf, vi.fn()).leave?.([text('newer')]);
    expect(await withClosingTexts(keeping, shelf, vi.fn()).list()).toEqual([text('newer')]);
  });

  it('are handed out, and stay, where the library takes nothing', async () => {
    const shelf = shelfOf();
    const { keeping } = libraryOf();
    await keeping.put(text('older', 'zero'));
    keeping.put.mockRejectedValue(new Error('full'));
    const onFault = vi.fn();
    withClosingTexts(keeping, shelf, onFault).leave?.([text('newer')]);
    for (const _ of [1, 2])
      expect(await withClosingTexts(keeping, shelf, onFault).list()).toEqual([text('newer')]);
    expect(onFault).toHaveBeenCalledTimes(2);
  });

  it('leave the shelf once the view that went on has kept them', async () => {
    const shelf = shelfOf();
    const view = withClosingTexts(libraryOf().keeping, shelf, vi.fn());
    view.leave?.([text('words')]);
    await view.put(text('words'));
    expect(shelf.held.size).toBe(0);
  });

  it('are cleared by who knows them and by nobody else', async () => {
    const shelf = shelfOf();
    const view = withClosingTexts(libraryOf().keeping, shelf, vi.fn());
    view.leave?.([text('words', 'one')]);
    await view.clear(text('').key, ['two', '']);
    expect(shelf.held.size).toBe(1);
    await view.put(text('of another view', 'two'));
    expect(shelf.held.size).toBe(1);
    await view.clear(text('').key, ['two', 'one']);
    expect(shelf.held.size).toBe(0);
  });

  it('do no harm where they are damaged, too long or no shelf is there', async () => {
    const shelf = shelfOf(200);
    shelf.held.set('unsaved typed:panel:note a', '{"key":');
    shelf.held.set('unsaved typed:panel:note b', '{"other":1}');
    shelf.held.set('of somebody else', 'x');
    const onFault = vi.fn();
    const { keeping } = libraryOf();
    const view = withClosingTexts(keeping, shelf, onFault);
    view.leave?.([
      text('w'.repeat(200), 'one', 'typed:panel:note c'),
      text('short', 'one', 'typed:panel:note d'),
    ]);
    expect((await view.list()).map(({ key }) => key)).toEqual(['typed:panel:note d']);
    expect(onFault.mock.calls.map(([error]) => error.name)).toEqual([
      'QuotaExceededError',
      'SyntaxError',
      'SyntaxError',
    ]);
    expect(shelf.held.get('of somebody else')).toBe('x');
    expect(withClosingTexts(keeping, undefined, onFault)).toBe(keeping);
  });
});
