import type { Ledger } from '#sync/Ledger.ts';
import { type Keyed, readMany } from '../readMany.ts';
import type { RecordStore, Records, WriteTransaction } from '../stores.ts';

/** What is known here of records that are about to be taken in. */
export interface Ahead {
  at(store: RecordStore, id: string): Promise<{ record: Records[RecordStore] | undefined; ledger?: Ledger }>;
  hasArticle(id: string): Promise<boolean>;
  /** It was written or removed meanwhile, and is read anew where it is asked for again. */
  changed(store: RecordStore, id: string): void;
}

/**
 * Reads records and ledgers in a few requests: two for each of 100,000 records, each waited for, are most of the time of a
 * first merge.
 */
export async function readAhead(
  transaction: WriteTransaction,
  all: readonly { store: RecordStore; id: string }[],
): Promise<Ahead> {
  const known = new Map<string, { record: Records[RecordStore] | undefined; ledger?: Ledger }>();
  for (const [store, some] of Map.groupBy(all, (one) => one.store)) {
    const ids = [...new Set(some.map(({ id }) => id))];
    const [records, ledgers] = await Promise.all([
      readMany<Records[RecordStore]>(transaction.objectStore(store), ids),
      readMany(ledgersOf(transaction, store), ids),
    ]);
    for (const id of ids) {
      const ledger = ledgers.get(id);
      known.set(`${store}/${id}`, { record: records.get(id), ...(ledger && { ledger }) });
    }
  }
  const articles = new Set<string>();
  return {
    async at(store, id) {
      const there = known.get(`${store}/${id}`);
      if (there) return there;
      const [record, ledger] = await Promise.all([
        transaction.objectStore(store).get(id),
        transaction.objectStore('ledgers').get([store, id]),
      ]);
      return { record, ...(ledger && { ledger }) };
    },
    async hasArticle(id) {
      if (!articles.has(id) && (await transaction.objectStore('articles').getKey(id)) !== undefined)
        articles.add(id);
      return articles.has(id);
    },
    changed(store, id) {
      known.delete(`${store}/${id}`);
      if (store === 'articles') articles.delete(id);
    },
  };
}

/** The ledgers of one store, by the ids of its records. */
function ledgersOf(transaction: WriteTransaction, store: RecordStore): Keyed<Ledger> {
  const ledgers = transaction.objectStore('ledgers');
  const within = ({ lower, upper }: IDBKeyRange) => IDBKeyRange.bound([store, lower], [store, upper]);
  return {
    get: (id) => ledgers.get([store, id]),
    getKey: async (id) => (await ledgers.getKey([store, id]))?.[1],
    getAll: (range) => ledgers.getAll(within(range)),
    getAllKeys: async (range, count) => (await ledgers.getAllKeys(within(range), count)).map(([, id]) => id),
  };
}
