import { begin, type Connection } from '../connection.ts';
import type { Reader } from '../read.ts';
import { VAULT, VAULT_NAMES } from '../vault/vaultVerbs.ts';
import type { LastExchange, Setup } from './verbs.ts';

const SETUP = 'setup';
const LAST = 'last';

export const readSetup = (reader: Reader): Promise<Setup | undefined> =>
  reader.read(
    async (transaction) => (await transaction.objectStore('exchange').get(SETUP)) as Setup | undefined,
  );

export const readLast = (reader: Reader): Promise<LastExchange | undefined> =>
  reader.read(
    async (transaction) => (await transaction.objectStore('exchange').get(LAST)) as LastExchange | undefined,
  );

export const writeSetup = (connection: Connection, setup: Setup): Promise<void> =>
  write(connection, SETUP, setup);
export const writeLast = (connection: Connection, last: LastExchange): Promise<void> =>
  write(connection, LAST, last);

async function write(connection: Connection, key: string, value: unknown): Promise<void> {
  await connection.use(async (database) => {
    const transaction = begin(() => database.transaction('exchange', 'readwrite', { durability: 'strict' }));
    await Promise.all([transaction.store.put(value, key), transaction.done]);
  });
}

/** Forgets key, folder and everything else of sync; the folder of Markdown files is another matter. */
export async function clearSetup(connection: Connection): Promise<void> {
  await connection.use(async (database) => {
    const transaction = begin(() => database.transaction('exchange', 'readwrite', { durability: 'strict' }));
    const keys = await transaction.store.getAllKeys();
    const own = keys.filter((key) => key !== VAULT && key !== VAULT_NAMES);
    await Promise.all([...own.map((key) => transaction.store.delete(key)), transaction.done]);
  });
}
