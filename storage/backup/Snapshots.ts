import type { BackupInfo } from './verbs.ts';
import type { WrittenBackup } from './writeBackup.ts';

export interface SnapshotInfo extends BackupInfo {
  key: 'latest' | 'previous';
  generation: number;
  /** The library's write counter at that moment. */
  seq: number;
  takenAt: string;
}

/** Verified copies of the library, kept beside it: the latest and the one before. */
export interface Snapshots {
  /** Stores a copy, reads it back and only then makes it the latest; the latest becomes the previous. */
  take(backup: WrittenBackup, takenAt: string): Promise<SnapshotInfo>;
  info(which?: SnapshotInfo['key']): Promise<SnapshotInfo | undefined>;
  open(which?: SnapshotInfo['key']): Promise<Blob | undefined>;
}
