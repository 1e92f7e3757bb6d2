import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshBrowser, metadata, target } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const OWN = { id: 'ours', root: 'chrome-extension://ours/' };
const STORY = 'https://quay.example/harbour-tolls';
const OTHER = 'https://quay.example/ferries';
const FOREIGN = 'https://gazette.example/story';

const draft = (url: string, id: string = crypto.randomUUID()) => ({
  id,
  url,
  metadata: metadata({ canonicalUrl: null }),
  detection: { kind: 'news', score: 1, signals: [] },
  target: target(),
  color: 'yellow',
  note: 'mine',
  source: null,
});

interface Made {
  annotation: { id: string };
  actionId: string;
}

/** A background of its own over an empty browser; `ask` plays the content script of a page. */
async function background() {
  freshBrowser();
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'en-GB';
  vi.resetModules();
  const { dispatch } = await import('#messaging/serveCalls.ts');
  const { createHandlers } = await import('#background/handlers.ts');
  const handlers = createHandlers();
  return async (tab: number, page: string, call: string, payload: object) =>
    dispatch(
      { call, payload },
      { id: 'ours', url: page, frameId: 0, tab: { id: tab } } as Parameters<typeof dispatch>[1],
      OWN,
      handlers,
    );
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

describe('a content script', () => {
  it('is given and may change annotations of its own page only', async () => {
    const ask = await background();
    const made = await ask(1, STORY, 'annotate', draft(STORY));
    expect(made).toMatchObject({ ok: true });
    const { annotation, actionId } = (made as { value: Made }).value;
    const { id } = annotation;

    expect(await ask(1, STORY, 'openPage', { url: STORY })).toMatchObject({
      value: { annotations: [{ id, note: 'mine' }] },
    });
    for (const page of [OTHER, FOREIGN]) {
      expect(await ask(2, page, 'openPage', { url: page })).toMatchObject({ value: { annotations: [] } });
      for (const [call, more] of [
        ['patchAnnotation', { id, patch: { note: 'theirs' } }],
        ['addSource', { id, source: { title: 'theirs' } }],
        ['removeAnnotation', { id }],
        ['showCard', { id }],
        ['undo', { actionId }],
      ] as const)
        expect(await ask(2, page, call, { url: page, ...more }), `${call} from ${page}`).toMatchObject({
          ok: false,
          error: { name: 'Refused' },
        });
      await ask(2, page, 'reportAnchors', {
        url: page,
        reports: [{ id, anchor: { state: 'missing', checkedAt: '2026-11-01T08:00:00.000Z' } }],
      });
    }
    expect(await ask(1, STORY, 'openPage', { url: STORY })).toMatchObject({
      value: { annotations: [{ id, note: 'mine', anchor: { state: 'exact' }, sources: [] }] },
    });
  });

  it('that sends the id of somebody else’s annotation is refused, and changes nothing', async () => {
    const ask = await background();
    const id = crypto.randomUUID();
    expect(await ask(1, STORY, 'annotate', draft(STORY, id))).toMatchObject({ ok: true });
    const before = await ask(1, STORY, 'openPage', { url: STORY });
    for (const page of [OTHER, FOREIGN]) {
      const forged = { ...draft(page, id), metadata: metadata({ canonicalUrl: page }), note: 'theirs' };
      expect(await ask(2, page, 'annotate', forged)).toMatchObject({ ok: false });
      expect(await ask(2, page, 'openPage', { url: page })).toMatchObject({
        value: { article: null, annotations: [] },
      });
    }
    const elsewhere = { ...draft(STORY, id), target: target({ exact: 'other words' }) };
    expect(await ask(1, STORY, 'annotate', elsewhere)).toMatchObject({ ok: false });
    expect(await ask(1, STORY, 'openPage', { url: STORY })).toEqual(before);
  });

  it('that names another’s annotation as one of its selection has an undo of its own', async () => {
    const ask = await background();
    const [ours, theirs] = [draft(STORY), draft(OTHER)];
    const made = await ask(1, STORY, 'annotate', ours);
    const more = (besideId: string) => ({ ...draft(STORY), target: target({ start: 5 }), besideId });
    const beside = await ask(1, STORY, 'annotate', more(ours.id));
    const other = { ...theirs, metadata: metadata({ canonicalUrl: OTHER }), besideId: ours.id };
    const forged = await ask(2, OTHER, 'annotate', other);
    const [first, second, third] = [made, beside, forged].map(
      (one) => (one as { value: Made }).value.actionId,
    );
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(await ask(2, OTHER, 'undo', { url: OTHER, actionId: first })).toMatchObject({ ok: false });
    expect(await ask(1, STORY, 'undo', { url: STORY, actionId: first })).toMatchObject({ ok: true });
    expect(await ask(1, STORY, 'openPage', { url: STORY })).toMatchObject({ value: { annotations: [] } });
    expect(await ask(2, OTHER, 'openPage', { url: OTHER })).toMatchObject({
      value: { annotations: [{ id: theirs.id }] },
    });
  });

  it('that makes claims of a selection is taken back with them by one undo', async () => {
    const ask = await background();
    const first = { ...draft(STORY), isClaim: true };
    const second = { ...draft(STORY), target: target({ start: 5 }), besideId: first.id, isClaim: true };
    const made = [await ask(1, STORY, 'annotate', first), await ask(1, STORY, 'annotate', second)];
    expect(made).toMatchObject([1, 2].map(() => ({ value: { annotation: { claim: { type: 'other' } } } })));
    const { actionId } = (made[0] as { value: Made }).value;
    expect(await ask(1, STORY, 'undo', { url: STORY, actionId })).toMatchObject({ ok: true });
    expect(await ask(1, STORY, 'openPage', { url: STORY })).toMatchObject({ value: { annotations: [] } });
  });

  it('of one site can’t reach another’s by naming it as its canonical address', async () => {
    const ask = await background();
    await ask(1, STORY, 'annotate', draft(STORY));
    const foreign = { url: FOREIGN, metadata: metadata({ canonicalUrl: STORY }) };
    await ask(2, FOREIGN, 'pageSeen', { url: FOREIGN, detection: draft(FOREIGN).detection });
    await ask(2, FOREIGN, 'pageDescribed', foreign);
    expect(await ask(2, FOREIGN, 'openPage', { url: FOREIGN })).toMatchObject({ value: { annotations: [] } });
  });
});
