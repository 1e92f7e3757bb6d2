import { onTestFinished, vi } from 'vitest';
import { HighlightPainter } from '#annotator/HighlightPainter.ts';
import { PageAnnotations } from '#annotator/PageAnnotations.ts';
import { PageDocuments } from '#annotator/PageDocuments.ts';
import { PageFacts } from '#annotator/PageFacts.ts';
import { PageListeners } from '#annotator/PageListeners.ts';
import { QuickFrame } from '#annotator/QuickFrame.ts';
import type { QuickState } from '#annotator/QuickState.ts';
import { lackIn } from '#annotator/readSelection.ts';
import type { Annotation } from '#model/records.ts';

/** The background died before it answered. */
export const NO_ANSWER = Symbol('no answer');

/** What the background answers; what is thrown is an error there, with the library's fault where it has one. */
type Answer = (call: string, payload: Record<string, unknown>) => unknown;

/** Who answers just now: `messaging/` keeps the browser that it found first. */
let answering: Answer = () => null;
const sendMessage = async ({ call, payload }: { call: string; payload: Record<string, unknown> }) => {
  try {
    const value = await answering(call, payload);
    return value === NO_ANSWER ? undefined : { ok: true, value: value ?? null };
  } catch (error) {
    const { name, message, fault = null } = error as Error & { fault?: string };
    return { ok: false, error: { name, message, fault } };
  }
};

/** A controller over a real page and frame; `answer` stands for the background. A reload ends when it is let. */
export async function quickController(answer: Answer, there: Annotation[]) {
  answering = answer;
  vi.stubGlobal('chrome', { runtime: { id: 'claimlight', sendMessage } });
  const { QuickController } = await import('#annotator/QuickController.ts');
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const painter = new HighlightPainter(stop.signal);
  const listeners = new PageListeners(() => undefined, stop.signal);
  const isOwn = (node: Node) => frame.isHost(node);
  const frame = new QuickFrame('', listeners, stop.signal, () => quick.redraw());
  const texts = new PageDocuments({ onChange: () => undefined, isOwn, onDocument: () => undefined });
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
    showStored: () =>
      new Promise((resolve) => {
        isReloading = true;
        letReload = resolve;
      }),
    isAlive: () => true,
    lack: () => lackIn([document]),
  });
  return {
    quick,
    page,
    /** What the frame shows, whole. */
    state: () => (frame.isOpen ? state : null),
    shown: () => (frame.isOpen ? (state?.kind ?? null) : null),
    /** Why a press did nothing: in a notice or in the open editor. */
    said: () => {
      if (state?.kind === 'notice') return state.trouble;
      return state?.kind === 'editor' && state.saving.kind === 'failed' ? state.saving.reason : null;
    },
    reloading: () => vi.waitUntil(() => isReloading),
    letReload: () => letReload(),
  };
}
