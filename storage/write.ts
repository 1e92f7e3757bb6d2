import * as v from 'valibot';
import type { Annotation, Article } from '@/model/records';
import { AnnotationSchema, ArticleSchema, VersionSchema } from '@/model/schemas';
import type { Beacon } from './beacon';
import { begin, type Connection } from './connection';
import { LibraryError, toLibraryError } from './errors';
import { changedFields, writeDown } from './journal';
import type { ActionKind, Change } from './library';
import { sameJson } from './sameJson';
import {
  type LogEntry,
  type Meta,
  type RecordChange,
  type RecordStore,
  type Records,
  WRITTEN_STORES,
  type WriteTransaction,
} from './stores';

/** Entries of the change log that caches can catch up from. */
const LOG_LENGTH = 1_000;
/** More changed records than this are announced and logged as "everything". */
const LISTED_IDS = 1_000;

const SCHEMAS = { articles: ArticleSchema, annotations: AnnotationSchema, versions: VersionSchema } as const;

/** What a piece of work may do inside its transaction. Await nothing else than these. */
export interface Writing {
  readonly transaction: WriteTransaction;
  readonly now: string;
  readonly meta: Meta;
  article(id: string): Promise<Article>;
  annotation(id: string): Promise<Annotation>;
  /** Stores the new state of a record after checking it; the state before (`undefined`: none) is journalled. */
  put<S extends RecordStore>(
    store: S,
    before: Records[S] | undefined,
    after: Records[S],
  ): Promise<Records[S]>;
  /** Removes a record for good; not journalled. */
  erase(store: RecordStore, id: string): Promise<void>;
}

export interface WriteOptions {
  /** What the action is called in the history. Absent: the program's own doing, which no undo reaches. */
  kind?: ActionKind | undefined;
  /** The id of an action that is written in several batches. */
  actionId?: string | undefined;
  /** "store/id" whose note is being typed. */
  typing?: string | undefined;
  /** Commits without an announcement: nothing that a view shows changed. */
  quiet?: (() => boolean) | undefined;
}

export interface Writer {
  /**
   * One action: `work` in one strict transaction that either commits wholly or not at all. Resolves
   * after the commit is durable. Rejects with a `LibraryError`; nothing is written then.
   */
  write<T>(
    options: WriteOptions,
    work: (writing: Writing) => Promise<T>,
  ): Promise<{ result: T; actionId?: string }>;
  /** Resolves when all beacons are written. */
  idle(): Promise<void>;
}

export interface WriterParts {
  connection: Connection;
  beacon: Beacon;
  now: () => string;
  id: () => string;
  announce: (change: Change) => void;
}

export function createWriter({ connection, beacon, now, id, announce }: WriterParts): Writer {
  let following: Promise<void> = Promise.resolve();

  return {
    async write(options, work) {
      // Made before the first attempt, so that a second one can't write the action twice.
      const actionId = options.actionId ?? id();
      const outcome = await connection.use(async (database) => {
        const transaction: WriteTransaction = begin(() =>
          database.transaction([...WRITTEN_STORES], 'readwrite', { durability: 'strict' }),
        );
        const committed = transaction.done.then(
          () => undefined,
          (error: unknown) => error ?? new LibraryError('interrupted', 'The transaction was aborted'),
        );
        try {
          const outcome = await run(transaction, options, actionId, now(), work);
          const failure = await committed;
          if (failure !== undefined) throw failure;
          return outcome;
        } catch (error) {
          throw await giveUp(transaction, committed, error);
        }
      });
      const { result, meta, change, journalled } = outcome;
      if (meta) {
        if (change && isNews(change) && !options.quiet?.()) announceSafely(change);
        following = following
          .then(() => beacon.follow(meta))
          .catch((error: unknown) => {
            // The write itself is safe; a beacon left behind only makes the next check less sharp.
            console.warn('Claimlight: beacon not written', error);
          });
      }
      return { result, ...(journalled !== undefined && { actionId: journalled }) };
    },
    idle: () => following,
  };

  function announceSafely(change: Change) {
    try {
      announce(change);
    } catch (error) {
      // What listeners make of the news must not turn a saved note into a failed one.
      console.error('Claimlight: announcement failed', error);
    }
  }
}

