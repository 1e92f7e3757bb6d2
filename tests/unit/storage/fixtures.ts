import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { AnnotationDraft, ArticleDraft } from '#model/drafts.ts';
import type { ArticleMetadata, Target } from '#model/records.ts';
import type { Change, KeyValue, Library, LibraryOptions } from '#storage/index.ts';
import { openLibrary } from '#storage/index.ts';
import { keyValueInMemory } from './keyValueInMemory.ts';

/** A browser without any database, and a storage.local without any beacon. */
export function freshBrowser(): { keyValue: ReturnType<typeof keyValueInMemory> } {
  globalThis.indexedDB = new IDBFactory();
  return { keyValue: keyValueInMemory() };
}

/** A clock that stands still until it is moved. */
export function clock(start = '2026-03-04T09:00:00.000Z') {
  let time = Date.parse(start);
  return {
    now: () => new Date(time).toISOString(),
    /** Moves it by milliseconds. */
    pass(milliseconds: number) {
      time += milliseconds;
    },
  };
}

/** A session of the browser in which the library was opened before. */
const LATER: KeyValue = {
  get: async () => true,
  set: async () => undefined,
  remove: async () => undefined,
};

/** Opens a library with short ids and, unless given, an own clock. */
export async function library(
  options: LibraryOptions & { prefix?: string } = {},
): Promise<{ library: Library; changes: Change[] }> {
  const { prefix = 'id', ...rest } = options;
  let number = 0;
  const changes: Change[] = [];
  const opened = await openLibrary({
    id: () => `${prefix}-${++number}`,
    now: clock().now,
    keyValue: rest.keyValue ?? freshBrowser().keyValue,
    session: LATER,
    retryDelays: [0, 0, 0],
    announce: (change) => changes.push(change),
    ...rest,
  });
  return { library: opened, changes };
}

export const metadata = (over: Partial<ArticleMetadata> = {}): ArticleMetadata => ({
  title: 'Harbour tolls rise again',
  authors: ['Ines Marlow'],
  site: 'The Quay Courier',
  section: 'Local',
  language: 'en',
  publishedAt: '2026-03-01T07:00:00Z',
  modifiedAt: null,
  canonicalUrl: 'https://quay.example/harbour-tolls',
  description: null,
  image: null,
  ...over,
});

export const articleDraft = (over: Partial<ArticleDraft> = {}): ArticleDraft => ({
  addresses: ['https://quay.example/harbour-tolls'],
  metadata: metadata(),
  kind: 'news',
  ...over,
});

export const target = (over: Partial<Target> = {}): Target => ({
  exact: 'Tolls rose by 12 per cent in January',
  prefix: 'The port said: ',
  suffix: ', the third rise',
  start: 40,
  end: 76,
  ...over,
});

export const annotationDraft = (over: Partial<AnnotationDraft> = {}): AnnotationDraft => ({
  article: articleDraft(),
  url: 'https://quay.example/harbour-tolls',
  target: target(),
  color: 'yellow',
  ...over,
});
