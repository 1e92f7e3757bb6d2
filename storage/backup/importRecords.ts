import type { Article } from '@/model/records';
import { articlesAt, revived } from '../articlesAt';
import { LibraryError } from '../errors';
import type { Done } from '../library';
import type { Migration } from '../migrations';
import type { Reader } from '../read';
import type { ReadTransaction, RecordStore, WriteTransaction } from '../stores';
import type { Writer, Writing } from '../write';
import { type Placing, placeAnnotation, placeArticle, placeVersion } from './placeRecord';
import { type FileRecord, readBackup } from './readBackup';
import type { BackupHeader, ImportChoices, ImportCounts, ImportPreview } from './verbs';

/** Records written in one transaction: 7.6 times faster than one by one. */
const BATCH = 1_000;
/** Refused lines listed in a preview; the others are only counted. */
const LISTED = 100;

export interface ImportParts {
  reader: Reader;
  writer: Writer;
  newId: () => string;
  migrations?: readonly Migration[] | undefined;
}

/** Runs inside the last batch of an import. */
type Finish = (writing: Writing, header: BackupHeader) => Promise<void>;

/** What a pass over a file remembers. */
interface Pass {
  preview: ImportPreview;
  /** Ids of the file's articles, with the id each has here. */
  articleIds: Map<string, string>;
  seen: Set<string>;
  conflicts: NonNullable<ImportChoices['conflicts']>;
}

/** Reads the whole file and says what importing it would do. */
export async function previewImport(
  parts: ImportParts,
  file: Blob,
  choices: ImportChoices = {},
): Promise<ImportPreview> {
  const pass = newPass(choices);
  await eachBatch(parts, file, pass, choices, (batch) =>
    parts.reader.read(async (transaction) => {
      await placeBatch(transaction, batch, pass);
    }),
  );
  return pass.preview;
}

/** Imports a file in batches; all of them are one action. Nothing is written when the file is refused. */
export async function importFile(
  parts: ImportParts,
  file: Blob,
  choices: ImportChoices = {},
  finish?: Finish,
): Promise<ImportPreview & Done> {
  const before = await previewImport(parts, file, { ...choices, onProgress: () => undefined });
  const partly = choices.evenIfDamaged === true && before.header !== undefined;
  if (before.refusedFile && !partly) throw new LibraryError('refused', `Import: ${before.refusedFile}`);
  choices.signal?.throwIfAborted();

  const total = sum(before.articles) + sum(before.annotations) + sum(before.versions);
  const pass = newPass(choices);
  const actionId = parts.newId();
  let journalled: string | undefined;
  let done = 0;
  await eachBatch(parts, file, pass, choices, async (batch) => {
    const written = await parts.writer.write({ kind: 'import', actionId }, (writing) =>
      storeBatch(writing, batch, pass),
    );
    journalled ??= written.actionId;
    done += batch.length;
    choices.onProgress?.(done, total);
  });
  const { header } = pass.preview;
  if (finish && header) await parts.writer.write({}, (writing) => finish(writing, header));
  return { ...pass.preview, ...(journalled !== undefined && { actionId: journalled }) };
}

function newPass({ conflicts = 'mine' }: ImportChoices): Pass {
  const counts = (): ImportCounts => ({ new: 0, same: 0, updated: 0, older: 0, conflict: 0, refused: 0 });
  const preview: ImportPreview = {
    header: undefined,
    articles: counts(),
    annotations: counts(),
    versions: counts(),
    refused: [],
  };
  return { preview, articleIds: new Map(), seen: new Set(), conflicts };
}

async function eachBatch(
  { migrations }: ImportParts,
  file: Blob,
  pass: Pass,
  { signal }: ImportChoices,
  take: (batch: FileRecord[]) => Promise<void>,
): Promise<void> {
  let batch: FileRecord[] = [];
  const flush = async () => {
    signal?.throwIfAborted();
    const full = batch;
    batch = [];
    if (full.length > 0) await take(full);
  };
  for await (const event of readBackup(file, migrations)) {
    if (event.type === 'header') pass.preview.header = event.header;
    else if (event.type === 'fault') pass.preview.refusedFile ??= event.fault;
    else if (event.type === 'refused') refuse(pass, event.store, event.line, event.reason);
    else if (pass.seen.has(`${event.store}/${event.record.id}`))
      refuse(pass, event.store, event.line, 'repeated id');
    else {
      pass.seen.add(`${event.store}/${event.record.id}`);
      batch.push(event);
      if (batch.length >= BATCH) await flush();
    }
  }
  await flush();
}

