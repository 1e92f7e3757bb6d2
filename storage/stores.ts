import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { UnsavedText } from '#model/drafts.ts';
import type { Annotation, Article, Version } from '#model/records.ts';
import type { Ledger } from '#sync/Ledger.ts';
import type { Action } from './Action.ts';
import type { SyncMeta } from './sync/SyncMeta.ts';

/** The stores whose records are the reader's work: journalled, backed up, imported. */
export interface Records {
  articles: Article;
  annotations: Annotation;
  versions: Version;
}
export type RecordStore = keyof Records;

/** One field of a record before and after an action; `undefined` means absent. */
export interface FieldChange {
  before: unknown;
  after: unknown;
}

export interface RecordChange {
  store: RecordStore;
  id: string;
  fields: Record<string, FieldChange>;
}

/** An action as stored. Its changes stand in batches beside it, so that listing actions stays cheap. */
export interface StoredAction extends Action {
  /** Counts up with every action. */
  seq?: number;
  /** "store/id" where the action is typing into a note that more typing may join. */
  typing?: string | undefined;
  /** Number of batches. */
  parts: number;
}

/** What the library knows of itself. */
export interface Meta {
  key: 'library';
  libraryId: string;
  /** Counts up with every committed write. */
  seq: number;
  /** Annotations stored, trash included. */
  count: number;
  createdAt: string;
  changedAt: string;
  /** Ids this library had before it took over a backup's. */
  formerIds: string[];
  /** When deleted records last came in from a file: the trash is not emptied until its days have passed since. */
  trashSince?: string;
  /** Present where sync is set up. */
  sync?: SyncMeta;
}

/** Which records a write touched: lets a cache in another context catch up. */
export interface LogEntry {
  seq: number;
  articleIds: string[];
  annotationIds: string[];
  /** True where they were too many to list. */
  all?: boolean;
}

/** A record that a change touched. */
export interface Touched {
  store: RecordStore;
  id: string;
  /** All of it is to be sent: it is new, or others may not have it any more. */
  whole: boolean;
}

/** A change of this device that some other one may not have yet. */
export interface Outgoing {
  change: number;
  mark: string;
  touched: Touched[];
}

export interface Stores extends DBSchema {
  articles: {
    key: string;
    value: Article;
    indexes: { urls: string; updatedAt: string; deletedAt: string };
  };
  annotations: {
    key: string;
    value: Annotation;
    indexes: { articleId: string; createdAt: string; deletedAt: string; resolveBy: string };
  };
  versions: { key: string; value: Version; indexes: { articleId: string } };
  actions: { key: number; value: StoredAction; indexes: { id: string } };
  changes: {
    key: [number, number];
    value: { action: number; part: number; changes: RecordChange[] };
  };
  log: { key: number; value: LogEntry };
  drafts: { key: string; value: UnsavedText & { savedAt: string } };
  meta: { key: string; value: Meta };
  ledgers: { key: [string, string]; value: Ledger; indexes: { waitsFor: string } };
  outbox: { key: number; value: Outgoing };
  /** What the exchange with other devices remembers, by name. */
  exchange: { key: string; value: unknown };
}

/** Every store that a write of the reader's work may touch. */
export const WRITTEN_STORES = [
  'articles',
  'annotations',
  'versions',
  'actions',
  'changes',
  'log',
  'meta',
  'ledgers',
  'outbox',
] as const;
type WrittenStore = (typeof WRITTEN_STORES)[number];

export type Database = IDBPDatabase<Stores>;
export type StoreName = WrittenStore | 'drafts' | 'exchange';
export type WriteTransaction = IDBPTransaction<Stores, WrittenStore[], 'readwrite'>;
export type UpgradeTransaction = IDBPTransaction<Stores, StoreNames<Stores>[], 'versionchange'>;
export type ReadTransaction = IDBPTransaction<Stores, StoreName[], 'readonly'>;
