import type { ColorChoice, TextSize, Theme } from '#model/appearance.ts';
import type { BackupAge } from '#model/BackupAge.ts';
import type { LanguageChoice } from '#model/languages.ts';
import type { Color } from '#model/records.ts';

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

/** A deleted note or article that can still be brought back. */
export interface DeletedItem {
  id: string;
  /** The marked words, or an article's title. */
  words: string;
  /** Title of the article a note belongs to; empty for an article. */
  article: string;
  deletedAt: string;
}

/** Something the reader did, newest first. */
export interface PastAction {
  id: string;
  /** In the reader's words. */
  name: string;
  at: string;
  undone: boolean;
}

/** A deed under way that takes long. */
export interface LongWork {
  /** What is being done, in words. */
  name: string;
  done: number;
  /** 0 until it is known. */
  total: number;
  stop(): void;
}

/** How far an import has got. */
export interface ImportProgress {
  done: number;
  total: number;
}

export interface OptionsState {
  language: LanguageChoice;
  theme: Theme;
  textSize: TextSize;
  colors: ColorChoice[];
  defaultColor: Color;
  toolbar: boolean;
  privateWindows: boolean;
  sitesOff: string[];
  backup: BackupAge;
  /** Whether dated files are written to the downloads folder. */
  backupFiles: boolean;
  /** Newest first, at most a page of them; `deletedCount` is all of them. */
  deleted: DeletedItem[];
  deletedCount: number;
  history: PastAction[];
  storage: { usedBytes: number; persisted: boolean; parts: StoragePart[] } | null;
  shortcuts: Shortcut[];
}

/** Settings that are simply kept. */
export type OwnSettings = Pick<
  OptionsState,
  'language' | 'theme' | 'textSize' | 'colors' | 'defaultColor' | 'toolbar' | 'privateWindows'
>;

export interface OptionsActions {
  /** Applies at once, and can be undone. */
  change(settings: Partial<OwnSettings>): void;
  addSiteOff(site: string): void;
  removeSiteOff(site: string): void;
  setBackupFiles(on: boolean): void;
  backUpNow(): void;
  /** Opens the dialog with every format. */
  openExport(): void;
  /** Everything, in the form that was taken last. */
  exportAgain(): void;
  restoreFromFile(file: File): void;
  restoreDeleted(id: string): void;
  undo(id: string): void;
  redo(id: string): void;
  askPersist(): void;
  changeShortcuts(): void;
  openLibrary(): void;
  openRescue(): void;
}
