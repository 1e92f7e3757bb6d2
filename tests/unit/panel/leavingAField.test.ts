import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotationDraft, freshBrowser, library, metadata } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import { setWords } from '#components/strings.ts';
import { type Fields, typedKey } from '#model/typedKey.ts';
import { PanelClaims } from '#panel/PanelClaims.ts';
import { PanelTexts } from '#panel/PanelTexts.ts';
import { PanelNotes } from '#panel/sidebar/PanelNotes.ts';
import { NOTHING, type Shown } from '#panel/sidebar/readShown.ts';
import type { Library } from '#storage/index.ts';
import { PAUSE } from '#typing/Autosave.ts';

/** What the reader typed; it is looked for everywhere. */
const WORDS = 'The gauge stood at 4.2 metres, not 2.4.';
const URL_OF_STORY = 'https://quay.example/harbour-tolls';

/** How the library's own calls fail. */
const FAULTS: Record<string, () => void> = {
  writable: () => undefined,
  full: () => {
    for (const name of ['put', 'add'] as const)
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(() => {
        throw new DOMException('disk', 'QuotaExceededError');
      });
  },
  unavailable: () => {
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('no database', 'InvalidStateError');
    });
  },
};

/** A side bar's models over a library, and another over the same one: what a panel opened later finds. */
async function panel(books: Library) {
  const texts = new PanelTexts(books.drafts, () => undefined);
  const notes = new PanelNotes(books, texts);
  const claims = new PanelClaims({
    texts,
    onChange: () => undefined,
    onFault: () => undefined,
    write: async (id, claim) => (await books.annotations.patch(id, { claim })).annotation.revision,
  });
  await texts.load();
  return { texts, notes, claims };
}

type Panel = Awaited<ReturnType<typeof panel>>;

interface Typing {
  key: string;
  type: (panel: Panel) => void;
}

/** Every field and form of the side bar, typed into. */
function typings(shown: Shown): Record<string, Typing> {
  const [one] = shown.annotations;
  if (!one) throw new Error('No annotation');
  const form = (key: string, fields: Fields): Typing => ({
    key,
    type: ({ texts }) => texts.forms.type(key, fields),
  });
  return {
    note: { key: typedKey.note(one.id), type: ({ notes }) => notes.type(one.id, WORDS, one) },
    claim: {
      key: typedKey.claim(one.id),
      type: ({ claims }) =>
        claims.type({ statement: WORDS, type: 'other', attribution: '', status: 'open' }, one),
    },
    'article note': {
      key: typedKey.articleNote(URL_OF_STORY),
      type: ({ notes }) => notes.typeOfArticle(shown, WORDS),
    },
    'new source': form(typedKey.newSource(one.id), { title: WORDS }),
    source: form(typedKey.source(one.id, one.sources[0]?.id ?? ''), { title: WORDS }),
    tag: form(typedKey.tag(one.id), { tag: WORDS }),
    'article tag': form(typedKey.articleTag(URL_OF_STORY), { tag: WORDS }),
    'article form': form(typedKey.metadata(URL_OF_STORY), { title: WORDS }),
  };
}

/** Lets timers and the database, which waits for no timers, come to rest. */
async function settle() {
  for (let round = 0; round < 30; round++) {
    await vi.advanceTimersByTimeAsync(PAUSE);
    await new Promise(setImmediate);
  }
}

/** Each way a field can be left; `stays` where the panel is still open afterwards. */
const WAYS: Record<
  string,
  { stays: boolean; leave: (panel: Panel, books: Library, key: string) => Promise<unknown> }
> = {
  'another tab is shown': { stays: true, leave: ({ texts }) => texts.typed.finishAll() },
  'another page is shown, and this one again': {
    stays: true,
    leave: async ({ texts }) => {
      await texts.typed.finishAll();
      await texts.load();
    },
  },
  'the field is closed': { stays: true, leave: ({ texts }, _, key) => texts.typed.finish(key) },
  'the side bar is closed': {
    stays: false,
    leave: async ({ texts }) => {
      texts.typed.keepAll();
      await texts.typed.finishAll();
    },
  },
  'the panel is reloaded after a pause': { stays: false, leave: () => settle() },
  'the highlight is deleted elsewhere': {
    stays: true,
    leave: async ({ texts }, books) => {
      const [article] = await books.articles.recent({ limit: 1 }).catch(() => []);
      const there = article ? await books.annotations.forArticle(article.article.id) : [];
      await books.annotations.remove(there.map(({ id }) => id)).catch(() => undefined);
      await texts.typed.finishAll();
    },
  },
  'the article is deleted elsewhere': {
    stays: true,
    leave: async ({ texts }, books) => {
      const articles = await books.articles.recent({ limit: 9 }).catch(() => []);
      await books.articles.remove(articles.map(({ article }) => article.id)).catch(() => undefined);
      await texts.typed.finishAll();
    },
  },
};

/** Where the words are: in the library, kept beside it, or still in the field of a panel that is open. */
async function whereIs(key: string, before: Panel | null, books: Library): Promise<string[]> {
  const later = await panel(books);
  const file = await (await books.backup.export()).text().catch(() => '');
  const inField = before && {
    ...before.texts.typed.formOf(key),
    ...before.texts.typed.textOf(key, { fields: {}, revision: 0 }),
  };
  return [
    ...(file.includes(WORDS) ? ['stored'] : []),
    ...(Object.values(later.texts.take(key)?.fields ?? {}).includes(WORDS) ? ['kept'] : []),
    ...(Object.values(inField ?? {}).includes(WORDS) ? ['in the field'] : []),
  ];
}

async function make() {
  const { keyValue } = freshBrowser();
  const { library: books } = await library({ keyValue });
  const { annotation, article } = await books.annotations.create(annotationDraft());
  await books.annotations.addSource(annotation.id, { id: 'src', title: 'Tide tables' });
  const shown: Shown = {
    ...NOTHING,
    page: {
      kind: 'page',
      tabId: 1,
      url: URL_OF_STORY,
      title: null,
      state: { detection: { kind: 'news', score: 1, signals: [] }, metadata: metadata() },
    } as unknown as Shown['page'],
    article,
    annotations: await books.annotations.forArticle(article.id),
  };
  return { books, shown };
}

beforeEach(() => {
  setWords((key) => key, 'en');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe.each(Object.keys(FAULTS))('typed into the side bar, with a library that is %s', (fault) => {
  describe.each(Object.keys(WAYS))('and %s', (way) => {
    it('no text is gone: a note, a claim, a source, a tag, a form', async () => {
      const found: Record<string, string[]> = {};
      for (const name of Object.keys(typings((await make()).shown))) {
        const { books, shown } = await make();
        const { key, type } = typings(shown)[name] ?? { key: '', type: () => undefined };
        const open = await panel(books);
        FAULTS[fault]?.();
        type(open);
        await WAYS[way]?.leave(open, books, key);
        // What is closed has no later.
        if (!WAYS[way]?.stays) vi.clearAllTimers();
        await settle();
        vi.restoreAllMocks();
        vi.spyOn(console, 'error').mockImplementation(() => undefined);
        vi.spyOn(console, 'warn').mockImplementation(() => undefined);
        found[name] = await whereIs(key, WAYS[way]?.stays ? open : null, books);
      }
      const gone = Object.entries(found).filter(([, places]) => places.length === 0);
      expect(gone.map(([name]) => name)).toEqual([]);
      expect(Object.keys(found)).toHaveLength(8);
    });
  });
});
