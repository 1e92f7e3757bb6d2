import { deleteDB, openDB } from 'idb';
import { logMended } from '#model/logFault.ts';
import type { KeyValue } from './beacon.ts';

/** Says that this session of the browser has begun its log; it ends with the session. */
const KEY = 'freshLog';

/**
 * Lets Chromium begin a new log of its database, once in a session of the browser and before anything is written.
 *
 * Chromium keeps an origin's IndexedDB in one LevelDB and goes on writing into the log of the session before. Where
 * that session was killed in the middle of a write, the log ends in half a record. That is read past as long as it
 * is the end; with more behind it, the next start takes the log for damaged and removes all databases of the origin
 * without a word (4 of 6 runs of 30 kills inside an import; `npm run test:faults`). To delete a database makes it
 * compact its memory, which puts what is in the log into a table and begins a new log: some 7 ms.
 *
 * Harmless where the database is kept otherwise. Never rejects: the library is then as safe as without it.
 * @param session A store that ends with the browser's session.
 * @param name Of the library's database.
 * @param patience How long it may take, ms: a database that does not open is told by the library's own opening.
 */
export async function beginFreshLog(session: KeyValue, name: string, patience = 2_000): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`It took longer than ${patience} ms`)), patience);
  try {
    await Promise.race([begin(session, name), late.promise]);
  } catch (error) {
    logMended(error, 'no fresh log');
  } finally {
    clearTimeout(timer);
  }
}

async function begin(session: KeyValue, name: string): Promise<void> {
  if (await session.get(KEY)) return;
  // The side bar and the background may open the library at the same moment.
  await navigator.locks.request(`log of ${name}`, async () => {
    if (await session.get(KEY)) return;
    const scratch = `${name}-log`;
    const database = await openDB(scratch, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('scratch'),
    });
    database.close();
    await deleteDB(scratch);
    await session.set(KEY, true);
  });
}
