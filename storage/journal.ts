import type { ActionKind } from './Action.ts';
import { sameJson } from './sameJson.ts';
import type { FieldChange, RecordChange, StoredAction, WriteTransaction } from './stores.ts';

/** Actions that can be undone; older ones are forgotten. */
export const JOURNAL_LENGTH = 500;
/** Pauses in typing up to this long, in milliseconds, belong to one action. */
const TYPING_PAUSE = 10_000;

/** Bookkeeping of a record, and what the page (not the reader) said: not part of any undo. */
const NOT_JOURNALLED = new Set(['id', 'revision', 'createdAt', 'updatedAt', 'anchor']);

/** Pure: the fields in which two states of a record differ, as far as undo is concerned. */
export function changedFields(before: object, after: object): Record<string, FieldChange> {
  const old = new Map<string, unknown>(Object.entries(before));
  const fresh = new Map<string, unknown>(Object.entries(after));
  const fields: Record<string, FieldChange> = {};
  for (const name of new Set([...old.keys(), ...fresh.keys()])) {
    if (NOT_JOURNALLED.has(name) || sameJson(old.get(name), fresh.get(name))) continue;
    fields[name] = { before: old.get(name), after: fresh.get(name) };
  }
  return fields;
}

export interface Entry {
  id: string;
  kind: ActionKind;
  now: string;
  changes: RecordChange[];
  /** Whether more batches than this one may belong to the action. */
  part: boolean;
  /** "store/id" of the record whose note is being typed. */
  typing?: string | undefined;
  /** The action that it becomes part of: one batch, undone or not as a whole. */
  joins?: string | undefined;
}

/** Writes an action down in the transaction of its change. Returns the id of the action it became part of. */
export async function writeDown(transaction: WriteTransaction, entry: Entry): Promise<string> {
  const actions = transaction.objectStore('actions');
  const changes = transaction.objectStore('changes');
  const latest = (await actions.openCursor(null, 'prev'))?.value;

  // A batch of an action that is under way; others may have acted in between.
  const own = entry.part ? await actions.index('id').get(entry.id) : undefined;
  if (own?.seq !== undefined) {
    await changes.put({ action: own.seq, part: own.parts, changes: entry.changes });
    await actions.put({ ...own, parts: own.parts + 1, updatedAt: entry.now });
    return entry.id;
  }
  const begun = entry.joins
    ? await actions.index('id').get(entry.joins)
    : latest && continuesTyping(latest, entry) && latest;
  if (begun && begun.seq !== undefined) {
    const batch = await changes.get([begun.seq, 0]);
    const all = joined(batch?.changes ?? [], entry.changes);
    await changes.put({ action: begun.seq, part: 0, changes: all });
    await actions.put({ ...begun, ...idsOf(all), updatedAt: entry.now });
    return begun.id;
  }
  const seq = await actions.add({
    id: entry.id,
    kind: entry.kind,
    at: entry.now,
    updatedAt: entry.now,
    undone: false,
    ...idsOf(entry.changes),
    typing: entry.typing,
    parts: 1,
  });
  await changes.put({ action: seq, part: 0, changes: entry.changes });
  await actions.delete(IDBKeyRange.upperBound(seq - JOURNAL_LENGTH));
  // An array sorts above every number, so this covers all parts.
  await changes.delete(IDBKeyRange.upperBound([seq - JOURNAL_LENGTH, []]));
  return entry.id;
}

function continuesTyping(latest: StoredAction, entry: Entry): boolean {
  if (entry.typing === undefined || latest.typing !== entry.typing || latest.undone) return false;
  const pause = Date.parse(entry.now) - Date.parse(latest.updatedAt);
  return pause >= 0 && pause <= TYPING_PAUSE;
}

/** Changes that became one: of a field that changed twice the older change keeps its `before`, the newer one gives `after`. */
function joined(older: RecordChange[], newer: RecordChange[]): RecordChange[] {
  const keyOf = ({ store, id }: RecordChange) => `${store}/${id}`;
  const all = new Map(older.map((change) => [keyOf(change), change]));
  for (const change of newer) {
    const known = all.get(keyOf(change));
    const fields = { ...known?.fields };
    for (const [name, { before, after }] of Object.entries(change.fields))
      fields[name] = { before: name in fields ? fields[name]?.before : before, after };
    all.set(keyOf(change), { ...change, fields });
  }
  return [...all.values()];
}

/** At most this many ids stand in an action itself; views re-read everything for more. */
export const LISTED_IDS = 1_000;

export function idsOf(changes: RecordChange[]): { articleIds: string[]; annotationIds: string[] } {
  const ids = (store: string) =>
    changes
      .filter((change) => change.store === store)
      .map(({ id }) => id)
      .slice(0, LISTED_IDS);
  return { articleIds: ids('articles'), annotationIds: ids('annotations') };
}
