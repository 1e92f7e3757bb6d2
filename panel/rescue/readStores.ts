/*
 * Reads what is left, with nothing but the browser's own interfaces: no library, no code shared with the rest.
 */

/** Kept as plain JSON; nothing is believed of it. */
export type RawRecord = Record<string, unknown>;

export const STORES = ['articles', 'annotations', 'versions'] as const;
export type StoreName = (typeof STORES)[number];

export interface Findings {
  records: Record<StoreName, RawRecord[]>;
  /** Records that are there and can't be read. */
  damaged: number;
  libraryId: string;
  version: number;
}

/** Keys read in one transaction. */
const BATCH = 500;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // A request that failed must not take the transaction's other requests with it.
      event.preventDefault();
      reject(request.error);
    };
  });

/** Opens a database as it is; null where there is none. Never makes one: an empty one would look like a loss. */
export function openAsItIs(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    let isNew = false;
    opening.onupgradeneeded = () => {
      isNew = true;
      opening.transaction?.abort();
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => (isNew ? resolve(null) : reject(opening.error));
    opening.onblocked = () => reject(new Error('blocked'));
  });
}

/** Walks keys in one direction until the end or the first failure. */
async function walkKeys(
  database: IDBDatabase,
  store: string,
  direction: IDBCursorDirection,
  found: Map<string, IDBValidKey>,
): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = database.transaction(store).objectStore(store).openKeyCursor(null, direction);
      request.onerror = (event) => {
        event.preventDefault();
        resolve(false);
      };
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) {
          resolve(true);
          return;
        }
        found.set(JSON.stringify(cursor.primaryKey), cursor.primaryKey);
        cursor.continue();
      };
    } catch (error) {
      console.warn('Claimlight rescue:', error);
      resolve(false);
    }
  });
}

/** Every key that can be found: from the front, and from the back where the front breaks off. */
async function keysOf(database: IDBDatabase, store: string): Promise<IDBValidKey[]> {
  const found = new Map<string, IDBValidKey>();
  if (!(await walkKeys(database, store, 'next', found))) await walkKeys(database, store, 'prev', found);
  return [...found.values()];
}

/** The values of all keys of a store; those that can't be read are counted. */
export async function readStore(
  database: IDBDatabase,
  store: string,
): Promise<{ records: RawRecord[]; damaged: number }> {
  if (!database.objectStoreNames.contains(store)) return { records: [], damaged: 0 };
  const keys = await keysOf(database, store);
  const records: RawRecord[] = [];
  let damaged = 0;
  const read = async (some: IDBValidKey[]) => {
    const open = database.transaction(store).objectStore(store);
    return Promise.allSettled(some.map(async (key) => settled(open.get(key) as IDBRequest<unknown>)));
  };
  for (let at = 0; at < keys.length; at += BATCH) {
    const batch = keys.slice(at, at + BATCH);
    const results = await read(batch);
    for (const [index, first] of results.entries()) {
      const key = batch[index];
      if (key === undefined) continue;
      // One damaged record may end a whole transaction: each failed one is tried alone.
      const result = first.status === 'fulfilled' ? first : (await read([key]))[0];
      const value = result?.status === 'fulfilled' ? result.value : undefined;
      if (typeof value === 'object' && value !== null) records.push(value as RawRecord);
      else damaged += 1;
    }
  }
  return { records, damaged };
}

/** What the library's own database still holds; null where there is none. */
export async function readLibrary(name = 'claimlight'): Promise<Findings | null> {
  const database = await openAsItIs(name);
  if (!database) return null;
  try {
    const meta = await readStore(database, 'meta');
    const { libraryId } = meta.records[0] ?? {};
    const findings = emptyFindings(database.version);
    findings.libraryId = typeof libraryId === 'string' ? libraryId : '';
    for (const store of STORES) {
      const { records, damaged } = await readStore(database, store);
      findings.records[store] = records;
      findings.damaged += damaged;
    }
    return findings;
  } finally {
    database.close();
  }
}

export const emptyFindings = (version: number): Findings => ({
  records: { articles: [], annotations: [], versions: [] },
  damaged: 0,
  libraryId: '',
  version,
});
