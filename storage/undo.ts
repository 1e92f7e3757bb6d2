import { nextRevision } from '#model/nextRevision.ts';
import { clip } from '#model/text.ts';
import type { Action, ActionSubject, Refusal, UndoResult } from './Action.ts';
import { revived } from './articlesAt.ts';
import { LibraryError } from './errors.ts';
import type { LongDeed } from './LongDeed.ts';
import type { Library } from './library.ts';
import type { Reader } from './read.ts';
import { readMany } from './readMany.ts';
import { revertField } from './revert.ts';
import type { ReadTransaction, RecordChange, RecordStore, Records, StoredAction } from './stores.ts';
import type { Writer, Writing } from './write.ts';

export interface UndoVerbs {
  actions: Library['actions'];
  undo: Library['undo'];
  redo: Library['redo'];
}

type Direction = 'undo' | 'redo';

/** Undo and redo of any journalled action, batch by batch, field by field. */
export function undoVerbs(reader: Reader, writer: Writer): UndoVerbs {
  async function move(actionId: string, direction: Direction, watch: LongDeed = {}): Promise<UndoResult> {
    const found = await reader.read((transaction) =>
      transaction.objectStore('actions').index('id').get(actionId),
    );
    if (found?.seq === undefined) throw new LibraryError('gone', `No action ${actionId}`);
    const seq = found.seq;
    const total: UndoResult = { ok: true, applied: 0, refused: [] };
    const parts = Array.from({ length: found.parts }, (_, part) => part);
    // Backwards when undoing: an import stored articles before their annotations.
    if (direction === 'undo') parts.reverse();
    for (const [done, part] of parts.entries()) {
      watch.signal?.throwIfAborted();
      const last = part === parts.at(-1);
      const { result } = await writer.write({}, async (writing) => {
        const batch = await writing.transaction.objectStore('changes').get([seq, part]);
        if (!batch) throw new LibraryError('gone', `No changes of action ${actionId}`);
        const done = await moveBatch(writing, batch.changes, direction);
        const applied = total.applied + done.applied;
        const refused = total.refused.length + done.refused.length;
        if (last && (applied > 0 || refused === 0)) await mark(writing, seq, direction === 'undo');
        return done;
      });
      total.applied += result.applied;
      total.refused.push(...result.refused);
      watch.onProgress?.(done + 1, parts.length);
    }
    total.ok = total.refused.length === 0;
    return total;
  }

  return {
    actions: (limit = 50) =>
      reader.read(async (transaction) => {
        const actions: StoredAction[] = [];
        let cursor = await transaction.objectStore('actions').openCursor(null, 'prev');
        while (cursor && actions.length < limit) {
          actions.push(cursor.value);
          cursor = await cursor.continue();
        }
        return Promise.all(
          actions.map(async (action) => ({
            ...plainAction(action),
            subject: await subjectOf(transaction, action),
          })),
        );
      }),
    undo: (actionId, watch) => move(actionId, 'undo', watch),
    redo: (actionId, watch) => move(actionId, 'redo', watch),
  };
}

function plainAction({ seq: _seq, typing: _typing, parts: _parts, ...action }: StoredAction): Action {
  return action;
}

/** Words of a subject, UTF-16 units. */
const SUBJECT = 120;

/** What an action was about: its first annotation, or its first article. */
async function subjectOf(transaction: ReadTransaction, action: StoredAction): Promise<ActionSubject | null> {
  const batch =
    action.seq === undefined ? undefined : await transaction.objectStore('changes').get([action.seq, 0]);
  const { changes = [] } = batch ?? {};
  const first =
    changes.find(({ store }) => store === 'annotations') ?? changes.find(({ store }) => store === 'articles');
  if (!first) return null;
  const { store, id } = first;
  const count = changes.filter((one) => one.store === store).length;
  const about = { id, fields: Object.keys(first.fields), count, more: action.parts > 1 };
  if (store === 'articles') {
    const article = await transaction.objectStore('articles').get(id);
    return { ...about, store, words: clip(article?.title ?? article?.urls[0] ?? '', SUBJECT) };
  }
  const annotation = await transaction.objectStore('annotations').get(id);
  return { ...about, store: 'annotations', words: clip(annotation?.target.exact ?? '', SUBJECT) };
}

