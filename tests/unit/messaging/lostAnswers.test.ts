import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Annotation } from '#model/records.ts';
import { freshBrowser, metadata, target } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const STORY = 'https://quay.example/harbour-tolls';
const PLACES = ['Tolls rose by 12 per cent', 'the third rise', 'the port said'];
const COLORS = ['yellow', 'green'] as const;

/** When the background dies, each time it is asked: before it does anything, after it has stored the mark, not at all; `once`: only the first time, after it has stored. */
type Death = 'before' | 'after' | 'once' | 'never';

/** The annotator of one page and a background that may die within a call. */
async function page() {
  freshBrowser();
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'en-GB';
  vi.resetModules();
  const { dispatch } = await import('#messaging/serveCalls.ts');
  const { createHandlers } = await import('#background/handlers.ts');
  const { MarkStore } = await import('#annotator/MarkStore.ts');
  const handlers = createHandlers();
  const sender = { id: 'ours', url: STORY, frameId: 0, tab: { id: 1 } } as Parameters<typeof dispatch>[1];
  const ask = (call: string, payload: unknown) =>
    dispatch({ call, payload }, sender, { id: 'ours', root: 'chrome-extension://ours/' }, handlers);
  let death: Death = 'never';
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { call, payload } = message as { call?: string; payload?: unknown };
    if (call === undefined) return undefined;
    const unanswered = new Error('The message port closed before a response was received.');
    if (death === 'before') throw unanswered;
    const reply = await ask(call, payload);
    if (death === 'after') throw unanswered;
    if (death === 'once') {
      death = 'never';
      throw unanswered;
    }
    return reply;
  });
  const marks = new MarkStore();
  return {
    /** Marks some words. @returns whether the reader is told that it was done. */
    async mark(words: string, color: (typeof COLORS)[number], when: Death) {
      death = when;
      try {
        const start = PLACES.indexOf(words) * 100;
        await marks.store({
          url: STORY,
          metadata: metadata({ canonicalUrl: null }),
          detection: { kind: 'news', score: 1, signals: [] },
          target: target({ exact: words, start, end: start + words.length }),
          color,
          note: '',
          source: null,
        });
        return true;
      } catch {
        // What the fake background throws, and nothing else: `stored` shows what came of it.
        return false;
      } finally {
        death = 'never';
      }
    },
    async stored(): Promise<Annotation[]> {
      const reply = await ask('openPage', { url: STORY });
      return reply.ok ? (reply.value as { annotations: Annotation[] }).annotations : [];
    },
    remove: (id: string) => ask('removeAnnotation', { url: STORY, id }),
  };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  // Nobody waits for the pauses between two attempts; what gives up after a time keeps its time.
  const later = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms: number) =>
    later(run, ms < 2_000 ? 0 : ms)) as unknown as typeof setTimeout);
});
afterEach(() => void vi.restoreAllMocks());

describe('a mark whose answer was lost', () => {
  it('is there once when the reader marks the words again, in the colour of the last attempt', async () => {
    const deaths = fc.constantFrom<Death>('before', 'after');
    const attempt = fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...COLORS), deaths);
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { maxLength: 12 }), async (attempts) => {
        const { mark, stored } = await page();
        for (const [words, color, death] of attempts) expect(await mark(words, color, death)).toBe(false);
        for (const words of PLACES) expect(await mark(words, 'green', 'never')).toBe(true);
        const found = (await stored()).map(({ target: { exact }, color }) => [exact, color]);
        expect(found.sort()).toEqual(PLACES.map((words) => [words, 'green']).sort());
      }),
      { numRuns: 40 },
    );
  });

  it('is sent again by itself, and there once', async () => {
    const { mark, stored } = await page();
    expect(await mark(PLACES[0] ?? '', 'yellow', 'once')).toBe(true);
    expect(await stored()).toHaveLength(1);
  });

  it('is a mark of its own once the first was answered', async () => {
    const { mark, stored } = await page();
    const [words = ''] = PLACES;
    await mark(words, 'yellow', 'after');
    await mark(words, 'yellow', 'never');
    await mark(words, 'yellow', 'never');
    expect(await stored()).toHaveLength(2);
  });

  it('is made anew where what was stored of it was deleted meanwhile', async () => {
    const { mark, stored, remove } = await page();
    const [words = ''] = PLACES;
    await mark(words, 'yellow', 'after');
    const [first] = await stored();
    await remove(first?.id ?? '');
    expect(await mark(words, 'yellow', 'never')).toBe(true);
    expect((await stored()).map(({ id }) => id)).toEqual([expect.not.stringContaining(first?.id ?? '-')]);
  });
});
