import { deleteDB } from 'idb';
import { logMended } from '#model/logFault.ts';
import { annotationVerbs } from './annotations.ts';
import { articleVerbs } from './articles.ts';
import { backupVerbs } from './backup/backupVerbs.ts';
import { createSnapshots } from './backup/createSnapshots.ts';
import { writeBackup } from './backup/writeBackup.ts';
import { createBeacon, type KeyValue } from './beacon.ts';
import { beginFreshLog } from './beginFreshLog.ts';
import { browserStorage } from './browserStorage.ts';
import { begin, type Connection, createConnection } from './connection.ts';
import { type LibraryError, toLibraryError } from './errors.ts';
import type { LibraryStatus, Loss } from './LibraryStanding.ts';
import type { Change, Library } from './library.ts';
import type { Migration } from './migrations.ts';
import { overviewVerbs } from './overview.ts';
import { createReader } from './read.ts';
import { createSearch } from './search.ts';
import { createSearchCache } from './searchCache.ts';
import { searchFile } from './searchFile.ts';
import { persist, statistics } from './statistics.ts';
import type { Meta } from './stores.ts';
import { syncVerbs } from './sync/syncVerbs.ts';
import { trashVerbs } from './trash.ts';
import { undoVerbs } from './undo.ts';
import { unsavedTexts } from './unsavedTexts.ts';
import { vaultVerbs } from './vault/vaultVerbs.ts';
import { versionVerbs } from './versions.ts';
import { createWriter } from './write.ts';

export interface LibraryOptions {
  /** Called after each committed write, in the context that made it. */
  announce?: (change: Change) => void;
  /** The time now, ISO 8601 UTC. */
  now?: () => string;
  /** A new id. */
  id?: () => string;
  /** Where the beacon stands; default: `browser.storage.local`. */
  keyValue?: KeyValue;
  /** A store that ends with the browser's session; default: `browser.storage.session`. */
  session?: KeyValue;
  /** Test seams. */
  name?: string;
  retryDelays?: number[];
  migrations?: readonly Migration[];
}

/** The library's database in the extension's origin. */
const DATABASE = 'claimlight';

/**
 * Opens the library. Never rejects: where the browser gives no database the library has the status
 * `unavailable`, its `fault` says why, and every verb tries again and rejects with a `LibraryError`.
 */
export async function openLibrary(options: LibraryOptions = {}): Promise<Library> {
  const now = options.now ?? (() => new Date().toISOString());
  const id = options.id ?? (() => crypto.randomUUID());
  const keyValue = options.keyValue ?? browserStorage();
  const beacon = createBeacon(keyValue);
  const name = options.name ?? DATABASE;
  const snapshots = createSnapshots(`${name}-snapshot`);
  const connection = createConnection({
    name,
    beforeUpgrade: async (old) => {
      await snapshots.take(await writeBackup(old), now());
    },
    retryDelays: options.retryDelays,
    ...(options.migrations && { migrations: options.migrations }),
  });
  const reader = createReader(connection);
  const texts = searchFile(`${name}-search`);
  const cache = createSearchCache(reader, texts);
  const announce = options.announce ?? (() => undefined);
  const writer = createWriter({ connection, beacon, now, id, announce });
  const drafts = unsavedTexts(connection, reader, keyValue, now);
  const state: { status: LibraryStatus; loss: Loss | undefined; fault: LibraryError | undefined } = {
    status: 'ok',
    loss: undefined,
    fault: undefined,
  };

  /** One transaction, so that a purge in between can't look like a loss. Counting 100,000 takes some 5 ms. */
  async function counted() {
    return reader.read(async (transaction) => {
      const meta = await transaction.objectStore('meta').get('library');
      return meta && { meta, found: await transaction.objectStore('annotations').count() };
    });
  }

  /** The beacon is read before the database, which therefore can only be ahead of it. */
  async function look(): Promise<LibraryStatus> {
    try {
      const seen = await beacon.read().catch((error: unknown) => {
        logMended(error, 'beacon not readable');
        return undefined;
      });
      const { meta, found } = (await counted()) ?? {
        meta: await ownRecord(connection, now(), id()),
        found: 0,
      };
      state.loss = await beacon.compare(seen, meta, found, now()).catch(beaconFailed);
      state.fault = undefined;
      state.status = state.loss ? 'lost' : meta.seq === 0 ? 'new' : 'ok';
    } catch (error) {
      state.fault = toLibraryError(error);
      state.status = 'unavailable';
    }
    return state.status;
  }

  async function settleLoss() {
    await writer.write({}, async (writing) => {
      writing.meta.count = await writing.transaction.objectStore('annotations').count();
    });
    await writer.idle();
    await beacon.clearLoss(await ownRecord(connection, now(), id()));
    await look();
  }

  // Each database of Firefox is a file of its own, with a journal that ends whole.
  if (!import.meta.env.FIREFOX) await beginFreshLog(options.session ?? browserStorage('session'), name);
  await look();

  const backup = backupVerbs({
    reader,
    writer,
    newId: id,
    migrations: options.migrations,
    connection,
    snapshots,
    keyValue,
    now,
    isLost: () => state.loss !== undefined,
    look,
    recovered: () => (state.loss ? settleLoss() : Promise.resolve()),
  });

  return {
    articles: articleVerbs(reader, writer, id),
    annotations: annotationVerbs(reader, writer, id),
    versions: versionVerbs(reader, writer, id),
    trash: trashVerbs(reader, writer, drafts, texts, now),
    drafts,
    ...undoVerbs(reader, writer),
    backup,
    sync: syncVerbs({ reader, writer, connection, backup, now, newId: id }),
    vault: vaultVerbs(reader, connection),
    search: createSearch(reader, cache, now),
    ...overviewVerbs(cache, now),
    stats: () => statistics(reader),
    persist,
    get status() {
      return state.status;
    },
    get loss() {
      return state.loss;
    },
    get fault() {
      return state.fault;
    },
    check: look,
    async rebuild() {
      await look();
      if (state.fault?.fault !== 'damaged') return state.status;
      connection.close();
      await removed(name).catch((error: unknown) => {
        // Then it stays unavailable, which is what the caller sees.
        logMended(error, 'the unreadable database could not be removed');
      });
      return look();
    },
    acceptLoss: settleLoss,
    idle: () => writer.idle(),
    async close() {
      await writer.idle();
      connection.close();
    },
  };
}

/** Removes a database; gives up where another context holds it open. */
function removed(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => reject(new Error('blocked')) }).then(resolve, reject);
  });
}

function beaconFailed(error: unknown): Loss | undefined {
  logMended(error, 'beacon not written');
  return undefined;
}

/** The library's record of itself, made where there is none. */
async function ownRecord(connection: Connection, now: string, newId: string): Promise<Meta> {
  return connection.use(async (database) => {
    const transaction = begin(() => database.transaction('meta', 'readwrite', { durability: 'strict' }));
    const ended = transaction.done.then(
      () => undefined,
      (error: unknown) => error,
    );
    const known = await transaction.store.get('library');
    const meta: Meta = known ?? {
      key: 'library',
      libraryId: newId,
      seq: 0,
      count: 0,
      createdAt: now,
      changedAt: now,
      formerIds: [],
    };
    if (!known) await transaction.store.put(meta);
    const failure = await ended;
    if (failure) throw failure;
    return meta;
  });
}
