import { revived } from '../articlesAt.ts';
import type { Done } from '../Done.ts';
import { LibraryError } from '../errors.ts';
import type { Migration } from '../migrations.ts';
import type { Reader } from '../read.ts';
import { keysThere, readMany } from '../readMany.ts';
import type { RecordStore } from '../stores.ts';
import type { Writer, Writing } from '../write.ts';
import { type ImportPass, newPass, refuse } from './ImportPass.ts';
import { placeBatch } from './placeBatch.ts';
import { checkBackup, type FileRecord, readBackup } from './readBackup.ts';
import type { BackupHeader, ImportChoices, ImportPreview } from './verbs.ts';

/** Records written in one transaction: 7.6 times faster than one by one. */
const BATCH = 1_000;

export interface ImportParts {
  reader: Reader;
  writer: Writer;
  newId: () => string;
  migrations?: readonly Migration[] | undefined;
}

/** Runs inside the last batch of an import. */
type Finish = (writing: Writing, header: BackupHeader) => Promise<void>;

/** What previews found of whole files. A Blob never changes, so that an import need not look at it once more. */
const looked = new WeakMap<Blob, Awaited<ReturnType<typeof checkBackup>>>();

/** Reads the whole file and says what importing it would do. */
export async function previewImport(
  parts: ImportParts,
  file: Blob,
  choices: ImportChoices = {},
): Promise<ImportPreview> {
  const pass = newPass(choices);
  let done = 0;
  await eachBatch(parts, file, pass, choices, async (batch) => {
    await parts.reader.read(async (transaction) => {
      await placeBatch(transaction, batch, pass);
    });
    done += batch.length;
    choices.onProgress?.(done, sum(pass.preview.header?.counts ?? {}));
  });
  const { header, refusedFile, articles, annotations, versions } = pass.preview;
  const lines = sum(articles) + sum(annotations) + sum(versions);
  looked.set(file, { header, fault: refusedFile, lines });
  return pass.preview;
}

/**
 * Imports a file in batches; all of them are one action. Nothing is written when the file is refused. Rejects with
 * `fileGone` where it was whole and can't be read to its end now; what was written by then stays, as that action.
 */
export async function importFile(
  parts: ImportParts,
  file: Blob,
  choices: ImportChoices = {},
  finish?: Finish,
): Promise<ImportPreview & Done> {
  const { header: found, fault, lines } = looked.get(file) ?? (await checkBackup(file, parts.migrations));
  const partly = choices.evenIfDamaged === true && found !== undefined;
  if (fault && !partly) throw new LibraryError('refused', `Import: ${fault}`);
  choices.signal?.throwIfAborted();

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
    choices.onProgress?.(done, lines);
  });
  const { header, refusedFile } = pass.preview;
  // It was whole when it was looked at.
  if (refusedFile && !partly) throw new LibraryError('fileGone', `Import: ${refusedFile}`);
  if (finish && header) await parts.writer.write({}, (writing) => finish(writing, header));
  return { ...pass.preview, ...(journalled !== undefined && { actionId: journalled }) };
}

/** Records of a batch, and lines between them that can't be taken. */
interface Batch {
  records: FileRecord[];
  refused: { store: RecordStore | undefined; line: number; reason: string }[];
}

/**
 * Reads the file and hands over batch after batch. The next one is read while the one before is under way, but they
 * never overlap.
 */
async function eachBatch(
  { migrations }: ImportParts,
  file: Blob,
  pass: ImportPass,
  { signal }: ImportChoices,
  take: (records: FileRecord[]) => Promise<void>,
): Promise<void> {
  let batch: Batch = { records: [], refused: [] };
  let working = Promise.resolve();
  const flush = async () => {
    const { records, refused } = batch;
    batch = { records: [], refused: [] };
    await working;
    signal?.throwIfAborted();
    for (const { store, line, reason } of refused) refuse(pass, store, line, reason);
    if (records.length === 0) return;
    working = take(records);
    // Whoever awaits it next is told; until then it is no unhandled failure.
    working.catch(() => undefined);
  };
  for await (const event of readBackup(file, migrations)) {
    if (event.type === 'header') pass.preview.header = event.header;
    else if (event.type === 'fault') pass.preview.refusedFile ??= event.fault;
    else if (event.type === 'refused') batch.refused.push(event);
    else if (pass.seen.has(`${event.store}/${event.record.id}`))
      batch.refused.push({ ...event, reason: 'repeated id' });
    else {
      pass.seen.add(`${event.store}/${event.record.id}`);
      batch.records.push(event);
      if (batch.records.length >= BATCH) await flush();
    }
  }
  await flush();
  await working;
}

async function storeBatch(writing: Writing, batch: FileRecord[], pass: ImportPass): Promise<void> {
  const placed = await placeBatch(writing.transaction, batch, pass);
  // All requests at once: the browser works them off one after the other.
  const stored = await Promise.all(
    placed.flatMap(({ store, before, placing }) =>
      // A new record is stored as it was read, and reading checked it; anything else is made of two.
      placing.store
        ? [writing.put<RecordStore>(store, before, placing.store, placing.verdict === 'new')]
        : [],
    ),
  );
  // Trash counts from when this library put it there: an import never purges.
  if (stored.some((record) => 'deletedAt' in record && record.deletedAt !== undefined))
    writing.meta.trashSince = writing.now;
  const live = new Set<string>();
  for (const record of stored)
    if ('target' in record && record.deletedAt === undefined) live.add(record.articleId);
  await reviveArticles(writing, [...live]);
}

/** A live annotation always has a live article. */
async function reviveArticles(writing: Writing, ids: string[]): Promise<void> {
  const articles = writing.transaction.objectStore('articles');
  const there = new Set(await keysThere(articles, ids));
  const lost = ids.find((id) => !there.has(id));
  if (lost !== undefined) throw new LibraryError('gone', `No article ${lost}`);
  // There are few of them, as a rule; where they are many, each article is looked at.
  const most = ids.length + 100;
  const deleted = await articles.index('deletedAt').getAllKeys(null, most);
  const doubtful = deleted.length < most ? deleted.filter((id) => there.has(id)) : ids;
  for (const article of (await readMany(articles, doubtful)).values())
    if (there.has(article.id)) await revived(writing, article);
}

function sum(counts: object): number {
  return Object.values(counts).reduce((total: number, count: number) => total + count, 0);
}
