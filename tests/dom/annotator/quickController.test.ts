import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { HighlightPainter } from '#annotator/HighlightPainter.ts';
import { PageAnnotations } from '#annotator/PageAnnotations.ts';
import { PageFacts } from '#annotator/PageFacts.ts';
import { PageTexts } from '#annotator/PageTexts.ts';
import { QuickFrame } from '#annotator/QuickFrame.ts';
import type { QuickState } from '#annotator/QuickState.ts';
import type { Annotation } from '#model/records.ts';
import { rangeOfText, show, story } from '../anchoring/page.ts';
import { annotationOf } from './annotatedPage.ts';

const FOG = 'said the fog had come in faster';
const DEPTH = 'put the depth at its narrowest point at eleven metres';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

type Answer = (call: string, payload: Record<string, unknown>) => unknown;

/** Who answers just now: `messaging/` keeps the browser that it found first. */
let answering: Answer = () => null;
const sendMessage = async ({ call, payload }: { call: string; payload: Record<string, unknown> }) => ({
  ok: true,
  value: (await answering(call, payload)) ?? null,
});

/** A controller over a real page and frame; `answer` stands for the background. A reload ends when it is let. */
async function quickController(answer: Answer, there: Annotation[]) {
  answering = answer;
  vi.stubGlobal('chrome', { runtime: { id: 'claimlight', sendMessage } });
  const { QuickController } = await import('#annotator/QuickController.ts');
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const painter = new HighlightPainter(stop.signal);
  const isOwn = (node: Node) => frame.isHost(node);
  const frame = new QuickFrame('', stop.signal, () => quick.redraw());
  const texts = new PageTexts({ onChange: () => undefined, isOwn, onDocument: () => undefined });
  const page = new PageAnnotations(painter, texts);
  await page.show(there);
  let state: QuickState | null = null;
  let letReload = (): void => undefined;
  let isReloading = false;
  const quick = new QuickController({
    frame,
    painter,
    page,
    facts: new PageFacts(isOwn, stop.signal),
    render: (_, shown) => {
      state = shown;
    },
    reload: () =>
      new Promise((resolve) => {
        isReloading = true;
        letReload = resolve;
      }),
    isAlive: () => true,
  });
  return {
    quick,
    shown: () => (frame.isOpen ? (state?.kind ?? null) : null),
    reloading: () => vi.waitUntil(() => isReloading),
    letReload: () => letReload(),
  };
}

describe('a mark whose page is read again late', () => {
  const marked = async () => {
    show(story());
    const there = annotationOf('depth', DEPTH);
    const stored = { annotation: annotationOf('fog', FOG), actionId: 'a' };
    const parts = await quickController((call) => (call === 'annotate' ? stored : null), [there]);
    const range = rangeOfText(document.body, FOG);
    parts.quick.offer(range, true);
    expect(parts.shown()).toBe('toolbar');
    return parts;
  };

  it('closes the toolbar then', async () => {
    const { quick, shown, reloading, letReload } = await marked();
    quick.mark('green', null);
    await reloading();
    letReload();
    await vi.waitUntil(() => shown() === null);
  });

  it('leaves alone what the reader opened meanwhile', async () => {
    const { quick, shown, reloading, letReload } = await marked();
    const marking = quick.markRange(rangeOfText(document.body, FOG), 'green', null);
    await reloading();
    quick.open(['depth']);
    quick.edit('note');
    letReload();
    await marking;
    // An editor is closed once its note is stored: in this turn, for nothing was typed.
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown()).toBe('editor');
  });
});

describe('an answer that comes late', () => {
  /** A page with two highlights and the card of the first; the answer to `slow` comes when it is let. */
  async function cardOpen(slow: string) {
    show(story());
    let release = (): void => undefined;
    const parts = await quickController(
      (call) =>
        call === slow
          ? new Promise((resolve) => {
              release = () => resolve({ actionId: 'a' });
            })
          : call === 'removeAnnotation'
            ? { actionId: 'a' }
            : null,
      [annotationOf('fog', FOG), annotationOf('depth', DEPTH)],
    );
    parts.quick.open(['fog']);
    const answer = async () => {
      release();
      await new Promise((resolve) => setTimeout(resolve));
    };
    return { ...parts, answer };
  }

  it('of a removal shows what was removed', async () => {
    const { quick, shown, answer } = await cardOpen('removeAnnotation');
    quick.remove();
    await answer();
    expect(shown()).toBe('removed');
  });

  it('of a removal leaves an editor alone that was opened meanwhile', async () => {
    const { quick, shown, answer } = await cardOpen('removeAnnotation');
    quick.remove();
    quick.open(['depth']);
    quick.edit('note');
    await answer();
    expect(shown()).toBe('editor');
  });

  it('of an undo closes the offer', async () => {
    const { quick, shown, answer } = await cardOpen('undo');
    quick.remove();
    await vi.waitUntil(() => shown() === 'removed');
    quick.undo('a');
    await answer();
    expect(shown()).toBe(null);
  });

  it.each(['undo', 'undoSource'] as const)('of %s leaves an editor alone', async (name) => {
    const { quick, shown, answer } = await cardOpen(name);
    if (name === 'undo') quick.remove();
    else quick.sayUsed({ words: FOG, actionId: 'a' });
    await vi.waitUntil(() => shown() === (name === 'undo' ? 'removed' : 'used'));
    if (name === 'undo') quick.undo('a');
    else quick.undoSource('a');
    quick.open(['depth']);
    quick.edit('note');
    await answer();
    expect(shown()).toBe('editor');
  });
});
