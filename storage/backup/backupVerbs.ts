import * as v from 'valibot';
import { logMended } from '#model/logFault.ts';
import type { KeyValue } from '../beacon.ts';
import type { Connection } from '../connection.ts';
import { LibraryError, toLibraryError } from '../errors.ts';
import type { LongDeed } from '../LongDeed.ts';
import { leavingSettings } from '../settings.ts';
import { type ImportParts, importFile, previewImport } from './importRecords.ts';
import { isWhole } from './isWhole.ts';
import type { Snapshots } from './Snapshots.ts';
import type { BackupInfo, BackupVerbs } from './verbs.ts';
import { writeBackup } from './writeBackup.ts';

const FILE_KEY = 'libraryBackupFile';
const HOUR = 3_600_000;

const InfoSchema = v.object({ at: v.string(), count: v.number(), sha256: v.string(), bytes: v.number() });

export interface BackupParts extends ImportParts {
  connection: Connection;
  snapshots: Snapshots;
  keyValue: KeyValue;
  now: () => string;
  /** Whether records are known to be lost: what is left must not replace a good snapshot. */
  isLost: () => boolean;
  /** Looks again whether records are lost. */
  look: () => Promise<unknown>;
  /** The library is filled again. */
  recovered: () => Promise<void>;
}

export function backupVerbs(parts: BackupParts): BackupVerbs['backup'] {
  const { connection, snapshots, reader, keyValue, now } = parts;

  const write = async (watch?: LongDeed) => {
    const settings = await leavingSettings(keyValue);
    return connection.use((database) => writeBackup(database, settings, watch));
  };

  async function snapshot(): Promise<BackupInfo> {
    if (parts.isLost()) throw new LibraryError('damaged', 'No snapshot of a library that lost records');
    return named(async () => plain(await snapshots.take(await write(), now())));
  }

  async function snapshotIfDue(hours = 24): Promise<BackupInfo | undefined> {
    if (parts.isLost()) return undefined;
    const latest = await named(() => snapshots.info());
    const meta = await reader.read((transaction) => transaction.objectStore('meta').get('library'));
    if (!meta || meta.seq === 0 || latest?.seq === meta.seq) return undefined;
    const age = latest ? Date.parse(now()) - Date.parse(latest.takenAt) : Number.POSITIVE_INFINITY;
    // A negative age means that the clock went back: better one snapshot too many.
    return age < 0 || age >= hours * HOUR ? snapshot() : undefined;
  }

  /** A copy of what many writes at once put at risk. It must not keep the reader from importing. */
  async function copyBeforeImport(): Promise<void> {
    try {
      // What was damaged since the library was opened must not replace a good copy.
      await parts.look();
      await snapshotIfDue(0);
    } catch (error) {
      logMended(error, 'no copy before the import');
    }
  }

  async function lastFile(): Promise<BackupInfo | undefined> {
    const stored = v.safeParse(InfoSchema, await keyValue.get(FILE_KEY));
    return stored.success ? stored.output : undefined;
  }

  return {
    async export(watch) {
      return (await write(watch)).file;
    },

    preview: (file, watch) => named(() => previewImport(parts, file, watch)),

    async import(file, choices) {
      await copyBeforeImport();
      return named(() => importFile(parts, file, choices));
    },

    snapshot,

    snapshotIfDue,

    openSnapshot: (which) => named(() => snapshots.open(which)),

    async restore(file, choices) {
      await copyBeforeImport();
      const result = await named(() =>
        importFile(parts, file, choices, async (writing, header) => {
          const { meta } = writing;
          // Only a library in which nothing else was written becomes the one that was saved.
          const stored = await writing.transaction.objectStore('annotations').count();
          if (stored !== header.counts.annotations || meta.libraryId === header.libraryId) return;
          const articles = await writing.transaction.objectStore('articles').count();
          if (articles !== header.counts.articles || header.libraryId === '') return;
          meta.formerIds = [...meta.formerIds, meta.libraryId].slice(-20);
          meta.libraryId = header.libraryId;
          meta.changedAt = header.exportedAt;
        }),
      );
      await parts.recovered();
      return result;
    },

    async last() {
      const info = await named(() => snapshots.info());
      return info && { ...plain(info), at: info.takenAt };
    },

    verify: (file) => isWhole(file),

    async noteFile(info) {
      await keyValue.set(FILE_KEY, v.parse(InfoSchema, info));
    },

    lastFile,

    async unsavedElsewhere() {
      const file = await lastFile();
      const range = file ? IDBKeyRange.lowerBound(file.at, true) : null;
      return reader.read((transaction) =>
        transaction.objectStore('annotations').index('createdAt').count(range),
      );
    },
  };
}

function plain({ at, count, sha256, bytes }: BackupInfo): BackupInfo {
  return { at, count, sha256, bytes };
}

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The caller's own cancelling is no fault of the library.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw toLibraryError(error);
  }
}
