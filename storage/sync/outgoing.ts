import type { StoredRecord } from '#sync/cells.ts';
import { deltaSince, wholeDelta } from '#sync/Delta.ts';
import type { Delta } from '#sync/DeltaSchema.ts';
import type { Ledger } from '#sync/Ledger.ts';
import { baseOf } from '#sync/writeChange.ts';
import type { Reader } from '../read.ts';
import type { ReadTransaction, RecordStore, Touched } from '../stores.ts';
import type { SyncMeta } from './SyncMeta.ts';

/** Records in one piece of a snapshot. */
const PIECE = 1_000;
const STORES: readonly RecordStore[] = ['articles', 'annotations', 'versions'];

export interface Outgoing {
  items: Delta[];
  /** The marks of the changes, oldest first. */
  marks: string[];
}

/** What this device changed from one change to another; undefined where that is no longer written down. */
export function outgoing(reader: Reader, from: number, to: number): Promise<Outgoing | undefined> {
  return reader.read(async (transaction) => {
    const sync = await syncOf(transaction);
    const changes = await transaction.objectStore('outbox').getAll(IDBKeyRange.bound(from, to));
    if (!sync || changes.length !== to - from + 1) return undefined;
    const touched = new Map<string, Touched>();
    for (const one of changes.flatMap((change) => change.touched)) {
      const key = `${one.store}/${one.id}`;
      touched.set(key, { ...one, whole: one.whole || touched.get(key)?.whole === true });
    }
    const items: Delta[] = [];
    for (const { store, id, whole } of touched.values()) {
      const { ledger, record } = await known(transaction, sync, store, id);
      const delta = whole
        ? wholeDelta(ledger, record)
        : deltaSince(ledger, record, { device: sync.device, from, to });
      if (delta) items.push(delta);
    }
    return { items, marks: changes.map(({ mark }) => mark) };
  });
}

/** Everything that is known here, in pieces. */
export async function* everything(reader: Reader): AsyncGenerator<Delta[]> {
  for (const store of STORES) {
    let after: string | undefined;
    for (;;) {
      const piece = await reader.read(async (transaction) => {
        const sync = await syncOf(transaction);
        const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
        const records = await transaction.objectStore(store).getAll(range, PIECE);
        const ledgers = await Promise.all(
          records.map(({ id }) => transaction.objectStore('ledgers').get([store, id])),
        );
        const items = records.flatMap((record, at) => {
          const plain = record as unknown as StoredRecord;
          const ledger = ledgers[at] ?? pristine(store, plain, sync?.device ?? '');
          return withRefused(ledger, wholeDelta(ledger, plain));
        });
        return { items, last: records.at(-1)?.id, isLast: records.length < PIECE };
      });
      if (piece.items.length > 0) yield piece.items;
      after = piece.last;
      if (piece.isLast) break;
    }
    yield* withoutRecords(reader, store);
  }
}

/** What was erased, and pieces that wait for the rest. */
async function* withoutRecords(reader: Reader, store: RecordStore): AsyncGenerator<Delta[]> {
  let after = '';
  for (;;) {
    const piece = await reader.read(async (transaction) => {
      const range = IDBKeyRange.bound([store, after], [store, []], true);
      const ledgers = await transaction.objectStore('ledgers').getAll(range, PIECE);
      const keys = await Promise.all(ledgers.map(({ id }) => transaction.objectStore(store).getKey(id)));
      const items = ledgers.flatMap((ledger, at) =>
        keys[at] === undefined ? withRefused(ledger, wholeDelta(ledger, undefined)) : [],
      );
      return { items, last: ledgers.at(-1)?.id, isLast: ledgers.length < PIECE };
    });
    if (piece.items.length > 0) yield piece.items;
    if (piece.isLast || piece.last === undefined) return;
    after = piece.last;
  }
}

/** Others who start from here must not miss what this device has read and can't hold. */
const withRefused = ({ refused = [] }: Ledger, whole: Delta | undefined): Delta[] => [
  ...(whole ? [whole] : []),
  ...refused,
];

async function known(transaction: ReadTransaction, sync: SyncMeta, store: RecordStore, id: string) {
  const ledger = await transaction.objectStore('ledgers').get([store, id]);
  const record = (await transaction.objectStore(store).get(id)) as StoredRecord | undefined;
  return { ledger: ledger ?? pristine(store, record, sync.device), record };
}

const pristine = (store: RecordStore, record: StoredRecord | undefined, device: string): Ledger => ({
  store,
  id: String(record?.id),
  base: record ? baseOf(record, device) : '',
  stamps: {},
});

async function syncOf(transaction: ReadTransaction): Promise<SyncMeta | undefined> {
  return (await transaction.objectStore('meta').get('library'))?.sync;
}
