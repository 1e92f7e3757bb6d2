import { privateFolder } from '../privateFolder.ts';
import { databaseSnapshots } from './databaseSnapshots.ts';
import { fileSnapshots } from './fileSnapshots.ts';
import type { Snapshots } from './Snapshots.ts';

/**
 * The copies beside the library. They stand in files of the origin's private file system, because Chromium keeps
 * all databases of an origin in one LevelDB: what damaged the library there took a copy in a database with it in
 * 15 of 15 trials (`npm run test:faults`). Only where the browser has no such files they stand in a database.
 */
export function createSnapshots(name: string): Snapshots {
  const inDatabase = databaseSnapshots(name);
  const place = async (): Promise<Snapshots> => {
    const folder = await privateFolder(name);
    return folder ? fileSnapshots(folder, name) : inDatabase;
  };
  return {
    take: async (backup, takenAt) => (await place()).take(backup, takenAt),
    info: async (which) => (await place()).info(which),
    open: async (which) => (await place()).open(which),
  };
}
