import type { HistoryEntry } from '#model/records.ts';
import { LISTED_IDS } from './journal.ts';
import type { EarlierNote } from './library.ts';
import type { ReadTransaction } from './stores.ts';

/** Texts a note had before, from the journal and from conflicts that were kept; each text once, newest first. */
export async function earlierNotes(transaction: ReadTransaction, id: string): Promise<EarlierNote[]> {
  const annotation = await transaction.objectStore('annotations').get(id);
  const found = conflictsIn(annotation?.history ?? []);
  let action = await transaction.objectStore('actions').openCursor(null, 'prev');
  while (action) {
    const { annotationIds, updatedAt } = action.value;
    // Of a large action only the first ids are listed.
    if (annotationIds.includes(id) || annotationIds.length >= LISTED_IDS) {
      const range = IDBKeyRange.bound([action.primaryKey, 0], [action.primaryKey, []]);
      for (const { changes } of await transaction.objectStore('changes').getAll(range))
        for (const { store, id: changed, fields } of changes) {
          if (store !== 'annotations' || changed !== id) continue;
          const before = fields.note?.before;
          if (typeof before === 'string') found.push({ note: before, at: updatedAt });
          // Also what the reader decided against.
          found.push(...conflictsIn((fields.history?.before ?? []) as HistoryEntry[]));
        }
    }
    action = await action.continue();
  }
  const texts = new Set(['', annotation?.note]);
  return found
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .filter(({ note }) => !texts.has(note) && texts.add(note));
}

const conflictsIn = (history: HistoryEntry[]): EarlierNote[] =>
  history.filter(({ kind }) => kind === 'note-conflict').map(({ before, at }) => ({ note: before, at }));
