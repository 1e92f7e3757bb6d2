import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation } from '#model/records.ts';
import { rangeOfText, show, story } from '../anchoring/page.ts';
import { annotationOf } from './annotatedPage.ts';
import { NO_ANSWER, quickController } from './quickPage.ts';

const FOG = 'said the fog had come in faster';
const DEPTH = 'put the depth at its narrowest point at eleven metres';
/** What the reader typed; it is looked for everywhere. */
const TYPED = 'The gauge stood at 4.2 metres.';

/** How the library and the background are, by the calls that fail and how. */
const STATES: Record<string, (call: string) => unknown> = {
  writable: () => null,
  full: (call) => {
    if (!/^(?:keepText|dropText|speakerOf)$/.test(call))
      throw Object.assign(new Error('disk'), { fault: 'full' });
  },
  unavailable: () => {
    throw Object.assign(new Error('no database'), { fault: 'unavailable' });
  },
  'without an answer': () => NO_ANSWER,
};

type Parts = Awaited<ReturnType<typeof open>>;

/** Each way an open editor can be left, or try to be. */
const WAYS: Record<string, (parts: Parts) => unknown> = {
  'it is closed': ({ quick }) => quick.close(),
  'it is saved': ({ quick }) => quick.save(),
  'it is closed twice': ({ quick }) => {
    quick.save();
    quick.close();
  },
  'other words are marked': ({ quick }) =>
    quick.markRanges([rangeOfText(document.body, DEPTH)], 'green', null),
  'other words are marked for a note': ({ quick }) =>
    quick.markRanges([rangeOfText(document.body, DEPTH)], 'green', 'note'),
  'other words are marked for a claim': ({ quick }) =>
    quick.markRanges([rangeOfText(document.body, DEPTH)], 'green', 'claim'),
  'other words are selected': ({ quick }) => quick.offer([rangeOfText(document.body, DEPTH)], true),
  'another highlight is clicked': ({ quick }) => quick.open(['depth']),
  'the colour is changed': ({ quick }) => quick.setColor('blue'),
  'the colour is changed and it is closed': ({ quick }) => {
    quick.setColor('blue');
    quick.close();
  },
  'the frame is drawn again': ({ quick }) => quick.redraw(),
  'words become a source': ({ quick }) => quick.evidence.useRanges([rangeOfText(document.body, DEPTH)]),
  'the highlight is deleted elsewhere': async ({ quick, page }) => {
    await page.show([]);
    quick.refresh();
  },
  'a claim is put down': ({ quick }) => quick.evidence.putDown(),
  'the page goes and comes back': ({ quick }) => quick.leavePage(),
};

/** An editor of the first of two highlights, and what reached the background of what is typed into it. */
async function open(fails: (call: string) => unknown) {
  show(story());
  const records = new Map(
    [annotationOf('fog', FOG), annotationOf('depth', DEPTH)].map((one) => [one.id, one]),
  );
  const stored: string[] = [];
  const kept = new Map<string, string>();
  const patched = (id: unknown, change: object): Annotation => {
    const before = records.get(String(id));
    if (!before) throw new Error('No such annotation');
    const one = { ...before, ...change, revision: before.revision + 1 };
    records.set(one.id, one);
    return one;
  };
  let isOpening = true;
  const parts = await quickController(
    (call, payload) => {
      const failed = isOpening ? null : fails(call);
      if (failed === NO_ANSWER) return NO_ANSWER;
      if (call === 'patchAnnotation' || call === 'addSource') stored.push(JSON.stringify(payload));
      const text = payload?.text as { key: string } | undefined;
      if (call === 'keepText' && text) kept.set(text.key, JSON.stringify(text));
      if (call === 'dropText') kept.delete(String(payload.key));
      if (call === 'patchAnnotation') return patched(payload.id, payload.patch as object);
      if (call === 'addSource') return patched(payload.id, {});
      if (call === 'annotate') return { annotation: records.get('depth'), actionId: 'a' };
      return call === 'speakerOf' ? '' : { words: DEPTH, actionId: 'a' };
    },
    [...records.values()],
  );
  parts.quick.open(['fog']);
  parts.quick.edit('source');
  parts.quick.evidence.hold({ id: 'fog', words: FOG });
  isOpening = false;
  return { ...parts, stored, kept };
}

/** What stands in the open editor of the first highlight. */
function inField({ state }: Parts): string {
  const now = state();
  return now?.kind === 'editor' && now.annotation.id === 'fog' ? JSON.stringify([now.note, now.source]) : '';
}

const TEXTS: Record<string, (parts: Parts) => void> = {
  note: ({ quick }) => quick.typeNote(TYPED),
  source: ({ quick }) => quick.typeSource({ url: 'tides.example', title: TYPED, stance: 'disputes' }),
  'half a source': ({ quick }) => quick.typeSource({ url: '', title: TYPED, stance: 'supports' }),
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // The page's own clock (`later`) goes by the same hands.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const end = new AbortController();
    setTimeout(() => end.abort(), ms);
    return end.signal;
  });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe.each(Object.keys(STATES))('typed into the page, with a library that is %s', (state) => {
  describe.each(Object.keys(WAYS))('when %s', (way) => {
    it.each(Object.keys(TEXTS))('the %s is not gone', async (text) => {
      const parts = await open((call) => STATES[state]?.(call));
      TEXTS[text]?.(parts);
      const left = Promise.resolve(WAYS[way]?.(parts));
      // Well past the pause after typing and past every question that is asked again.
      for (let round = 0; round < 8; round++) {
        parts.letReload();
        await vi.advanceTimersByTimeAsync(1_000);
      }
      await left;
      const places = {
        stored: parts.stored.some((one) => one.includes(TYPED)),
        kept: [...parts.kept.values()].some((one) => one.includes(TYPED)),
        'in the field': inField(parts).includes(TYPED),
      };
      expect(Object.values(places), JSON.stringify(places)).toContain(true);
      // What can't be stored is not given up by closing: the field stays, or a later editor finds it.
      if (state !== 'writable') expect(places['in the field'] || places.kept).toBe(true);
    });
  });
});
