import type { Done } from '../Done.ts';
import type { LongDeed } from '../LongDeed.ts';

/** First line of a backup file. */
export interface BackupHeader {
  format: 'claimlight-library';
  /** Version of the records, as in `MIGRATIONS`. */
  version: number;
  libraryId: string;
  /** When the last change was made that the file holds; the same library gives the same bytes. */
  exportedAt: string;
  counts: { articles: number; annotations: number; versions: number };
  /** What the reader chose in the options. */
  settings?: Record<string, unknown> | undefined;
}

export interface BackupInfo {
  at: string;
  /** Annotations in it. */
  count: number;
  sha256: string;
  bytes: number;
}

/** Why a line of an import was not taken. */
export interface RefusedLine {
  line: number;
  reason: string;
}

/** What an import would do. `refusedFile` says why nothing of it can be taken. */
export interface ImportPreview {
  header: BackupHeader | undefined;
  refusedFile?: ImportFault;
  articles: ImportCounts;
  annotations: ImportCounts;
  versions: ImportCounts;
  /** At most the first 100. */
  refused: RefusedLine[];
  /** Annotations that are live here and would go to the trash: they were deleted where the file comes from. */
  trashed: number;
  /** Addresses of other sites that the file's articles list; left out unless `addresses` says otherwise. */
  foreignAddresses: number;
}

export interface ImportCounts {
  new: number;
  same: number;
  /** The file's record is a later state of ours. */
  updated: number;
  /** Ours is a later state of the file's record; ours stays. */
  older: number;
  /** Both changed. */
  conflict: number;
  refused: number;
}

export const IMPORT_FAULTS = [
  'empty',
  'notText',
  'notOurs',
  'newer',
  'truncated',
  'altered',
  'tooLarge',
  'lineTooLong',
  'ratio',
] as const;
export type ImportFault = (typeof IMPORT_FAULTS)[number];

/** Progress is told after each batch of 1,000 records; what was written before a stop can be undone. */
export interface ImportChoices extends LongDeed {
  /** What to do where both sides changed. `both` keeps the file's annotation as a second one. */
  conflicts?: 'mine' | 'theirs' | 'both';
  /** What to do with addresses of other sites in one article: leave them (the rule), or take them as the file says. */
  addresses?: 'leave' | 'take';
  /** Takes what can be read of a truncated or altered file. */
  evenIfDamaged?: boolean;
}

export interface BackupVerbs {
  readonly backup: {
    /** The whole library as a backup file (JSON Lines), trash included. */
    export(watch?: LongDeed): Promise<Blob>;
    /** Reads a file (plain or gzip) and says what importing it would do. Writes nothing. */
    preview(file: Blob, watch?: LongDeed): Promise<ImportPreview>;
    /**
     * Imports a file; undone as one action. What is there already is copied first. Rejects with `refused` where the
     * preview refuses the file, with `fileGone` where it can't be read to its end any more.
     */
    import(file: Blob, choices?: ImportChoices): Promise<ImportPreview & Done>;
    /** Copies the library beside the database, reads the copy back, and only then counts it. */
    snapshot(): Promise<BackupInfo>;
    /** Takes a snapshot when something changed since the last one and it is older than `hours` (24). */
    snapshotIfDue(hours?: number): Promise<BackupInfo | undefined>;
    /** The last verified snapshot as a file, or undefined. The one before it with `previous`. */
    openSnapshot(which?: 'latest' | 'previous'): Promise<Blob | undefined>;
    /** Fills an empty library from a backup, or merges it into one that is not; clears the loss. */
    restore(file: Blob, choices?: ImportChoices): Promise<ImportPreview & Done>;
    /** The last verified snapshot. */
    last(): Promise<BackupInfo | undefined>;
    /** Reads a file that was written elsewhere back and says whether it is whole. */
    verify(file: Blob): Promise<boolean>;
    /** Remembers that a verified file outside the profile exists, for "Backed up 2 days ago". */
    noteFile(info: BackupInfo): Promise<void>;
    /** The last file that was noted. */
    lastFile(): Promise<BackupInfo | undefined>;
    /** Annotations created since the last noted file. */
    unsavedElsewhere(): Promise<number>;
  };
}
