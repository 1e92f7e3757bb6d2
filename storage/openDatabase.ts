import { openDB } from 'idb';
import { logMended } from '#model/logFault.ts';
import { LibraryError } from './errors.ts';
import { latestVersion, MIGRATIONS, type Migration } from './migrations.ts';
import type { Database, RecordStore, Stores, UpgradeTransaction } from './stores.ts';

export interface DatabaseOptions {
  name: string;
  migrations?: readonly Migration[];
  /** Called with the still open old database before it is migrated: the moment for a snapshot. */
  beforeUpgrade?: ((old: Database) => Promise<void>) | undefined;
  /** Called when the connection ended, by a newer version elsewhere or by the browser. */
  onEnd: () => void;
  /** How long an opening may take, in milliseconds. */
  patience?: number;
}

const RECORD_STORES: readonly RecordStore[] = ['articles', 'annotations', 'versions'];

/**
 * Opens the database, migrating it by the numbered steps. A step that throws leaves the old version
 * untouched. Rejects with the browser's error, or with the fault `blocked` after `patience`.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const migrations = options.migrations ?? MIGRATIONS;
  const { beforeUpgrade } = options;
  if (!beforeUpgrade) return open(options, migrations, 'now');
  try {
    return await open(options, migrations, 'later');
  } catch (error) {
    if (!(error instanceof UpgradePending)) throw error;
    // The old version is opened as it is, handed out, and closed before the upgrade starts.
    const old = await openDB<Stores>(options.name);
    try {
      await beforeUpgrade(old);
    } catch (failure) {
      // A failed snapshot must not lock the reader out: the upgrade itself is atomic.
      logMended(failure, 'no snapshot before the migration');
    } finally {
      old.close();
    }
    return open(options, migrations, 'now');
  }
}

class UpgradePending extends Error {}

async function open(
  { name, onEnd, patience = 10_000 }: DatabaseOptions,
  migrations: readonly Migration[],
  upgradeWhen: 'now' | 'later',
): Promise<Database> {
  let problem: unknown;
  let late = false;
  const opening = openDB<Stores>(name, latestVersion(migrations), {
    upgrade(database, oldVersion, _newVersion, transaction) {
      // A failed upgrade is told by the opening itself.
      transaction.done.catch(() => undefined);
      if (oldVersion > 0 && upgradeWhen === 'later') {
        problem = new UpgradePending();
        transaction.abort();
        return;
      }
      upgrade(database, oldVersion, transaction, migrations).catch((error: unknown) => {
        problem = error;
        transaction.abort();
      });
    },
    blocking(_current, _blocked, event) {
      // A newer version wants to open elsewhere: holding on would hang it.
      (event.target as IDBDatabase).close();
      onEnd();
    },
    terminated: onEnd,
  });
  const guarded = opening.then(
    (database) => {
      if (late) database.close();
      return database;
    },
    (error: unknown) => {
      throw problem ?? error;
    },
  );
  const timer = Promise.withResolvers<never>();
  const timeout = setTimeout(() => {
    late = true;
    timer.reject(new LibraryError('blocked', `Opening ${name} took longer than ${patience} ms`));
  }, patience);
  try {
    return await Promise.race([guarded, timer.promise]);
  } finally {
    clearTimeout(timeout);
  }
}

async function upgrade(
  database: Database,
  oldVersion: number,
  transaction: UpgradeTransaction,
  migrations: readonly Migration[],
): Promise<void> {
  for (const step of migrations.filter(({ version }) => version > oldVersion)) {
    step.reshape(database, transaction);
    for (const store of RECORD_STORES) {
      const reform = step.records[store];
      if (!reform) continue;
      let cursor = await transaction.objectStore(store).openCursor();
      while (cursor) {
        const record: unknown = reform({ ...cursor.value });
        await cursor.update(record as typeof cursor.value);
        cursor = await cursor.continue();
      }
    }
  }
}
