import { begin, type Connection } from '../connection.ts';
import type { Reader } from '../read.ts';
import { readMany } from '../readMany.ts';
import type { Stores } from '../stores.ts';
import type { VaultStanding, VaultVerbs } from './verbs.ts';

/** Keys beside those of sync, in the only place that keeps a folder's handle. */
export const VAULT = 'vault';
export const VAULT_NAMES = 'vaultNames';

type Value = Stores['exchange']['value'];

export function vaultVerbs(reader: Reader, connection: Connection): VaultVerbs['vault'] {
  const get = (key: string) =>
    reader.read((transaction) => transaction.objectStore('exchange').get(key)) as Promise<unknown>;

  /** In one transaction; `change` gives the values to be stored, undefined to remove one. */
  const change = (keys: string[], changed: (before: Value[]) => Value[]) =>
    connection.use(async (database) => {
      const transaction = begin(() =>
        database.transaction('exchange', 'readwrite', { durability: 'strict' }),
      );
      const { store } = transaction;
      const after = changed(await Promise.all(keys.map((key) => store.get(key))));
      await Promise.all([
        ...keys.map((key, at) => (after[at] === undefined ? store.delete(key) : store.put(after[at], key))),
        transaction.done,
      ]);
    });
  const libraryNow = () =>
    reader.read(async (transaction) => {
      const meta = await transaction.objectStore('meta').get('library');
      return { seq: meta?.seq ?? 0, libraryId: meta?.libraryId ?? '' };
    });

  return {
    standing: async () => ((await get(VAULT)) as VaultStanding | undefined) ?? null,

    async begin(folder, preset) {
      const { libraryId } = await libraryNow();
      const fresh: VaultStanding = {
        folder,
        preset,
        libraryId,
        seq: -1,
        pass: null,
        at: null,
        fault: null,
      };
      await change([VAULT, VAULT_NAMES], () => [fresh, undefined]);
    },

    async changedSince(seq) {
      const before = (await get(VAULT)) as VaultStanding | undefined;
      return reader.read(async (transaction) => {
        const meta = await transaction.objectStore('meta').get('library');
        const now = meta?.seq ?? 0;
        const all = { seq: now, articleIds: null };
        if (seq < 0 || now < seq || meta?.libraryId !== before?.libraryId) return all;
        const entries = await transaction.objectStore('log').getAll(IDBKeyRange.lowerBound(seq, true));
        if (entries.length !== now - seq || entries.some((entry) => entry.all)) return all;
        const marks = await readMany(transaction.objectStore('annotations'), [
          ...new Set(entries.flatMap(({ annotationIds }) => annotationIds)),
        ]);
        const own = entries.flatMap(({ articleIds }) => articleIds);
        return {
          seq: now,
          articleIds: [...new Set([...own, ...[...marks.values()].map(({ articleId }) => articleId)])],
        };
      });
    },

    names: async () => ((await get(VAULT_NAMES)) as Map<string, string> | undefined) ?? new Map(),
    keepNames: (names) => change([VAULT, VAULT_NAMES], ([vault]) => [vault, vault && names]),
    async note(noted) {
      const { libraryId } = await libraryNow();
      await change([VAULT], ([vault]) => [vault && { ...vault, libraryId, ...noted }]);
    },
    end: () => change([VAULT, VAULT_NAMES], () => [undefined, undefined]),
  };
}
