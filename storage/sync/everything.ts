import type { StoredRecord } from '#sync/cells.ts';
import { wholeDelta } from '#sync/Delta.ts';
import type { Delta } from '#sync/DeltaSchema.ts';
import type { Reader } from '../read.ts';
import type { RecordStore } from '../stores.ts';
import { pristine, syncOf } from './outgoing.ts';

/** Records in one piece of a snapshot. */
const PIECE = 1_000;
const STORES: readonly RecordStore[] = ['articles', 'annotations', 'versions'];

/** Ids after one, up to another one; from the first and to the last where there is none. */
interface Part {
  after: string | undefined;
  upTo: string | undefined;
}

/**
 * Everything that is known here, in pieces that are read when they are asked for, so that of a large library no two are
 * in memory. A piece is all ids from one to another, so what changes meanwhile is in one of them.
 */
export async function everything(reader: Reader): Promise<(() => Promise<Delta[]>)[]> {
  const pieces: (() => Promise<Delta[]>)[] = [];
  for (const store of STORES)
    for (const part of await partsOf(reader, store)) pieces.push(() => pieceOf(reader, store, part));
  return pieces;
}

function partsOf(reader: Reader, store: RecordStore): Promise<Part[]> {
  return reader.read(async (transaction) => {
    const [records, ledgers] = await Promise.all([
      transaction.objectStore(store).getAllKeys(),
      transaction.objectStore('ledgers').getAllKeys(IDBKeyRange.bound([store], [store, []])),
    ]);
    const ids = [...new Set([...records, ...ledgers.map(([, id]) => id)])].sort();
    const starts = ids.filter((_, at) => at % PIECE === 0);
    return starts.map((_, at) => ({
      after: at === 0 ? undefined : ids[at * PIECE - 1],
      upTo: at === starts.length - 1 ? undefined : ids[(at + 1) * PIECE - 1],
    }));
  });
}

/** Records, what was erased, and what waits for the rest. */
function pieceOf(reader: Reader, store: RecordStore, { after, upTo }: Part): Promise<Delta[]> {
  return reader.read(async (transaction) => {
    const sync = await syncOf(transaction);
    const isLater = after !== undefined;
    const range = IDBKeyRange.bound(after ?? '', upTo ?? [], isLater);
    const [records, ledgers] = await Promise.all([
      transaction.objectStore(store).getAll(range),
      transaction
        .objectStore('ledgers')
        .getAll(IDBKeyRange.bound([store, after ?? ''], [store, upTo ?? []], isLater)),
    ]);
    const byId = new Map(records.map((record) => [record.id, record as unknown as StoredRecord]));
    const known = new Map(ledgers.map((ledger) => [ledger.id, ledger]));
    return [...new Set([...byId.keys(), ...known.keys()])].flatMap((id) => {
      const record = byId.get(id);
      const ledger = known.get(id) ?? pristine(store, record, sync?.device ?? '');
      const whole = wholeDelta(ledger, record);
      // Others who start from here must not miss what this device has read and can't hold.
      return [...(whole ? [whole] : []), ...(ledger.refused ?? [])];
    });
  });
}
