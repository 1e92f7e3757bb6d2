import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Allowance } from '#annotator/Allowance.ts';
import { rangeOfText, show, story } from '../anchoring/page.ts';
import { annotationOf, painted } from './annotatedPage.ts';

const FOG = 'said the fog had come in faster';

/** Who answers just now: `messaging/` keeps the browser that it found first. */
let answering: (call: string, url: unknown) => unknown = () => null;
const onMessage = { addListener: () => undefined, removeListener: () => undefined };
const sendMessage = async ({ call, payload }: { call: string; payload: { url?: string } | null }) => ({
  ok: true,
  value: await answering(call, payload?.url),
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** A whole annotator over this page; the answer to a mark comes when it is let. */
async function annotator() {
  show(story());
  const annotation = annotationOf('fog', FOG, { color: 'green' });
  let isAsked = false;
  let store = (): void => undefined;
  const stored = new Promise((resolve) => {
    store = () => resolve({ annotation, actionId: 'a' });
  });
  const opened: unknown[] = [];
  let library: Promise<void> = Promise.resolve();
  answering = async (name, url) => {
    if (name === 'openPage') {
      opened.push(url);
      await library;
      const nothing = { article: null, scrollTo: null, inHand: null, manner: null, toolbar: true };
      return { ...nothing, annotations: [], cited: [], kept: [] };
    }
    if (name !== 'annotate') return null;
    isAsked = true;
    return stored;
  };
  vi.stubGlobal('chrome', { runtime: { id: 'claimlight', onMessage, sendMessage } });
  const { startAnnotator } = await import('#annotator/startAnnotator.ts');
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const none = () => undefined;
  const seat = startAnnotator({ css: '', stop, isAlive: () => true, adopt: none, render: none });
  await vi.waitUntil(() => opened.length > 0);
  await seat.reload();
  /** From now on what is stored for a page is read when it is let. */
  const holdLibrary = () => {
    let go = (): void => undefined;
    library = new Promise((resolve) => {
      go = resolve;
    });
    onTestFinished(go);
  };
  return { ...seat, opened, store, holdLibrary, asked: () => vi.waitUntil(() => isAsked) };
}

it('shows a mark in its page, as soon as it is stored', async () => {
  const { quick, store } = await annotator();
  const marking = quick.markRanges([rangeOfText(document.body, FOG)], 'green', null);
  store();
  await marking;
  expect(painted()).toEqual([`green: ${FOG}`]);
});

it('shows no mark of the page that was left in the one that came meanwhile, though it has the same words', async () => {
  const { quick, opened, store, asked, reload } = await annotator();
  const home = location.href;
  onTestFinished(() => history.replaceState(null, '', home));
  const marking = quick.markRanges([rangeOfText(document.body, FOG)], 'green', null);
  await asked();
  history.pushState(null, '', '/elsewhere');
  await vi.waitUntil(() => opened.includes(location.href));
  await reload();
  store();
  await marking;
  expect(painted()).toEqual([]);
});

it('puts back the frame that a page took with its document, though the library is slow to answer', async () => {
  const { quick, frame, opened, holdLibrary } = await annotator();
  quick.refuse('wordless');
  expect(frame.isTaken()).toBe(false);
  holdLibrary();
  const before = opened.length;
  const news = document.createComment('a page that writes itself anew changes what stands in its document');
  onTestFinished(() => news.remove());
  document.append(news);
  // What is stored for the page is asked again, and no answer comes.
  await vi.waitUntil(() => opened.length > before);
  document.documentElement.lastElementChild?.remove();
  await vi.waitUntil(() => !frame.isTaken());
});

it('gives what the reader does in the page its time, and nothing that the page feigns', async () => {
  const grant = vi.spyOn(Allowance.prototype, 'grant');
  onTestFinished(() => grant.mockRestore());
  await annotator();
  for (const feigned of [
    new KeyboardEvent('keydown'),
    new WheelEvent('wheel'),
    new PointerEvent('pointerdown'),
  ])
    document.body.dispatchEvent(feigned);
  expect(grant).not.toHaveBeenCalled();
  await userEvent.keyboard('{ArrowDown}');
  expect(grant).toHaveBeenCalledOnce();
});
