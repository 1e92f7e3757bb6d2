import type { StoredRecord } from '#sync/cells.ts';
import { deltaSince, wholeDelta } from '#sync/Delta.ts';
import type { Delta } from '#sync/DeltaSchema.ts';
import type { Ledger } from '#sync/Ledger.ts';
import { baseOf } from '#sync/writeChange.ts';
import type { Reader } from '../read.ts';
import type { Outgoing as Noted, ReadTransaction, RecordStore, Touched } from '../stores.ts';
import type { SyncMeta } from './SyncMeta.ts';

/** Records in one segment, unless a single change touched more: an import of 100,000 makes a hundred of them. */
const MOST = 1_000;

export interface Outgoing {
  items: Delta[];
  /** The marks of the changes, oldest first; there are as many changes in it. */
  marks: string[];
}

/**
 * What this device changed from one change on, up to another one or as far as one segment goes; undefined where that is
 * no longer written down.
 */
export function outgoing(reader: Reader, from: number, last: number): Promise<Outgoing | undefined> {
  return reader.read(async (transaction) => {
    const sync = await syncOf(transaction);
    const written = await transaction.objectStore('outbox').getAll(IDBKeyRange.bound(from, last));
    if (!sync || written.length !== last - from + 1) return undefined;
    const changes = firstOf(written);
    const to = from + changes.length - 1;
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

/** As many changes as one segment takes. */
function firstOf(changes: Noted[]): Noted[] {
  let records = 0;
  const more = changes.findIndex(({ touched }, at) => {
    records += touched.length;
    return at > 0 && records > MOST;
  });
  return more < 0 ? changes : changes.slice(0, more);
}

async function known(transaction: ReadTransaction, sync: SyncMeta, store: RecordStore, id: string) {
  const ledger = await transaction.objectStore('ledgers').get([store, id]);
  const record = (await transaction.objectStore(store).get(id)) as StoredRecord | undefined;
  return { ledger: ledger ?? pristine(store, record, sync.device), record };
}

/** What is known of a record that nobody has changed since sync was set up. */
export const pristine = (store: RecordStore, record: StoredRecord | undefined, device: string): Ledger => ({
  store,
  id: String(record?.id),
  base: record ? baseOf(record, device) : '',
  stamps: {},
});

export async function syncOf(transaction: ReadTransaction): Promise<SyncMeta | undefined> {
  return (await transaction.objectStore('meta').get('library'))?.sync;
}
