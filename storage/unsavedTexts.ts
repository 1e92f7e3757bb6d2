import { UnsavedTextSchema } from '@/model/drafts';
import { begin, type Connection } from './connection';
import type { Library } from './library';
import { parse } from './parse';
import type { Reader } from './read';

/** Text not yet saved. It is no part of the library: no journal, no announcement, no backup. */
export function unsavedTexts(connection: Connection, reader: Reader, now: () => string): Library['drafts'] {
  return {
    async put(draft) {
      const record = { ...parse(UnsavedTextSchema, draft), savedAt: now() };
      await connection.use(async (database) => {
        const transaction = begin(() =>
          database.transaction('drafts', 'readwrite', { durability: 'strict' }),
        );
        await Promise.all([transaction.store.put(record), transaction.done]);
      });
    },

    get: (key) => reader.read((transaction) => transaction.objectStore('drafts').get(key)),

    list: () => reader.read((transaction) => transaction.objectStore('drafts').getAll(null, 1_000)),

    async clear(key) {
      await connection.use(async (database) => {
        const transaction = begin(() =>
          database.transaction('drafts', 'readwrite', { durability: 'strict' }),
        );
        await Promise.all([transaction.store.delete(key), transaction.done]);
      });
    },
  };
}
