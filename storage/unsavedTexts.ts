import type { IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import { type UnsavedText, UnsavedTextSchema } from '#model/drafts.ts';
import type { KeyValue } from './beacon.ts';
import { begin, type Connection } from './connection.ts';
import type { Library } from './library.ts';
import { parse } from './parse.ts';
import type { Reader } from './read.ts';
import type { Stores } from './stores.ts';

type Stored = UnsavedText & { savedAt: string };
type DraftStore = IDBPObjectStore<Stores, ['drafts'], 'drafts', 'readwrite'>;

/** Texts of the second store, all under one key: there are only ever a few. */
const KEY = 'unsavedTexts';
const StoredSchema = v.fallback(v.array(v.object({ ...UnsavedTextSchema.entries, savedAt: v.string() })), []);

/**
 * Text not yet saved. It is no part of the library: no journal, no announcement, no backup. What the database does
 * not take (a full disk, damaged files) goes to the small store outside it, because that is when it is needed most.
 */
export function unsavedTexts(
  connection: Connection,
  reader: Reader,
  keyValue: KeyValue,
  now: () => string,
): Library['drafts'] {
  const outside = async (): Promise<Stored[]> => v.parse(StoredSchema, await keyValue.get(KEY));

  async function keepOutside(texts: Stored[]): Promise<void> {
    if (texts.length > 0) await keyValue.set(KEY, texts);
    else await keyValue.remove(KEY);
  }

  async function write(change: (store: DraftStore) => Promise<unknown>): Promise<void> {
    await connection.use(async (database) => {
      const transaction = begin(() => database.transaction('drafts', 'readwrite', { durability: 'strict' }));
      const work = [change(transaction.store), transaction.done];
      // At once: the page may be closing, and then nobody waits for the requests.
      transaction.commit();
      await Promise.all(work);
    });
  }

  /** The newest of each key in both stores. */
  async function all(): Promise<Stored[]> {
    const inside = await reader
      .read((transaction) => transaction.objectStore('drafts').getAll(null, 1_000))
      .catch((error: unknown) => {
        console.warn('Claimlight: unsaved texts of the database are not readable', error);
        return [];
      });
    const newest = new Map<string, Stored>();
    for (const one of [...inside, ...(await outside())]) {
      const other = newest.get(one.key);
      if (!other || other.savedAt <= one.savedAt) newest.set(one.key, one);
    }
    return [...newest.values()];
  }

  return {
    async put(draft) {
      const record = { ...parse(UnsavedTextSchema, draft), savedAt: now() };
      try {
        await write((store) => store.put(record));
      } catch (error) {
        console.warn('Claimlight: an unsaved text is kept outside the database', error);
        await keepOutside([...(await outside()).filter(({ key }) => key !== record.key), record]);
      }
    },

    get: async (key) => (await all()).find((one) => one.key === key),

    list: all,

    async clear(key) {
      const texts = await outside();
      if (texts.some((one) => one.key === key)) await keepOutside(texts.filter((one) => one.key !== key));
      await write((store) => store.delete(key));
    },
  };
}
