import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Library } from '#storage/index.ts';
import { LIBRARY_VERBS } from '#storage/libraryVerbs.ts';
import { annotationDraft, articleDraft, freshBrowser } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const OWN = { id: 'ours', root: 'moz-extension://ours/' };
const PANEL = { id: 'ours', url: `${OWN.root}sidepanel.html` };

/** A database where the browser gives none, as in a private window of Firefox. */
const shutOut = {
  open: () => {
    throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
  },
} as unknown as IDBFactory;

/**
 * A background with a database and a view without one. Messages between them are copied as browsers do it; what goes
 * over is kept.
 */
async function privateWindow() {
  freshBrowser();
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'en-GB';
  vi.resetModules();
  const ofBackground = globalThis.indexedDB;
  const { dispatch } = await import('#messaging/serveCalls.ts');
  const { createHandlers } = await import('#background/handlers.ts');
  const { library } = await import('#background/library.ts');
  const real = await library();
  const handlers = createHandlers();
  fakeBrowser.runtime.id = 'ours';
  fakeBrowser.runtime.getURL = (path: string) => OWN.root + path.replace(/^\//, '');
  const news: ((message: unknown, sender: unknown) => void)[] = [];
  fakeBrowser.runtime.onMessage.addListener = (listener) => void news.push(listener as never);
  fakeBrowser.runtime.onMessage.removeListener = (listener) =>
    void news.splice(news.indexOf(listener as never), 1);
  fakeBrowser.runtime.sendMessage = (async (message: unknown) => {
    const copy = structuredClone(message) as { call?: string };
    if (copy.call === undefined) return news.forEach((listen) => void listen(copy, PANEL));
    globalThis.indexedDB = ofBackground;
    try {
      return structuredClone(await dispatch(copy as { call: string }, PANEL as never, OWN, handlers));
    } finally {
      globalThis.indexedDB = shutOut;
    }
  }) as never;
  globalThis.indexedDB = shutOut;
  const { openPanelLibrary } = await import('#panel/openPanelLibrary.ts');
  return { shared: await openPanelLibrary(), real };
}

/** Paths of all verbs of a library. */
const verbsOf = (library: object, above = ''): string[] =>
  Object.entries(Object.getOwnPropertyDescriptors(library)).flatMap(([name, { value }]) =>
    typeof value === 'function'
      ? [above + name]
      : typeof value === 'object' && value !== null && above === ''
        ? verbsOf(value, `${name}.`)
        : [],
  );

let shared: Library;
let real: Library;
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  ({ shared, real } = await privateWindow());
});

describe('a view without a database', () => {
  it('has every verb of the library, and each leads to one', () => {
    expect(shared.status).toBe('new');
    expect(verbsOf(shared).sort()).toEqual(verbsOf(real).sort());
    const known = new Set(verbsOf(real));
    expect(LIBRARY_VERBS.filter((verb) => !known.has(verb))).toEqual([]);
  });

  it('writes, reads and undoes in the library of the background', async () => {
    const { annotation, article, actionId } = await shared.annotations.create(annotationDraft());
    await shared.annotations.patch(annotation.id, { note: 'From here' }, { note: '' });
    expect(await real.annotations.get(annotation.id)).toMatchObject({ note: 'From here' });
    expect(await shared.articles.find(article.urls)).toMatchObject({ id: article.id });
    expect(await shared.search('here', { limit: 5 })).toMatchObject({
      articles: [{ hits: [{ annotation: { id: annotation.id } }] }],
    });
    await shared.undo(actionId ?? '');
    expect(await shared.annotations.forArticle(article.id)).toEqual([]);
    expect(await shared.articles.get('nobody')).toBeUndefined();
  });

  it('goes through all articles page by page', async () => {
    for (let number = 0; number < 5; number++)
      await real.annotations.create(
        annotationDraft({ article: articleDraft({ addresses: [`https://quay.example/${number}`] }) }),
      );
    const ids = (all: { article: { id: string } }[]) => all.map(({ article }) => article.id);
    const all = await Array.fromAsync(shared.articles.everything(2));
    expect(all).toHaveLength(5);
    expect(ids(all)).toEqual(ids(await Array.fromAsync(real.articles.everything())));
  });

  it('imports a file with its progress, and can stop it', async () => {
    for (let number = 0; number < 30; number++)
      await real.annotations.create(
        annotationDraft({
          target: { exact: `mark ${number}`, prefix: '', suffix: '', start: number, end: number + 7 },
        }),
      );
    const file = await shared.backup.export();
    const told: number[] = [];
    const onProgress = (done: number) => void told.push(done);
    const { annotations } = await shared.backup.import(file, { onProgress });
    expect(annotations.same).toBe(30);
    expect(told.at(-1)).toBeGreaterThan(30);
    const stop = new AbortController();
    const late = shared.backup.import(file, { signal: stop.signal, onProgress: () => stop.abort() });
    stop.abort();
    await expect(late).rejects.toThrow();
  });

  it('is told of faults as any other view is', async () => {
    await expect(shared.annotations.patch('nobody', { note: 'x' })).rejects.toMatchObject({
      name: 'LibraryError',
      fault: 'gone',
    });
    await expect(shared.annotations.patch('nobody', { color: 'mud' as never })).rejects.toMatchObject({
      fault: 'refused',
    });
  });
});
