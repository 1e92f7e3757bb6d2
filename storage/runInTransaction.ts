import * as v from 'valibot';
import type { Annotation, Article } from '#model/records.ts';
import { AnnotationSchema, ArticleSchema, VersionSchema } from '#model/schemas.ts';
import { LibraryError } from './errors.ts';
import { changedFields, LISTED_IDS, writeDown } from './journal.ts';
import type { Change } from './library.ts';
import { sameJson } from './sameJson.ts';
import type { LogEntry, Meta, RecordChange, RecordStore, Records, WriteTransaction } from './stores.ts';
import { ChangeLog } from './sync/ChangeLog.ts';
import type { WriteOptions } from './WriteOptions.ts';

/** Entries of the change log that caches can catch up from. */
const LOG_LENGTH = 1_000;
const SCHEMAS = { articles: ArticleSchema, annotations: AnnotationSchema, versions: VersionSchema } as const;

/** What a piece of work may do inside its transaction. Await nothing else than these. */
export interface Writing {
  readonly transaction: WriteTransaction;
  readonly now: string;
  readonly meta: Meta;
  /** The action this one becomes part of, so that one undo takes back both. */
  joins?: string | undefined;
  article(id: string): Promise<Article>;
  annotation(id: string): Promise<Annotation>;
  /**
   * Stores the new state of a record after checking it; the state before (`undefined`: none) is journalled. `isChecked`:
   * it came through the schema just now, and looking twice is a tenth of a large import's time.
   */
  put<S extends RecordStore>(
    store: S,
    before: Records[S] | undefined,
    after: Records[S],
    isChecked?: boolean,
  ): Promise<Records[S]>;
  /** Removes a record for good; not journalled. */
  erase(store: RecordStore, id: string): Promise<void>;
  /** What is written down for other devices; absent where sync is not set up. */
  readonly changeLog?: ChangeLog | undefined;
  /** Stores a record as another device wrote it: checked before, journalled, not written down once more. */
  take<S extends RecordStore>(store: S, before: Records[S] | undefined, after: Records[S]): Promise<void>;
  /** Removes what another device erased. */
  drop(store: RecordStore, id: string): Promise<void>;
}

/**
 * Runs `work` inside a transaction that the caller commits or aborts, and writes down beside its changes
 * what undo, caches and the beacon need. `meta` is absent in the result when nothing was changed.
 */
export async function runInTransaction<T>(
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
  /** Articles whose annotations changed: views that show them must read again. */
  const owners = new Set<string>();
  let added = 0;
  const changeLog = meta.sync && new ChangeLog(transaction, meta.sync, now);

  async function place<S extends RecordStore>(
    store: S,
    before: Records[S] | undefined,
    record: Records[S],
  ): Promise<void> {
    await transaction.objectStore(store).put(record);
    touched[store].add(record.id);
    if ('articleId' in record) owners.add(record.articleId);
    if (store === 'annotations' && !before) added++;
    // A digest is the program's own note; nobody undoes it.
    if (store === 'versions' && !before) return;
    const fields = before
      ? changedFields(before, record)
      : { deletedAt: { before: now, after: (record as { deletedAt?: string }).deletedAt } };
    if (Object.keys(fields).length > 0) changes.push({ store, id: record.id, fields });
  }

  async function drop(store: RecordStore, id: string): Promise<void> {
    await transaction.objectStore(store).delete(id);
    touched[store].add(id);
    if (store === 'annotations') added--;
  }

  const writing: Writing = {
    transaction,
    now,
    meta: { ...meta },
    article: (id) => existing(transaction, 'articles', id),
    annotation: (id) => existing(transaction, 'annotations', id),
    async put(store, before, after, isChecked = false) {
      const plain = withoutAbsent(after);
      const record = isChecked ? plain : (v.parse(SCHEMAS[store], plain) as Records[typeof store]);
      if (before && sameJson(before, record)) return record;
      const agreed = changeLog ? await changeLog.write(store, before, record) : record;
      await place(store, before, agreed);
      return agreed;
    },
    async erase(store, id) {
      await changeLog?.erase(store, id);
      await drop(store, id);
    },
    changeLog,
    take: place,
    drop,
  };
  const result = await work(writing);
  const logged = await changeLog?.finish();
  if (logged && writing.meta.sync) writing.meta.sync = { ...writing.meta.sync, ...logged };

  const nothing = touched.articles.size + touched.annotations.size + touched.versions.size === 0;
  if (nothing && sameJson(writing.meta, meta)) return { result };
  if (nothing && sameJson({ ...writing.meta, sync: null }, { ...meta, sync: null })) {
    // What others have read is no news of the library.
    await metaStore.put(writing.meta);
    return { result };
  }
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
      joins: writing.joins,
    });
  }
  const next: Meta = { ...writing.meta, seq: meta.seq + 1, count: writing.meta.count + added };
  if (sameJson(writing.meta.changedAt, meta.changedAt)) next.changedAt = now;
  const ids = { articleIds: [...touched.articles], annotationIds: [...touched.annotations] };
  await metaStore.put(next);
  await transaction.objectStore('log').put(logEntry(next.seq, ids));
  await transaction.objectStore('log').delete(IDBKeyRange.upperBound(next.seq - LOG_LENGTH));
  const articleIds = [...new Set([...touched.articles, ...owners])];
  const change: Change = { ...ids, articleIds, ...(journalled !== undefined && { actionId: journalled }) };
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
