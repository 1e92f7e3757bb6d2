import { afterEach, describe, expect, it, vi } from 'vitest';
import { rangeOfText, show, story } from '../anchoring/page.ts';
import { annotationOf } from './annotatedPage.ts';
import { quickController } from './quickPage.ts';

const FOG = 'said the fog had come in faster';
const DEPTH = 'put the depth at its narrowest point at eleven metres';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

describe('a mark whose page is read again late', () => {
  const marked = async () => {
    show(story());
    const there = annotationOf('depth', DEPTH);
    const stored = { annotation: annotationOf('fog', FOG), actionId: 'a' };
    const answers: Record<string, unknown> = {
      annotate: stored,
      patchAnnotation: stored.annotation,
      speakerOf: '',
    };
    const parts = await quickController((call) => answers[call] ?? null, [there]);
    const range = rangeOfText(document.body, FOG);
    parts.quick.offer([range], true);
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

  it('takes the place of an editor that is set aside, and is not overdrawn by it', async () => {
    const { quick, shown, reloading, letReload } = await marked();
    quick.open(['depth']);
    quick.edit('note');
    quick.typeSource({ url: 'tides.example', title: '', stance: 'supports' });
    const marking = quick.markRanges([rangeOfText(document.body, FOG)], 'green', 'claim');
    await reloading();
    letReload();
    await marking;
    expect([shown(), quick.isEditing]).toEqual(['claim', false]);
    // The half-typed source is still kept after its pause, and that draws nothing.
    quick.leavePage();
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown()).toBe('claim');
  });

  it('offers no toolbar at what is being stored, and the editor opens', async () => {
    const { quick, shown, reloading, letReload } = await marked();
    quick.offer([], true);
    const range = rangeOfText(document.body, FOG);
    const marking = quick.markRanges([range], 'green', 'note');
    quick.offer([range], true);
    expect(shown()).toBeNull();
    quick.offer([rangeOfText(document.body, DEPTH)], true);
    expect(shown()).toBe('toolbar');
    await reloading();
    letReload();
    await marking;
    expect(shown()).toBe('editor');
    quick.offer([range], true);
    quick.close();
    await vi.waitUntil(() => shown() === null);
    quick.offer([range], true);
    expect(shown()).toBe('toolbar');
  });

  it('leaves alone what the reader opened meanwhile', async () => {
    const { quick, shown, reloading, letReload } = await marked();
    const marking = quick.markRanges([rangeOfText(document.body, FOG)], 'green', null);
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

  it.each(['undo', 'takeBackSource'] as const)('of %s leaves an editor alone', async (name) => {
    const { quick, shown, answer } = await cardOpen(name);
    if (name === 'undo') quick.remove();
    else quick.evidence.sayUsed({ words: FOG, sourceId: 'a' });
    await vi.waitUntil(() => shown() === (name === 'undo' ? 'removed' : 'used'));
    if (name === 'undo') quick.undo('a');
    else quick.evidence.takeBackSource('a');
    quick.open(['depth']);
    quick.edit('note');
    await answer();
    expect(shown()).toBe('editor');
  });
});
