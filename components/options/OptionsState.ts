import type { BackupAge } from '../popup/PopupState';

/** One line of what the storage is made of. */
export interface StoragePart {
  /** In the reader's words. */
  name: string;
  bytes: number;
}

export interface Shortcut {
  /** What it does, in the reader's words. */
  name: string;
  /** As the browser writes it; empty when not set. */
  keys: string;
}

export interface OptionsState {
  toolbar: boolean;
  privateWindows: boolean;
  sitesOff: string[];
  backup: BackupAge;
  /** Whether dated files are written to the downloads folder. */
  backupFiles: boolean;
  storage: { usedBytes: number; persisted: boolean; parts: StoragePart[] } | null;
  shortcuts: Shortcut[];
}

export interface OptionsActions {
  setToolbar(on: boolean): void;
  setPrivateWindows(on: boolean): void;
  addSiteOff(site: string): void;
  removeSiteOff(site: string): void;
  setBackupFiles(on: boolean): void;
  backUpNow(): void;
  restoreFromFile(file: File): void;
  askPersist(): void;
  changeShortcuts(): void;
  openRescue(): void;
}