function isNews({ articleIds, annotationIds }: Change): boolean {
  return articleIds.length + annotationIds.length > 0;
}

/** A throw does not roll back what was put: the transaction has to be aborted by hand. */
async function giveUp(
  transaction: WriteTransaction,
  committed: Promise<unknown>,
  error: unknown,
): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    // Already aborted by the browser, which is what we want.
  }
  const failure = await committed;
  // A full disk aborts the transaction, and its requests only say AbortError; the transaction knows why.
  const vague = error instanceof DOMException && error.name === 'AbortError';
  return toLibraryError(vague && failure !== undefined ? failure : error);
}

async function run<T>(
  transaction: WriteTransaction,
  options: WriteOptions,
  actionId: string,
  now: string,
  work: (writing: Writing) => Promise<T>,
): Promise<{ result: T; meta?: Meta; change?: Change; journalled?: string }> {
  const metaStore = transaction.objectStore('meta');
  const meta = await metaStore.get('library');
  // openLibrary made it; without it the database was emptied under our feet.
  if (!meta) throw new LibraryError('damaged', 'The library lost its own record');
  const changes: RecordChange[] = [];
  const touched = {
    articles: new Set<string>(),
    annotations: new Set<string>(),
    versions: new Set<string>(),
  };
  let added = 0;

  const writing: Writing = {
    transaction,
    now,
    meta: { ...meta },
    article: (id) => existing(transaction, 'articles', id),
    annotation: (id) => existing(transaction, 'annotations', id),
    async put(store, before, after) {
      const record = v.parse(SCHEMAS[store], withoutAbsent(after)) as Records[typeof store];
      if (before && sameJson(before, record)) return record;
      await transaction.objectStore(store).put(record);
      touched[store].add(record.id);
      if (store === 'annotations' && !before) added++;
      // A digest is the program's own note; nobody undoes it.
      if (store === 'versions' && !before) return record;
      const fields = before
        ? changedFields(before, record)
        : { deletedAt: { before: now, after: (record as { deletedAt?: string }).deletedAt } };
      if (Object.keys(fields).length > 0) changes.push({ store, id: record.id, fields });
      return record;
    },
    async erase(store, id) {
      await transaction.objectStore(store).delete(id);
      touched[store].add(id);
      if (store === 'annotations') added--;
    },
  };
  const result = await work(writing);

  const nothing = touched.articles.size + touched.annotations.size + touched.versions.size === 0;
  if (nothing && sameJson(writing.meta, meta)) return { result };
  let journalled: string | undefined;
  if (options.kind && changes.length > 0) {
    const { kind, typing } = options;
    journalled = await writeDown(transaction, {
      id: actionId,
      kind,
      now,
      changes,
      part: options.actionId !== undefined,
      typing,
    });
  }
  const next: Meta = { ...writing.meta, seq: meta.seq + 1, count: writing.meta.count + added };
  if (sameJson(writing.meta.changedAt, meta.changedAt)) next.changedAt = now;
  const ids = { articleIds: [...touched.articles], annotationIds: [...touched.annotations] };
  await metaStore.put(next);
  await transaction.objectStore('log').put(logEntry(next.seq, ids));
  await transaction.objectStore('log').delete(IDBKeyRange.upperBound(next.seq - LOG_LENGTH));
  const change: Change = { ...ids, ...(journalled !== undefined && { actionId: journalled }) };
  return { result, meta: next, change, ...(journalled !== undefined && { journalled }) };
}

function logEntry(seq: number, ids: { articleIds: string[]; annotationIds: string[] }): LogEntry {
  const many = ids.articleIds.length + ids.annotationIds.length > LISTED_IDS;
  return many ? { seq, articleIds: [], annotationIds: [], all: true } : { seq, ...ids };
}

async function existing<S extends 'articles' | 'annotations'>(
  transaction: WriteTransaction,
  store: S,
  id: string,
): Promise<Records[S]> {
  const record: Article | Annotation | undefined = await transaction.objectStore(store).get(id);
  if (!record) throw new LibraryError('gone', `No ${store} record ${id}`);
  return record as Records[S];
}

/** Without keys whose value is `undefined`, so that equal records are stored as equal bytes. */
function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