async function mark({ transaction }: Writing, seq: number, undone: boolean): Promise<void> {
  const action = await transaction.objectStore('actions').get(seq);
  if (action) await transaction.objectStore('actions').put({ ...action, undone });
}

async function moveBatch(
  writing: Writing,
  changes: RecordChange[],
  direction: Direction,
): Promise<{ applied: number; refused: Refusal[] }> {
  const refused: Refusal[] = [];
  const moved = { applied: 0, live: new Set<string>() };
  // Articles last: whether one may go depends on what is left in it.
  for (const store of ['annotations', 'versions', 'articles'] as const) {
    const own = changes.filter((change) => change.store === store);
    moved.applied += await moveRecords(writing, store, own, direction, refused, moved.live);
  }
  // A live annotation always has a live article.
  const owners = await readMany(writing.transaction.objectStore('articles'), [...moved.live]);
  for (const article of owners.values()) await revived(writing, article);
  return { applied: moved.applied, refused };
}

/**
 * Moves records of one store, read and written in a few requests: one after the other took twice as long.
 * Articles of annotations that are live afterwards are added to `live`. Returns how many changed.
 */
async function moveRecords(
  writing: Writing,
  store: RecordStore,
  changes: RecordChange[],
  direction: Direction,
  refused: Refusal[],
  live: Set<string>,
): Promise<number> {
  const records = await readMany<Records[RecordStore]>(
    writing.transaction.objectStore(store),
    changes.map(({ id }) => id),
  );
  const written: Promise<Records[RecordStore]>[] = [];
  for (const { id, fields } of changes) {
    const record = records.get(id);
    if (!record) {
      refused.push({ store, id, field: '*', reason: 'gone' });
      continue;
    }
    const next = movedFields(record, fields, direction, (field) =>
      refused.push({ store, id, field, reason: 'changed since' }),
    );
    if (next.deletedAt !== undefined) {
      if (store === 'articles' && (await hasLiveAnnotations(writing, id))) delete next.deletedAt;
      else next.deletedAt = writing.now;
    }
    if (Object.keys(next).length === 0) continue;
    const stamp =
      'revision' in record ? { revision: nextRevision(record.revision), updatedAt: writing.now } : {};
    const after = { ...record, ...next, ...stamp };
    // One action may have changed a record twice.
    records.set(id, after);
    written.push(writing.put<RecordStore>(store, record, after));
  }
  await Promise.all(written);
  for (const record of records.values())
    if ('target' in record && record.deletedAt === undefined) live.add(record.articleId);
  return written.length;
}

/** Pure: the fields of a record that change when an action on it is taken back or done again. */
function movedFields(
  record: object,
  fields: RecordChange['fields'],
  direction: Direction,
  refuse: (field: string) => void,
): Record<string, unknown> {
  const values = new Map<string, unknown>(Object.entries(record));
  const next: Record<string, unknown> = {};
  for (const [name, { before, after }] of Object.entries(fields)) {
    const [from, to] = direction === 'undo' ? [after, before] : [before, after];
    const current = values.get(name);
    const reverted = revertField(name, current, from, to);
    if (reverted.value !== current) next[name] = reverted.value;
    for (const field of reverted.refused) refuse(field);
  }
  return next;
}

async function hasLiveAnnotations({ transaction }: Writing, articleId: string): Promise<boolean> {
  const all = await transaction.objectStore('annotations').index('articleId').getAll(articleId);
  return all.some(({ deletedAt }) => deletedAt === undefined);
}
