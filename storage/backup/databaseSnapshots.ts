import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { LibraryError } from '../errors.ts';
import { isWhole } from './isWhole.ts';
import type { SnapshotInfo, Snapshots } from './Snapshots.ts';

/** Bytes in one record of the copy. */
const PART = 1024 ** 2;

interface SnapshotStores extends DBSchema {
  parts: {
    key: [number, number];
    value: { generation: number; part: number; bytes: Uint8Array<ArrayBuffer> };
  };
  info: { key: string; value: SnapshotInfo };
}

/** Copies in a database of their own: for browsers without a private file system. */
export function databaseSnapshots(name: string): Snapshots {
  async function withDatabase<T>(work: (database: IDBPDatabase<SnapshotStores>) => Promise<T>): Promise<T> {
    const database = await openDB<SnapshotStores>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('parts', { keyPath: ['generation', 'part'] });
        fresh.createObjectStore('info', { keyPath: 'key' });
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }

  async function fileOf(
    database: IDBPDatabase<SnapshotStores>,
    generation: number,
  ): Promise<Blob | undefined> {
    const parts: Blob[] = [];
    for (let part = 0; ; part++) {
      const stored = await database.get('parts', [generation, part]);
      if (!stored) break;
      parts.push(new Blob([stored.bytes]));
    }
    return parts.length > 0 ? new Blob(parts, { type: 'application/jsonl' }) : undefined;
  }

  return {
    take: (backup, takenAt) =>
      withDatabase(async (database) => {
        const latest = await database.get('info', 'latest');
        // Above every generation there is, also one that a crash left without an entry.
        const last = await database.getAllKeys('parts');
        const generation = Math.max(latest?.generation ?? 0, ...last.map(([number]) => number)) + 1;
        for (let part = 0; part * PART < backup.file.size; part++) {
          const piece = backup.file.slice(part * PART, (part + 1) * PART);
          const bytes = new Uint8Array(await piece.arrayBuffer());
          const transaction = database.transaction('parts', 'readwrite', { durability: 'strict' });
          await Promise.all([transaction.store.put({ generation, part, bytes }), transaction.done]);
        }
        const copy = await fileOf(database, generation);
        if (!copy || !(await isWhole(copy, backup.info.sha256))) {
          throw new LibraryError('damaged', 'The snapshot did not read back as it was written');
        }
        const info: SnapshotInfo = { key: 'latest', generation, seq: backup.seq, takenAt, ...backup.info };
        const transaction = database.transaction(['info', 'parts'], 'readwrite', { durability: 'strict' });
        const work: Promise<unknown>[] = [transaction.objectStore('info').put(info)];
        if (latest) work.push(transaction.objectStore('info').put({ ...latest, key: 'previous' }));
        const kept = new Set([generation, latest?.generation]);
        for (const outdated of new Set(
          last.map(([number]) => number).filter((number) => !kept.has(number)),
        )) {
          work.push(transaction.objectStore('parts').delete(IDBKeyRange.bound([outdated], [outdated, []])));
        }
        await Promise.all([...work, transaction.done]);
        return info;
      }),

    info: (which = 'latest') => withDatabase((database) => database.get('info', which)),

    open: (which = 'latest') =>
      withDatabase(async (database) => {
        const info = await database.get('info', which);
        return info && fileOf(database, info.generation);
      }),
  };
}