function refuse({ preview }: Pass, store: RecordStore | undefined, line: number, reason: string): void {
  preview[store ?? 'annotations'].refused++;
  if (preview.refused.length < LISTED) preview.refused.push({ line, reason });
}

type Placed = {
  [S in RecordStore]: { store: S; before: Stored<S> | undefined; placing: Placing<Stored<S>> };
}[RecordStore];
type Stored<S extends RecordStore> = Extract<FileRecord, { store: S }>['record'];

/** Verdicts over a batch, counted in the pass. Articles first, because annotations follow their ids. */
async function placeBatch(
  transaction: ReadTransaction | WriteTransaction,
  batch: FileRecord[],
  pass: Pass,
): Promise<Placed[]> {
  const placed: Placed[] = [];
  const { preview, conflicts, articleIds } = pass;
  // The two kinds of transaction read alike; their types only differ in what else they may touch.
  const read = transaction as ReadTransaction;
  for (const one of batch) {
    if (one.store !== 'articles') continue;
    const before = await ourArticle(read, one.record, pass);
    const placing = placeArticle(before, one.record, conflicts);
    articleIds.set(one.record.id, before?.id ?? one.record.id);
    preview.articles[placing.verdict]++;
    placed.push({ store: 'articles', before, placing });
  }
  for (const one of batch) {
    if (one.store === 'articles') continue;
    const articleId =
      articleIds.get(one.record.articleId) ?? (await knownArticle(read, one.record.articleId));
    if (articleId === undefined) {
      refuse(pass, one.store, one.line, 'its article is missing');
    } else if (one.store === 'annotations') {
      const before = await read.objectStore('annotations').get(one.record.id);
      let placing = placeAnnotation(before, { ...one.record, articleId }, conflicts);
      const copy = placing.store?.id !== one.record.id ? placing.store : undefined;
      const known = copy && (await read.objectStore('annotations').get(copy.id));
      if (known) placing = { verdict: placing.verdict };
      preview.annotations[placing.verdict]++;
      placed.push({ store: 'annotations', before: copy ? undefined : before, placing });
    } else {
      const before = await read.objectStore('versions').get(one.record.id);
      const placing = placeVersion(before, { ...one.record, articleId });
      preview.versions[placing.verdict]++;
      placed.push({ store: 'versions', before, placing });
    }
  }
  return placed;
}

/** Our record of an imported article: the one with its id, or a live one at the same address. */
async function ourArticle(
  transaction: ReadTransaction,
  theirs: Article,
  { articleIds }: Pass,
): Promise<Article | undefined> {
  const same = await transaction.objectStore('articles').get(theirs.id);
  if (same || theirs.deletedAt !== undefined) return same;
  const there = await articlesAt(transaction, theirs.urls);
  // Two articles of one file are two, whatever addresses they share: the file says so.
  return there.find(({ id, deletedAt }) => deletedAt === undefined && !articleIds.has(id));
}

async function knownArticle(transaction: ReadTransaction, id: string): Promise<string | undefined> {
  return transaction.objectStore('articles').getKey(id);
}

async function storeBatch(writing: Writing, batch: FileRecord[], pass: Pass): Promise<void> {
  const live = new Set<string>();
  for (const { store, before, placing } of await placeBatch(writing.transaction, batch, pass)) {
    if (!placing.store) continue;
    const stored = await writing.put<RecordStore>(store, before, placing.store);
    if ('target' in stored && stored.deletedAt === undefined) live.add(stored.articleId);
  }
  // A live annotation always has a live article.
  for (const id of live) await revived(writing, await writing.article(id));
}

function sum(counts: ImportCounts): number {
  return Object.values(counts).reduce((total: number, count: number) => total + count, 0);
}
