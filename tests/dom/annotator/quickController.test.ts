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

/** A controller over a real page and frame; the background answers each mark with `stored`, a reload when it is let. */
async function quickController(stored: Annotation, there: Annotation[]) {
  const sendMessage = async ({ call }: { call: string }) => ({
    ok: true,
    value: call === 'annotate' ? { annotation: stored, actionId: 'a' } : null,
  });
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
    const parts = await quickController(annotationOf('fog', FOG), [there]);
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
