import type { IDBPDatabase } from 'idb';
import type { RecordStore, Stores, UpgradeTransaction } from './stores.ts';

/** One step from the version before it to `version`. */
export interface Migration {
  version: number;
  /** Creates or removes stores and indexes. */
  reshape(database: IDBPDatabase<Stores>, transaction: UpgradeTransaction): void;
  /**
   * Pure: one record of the version before in, one of this version out. Used for the database and for
   * the lines of an older backup alike.
   */
  records: Partial<Record<RecordStore, (record: Record<string, unknown>) => Record<string, unknown>>>;
}

/**
 * The history of the database, oldest first. Shipped steps are never edited; a change of the records
 * is a new step, with a fixture of the version before it in the tests.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    reshape(database) {
      const articles = database.createObjectStore('articles', { keyPath: 'id' });
      articles.createIndex('urls', 'urls', { multiEntry: true });
      articles.createIndex('updatedAt', 'updatedAt');
      articles.createIndex('deletedAt', 'deletedAt');
      const annotations = database.createObjectStore('annotations', { keyPath: 'id' });
      annotations.createIndex('articleId', 'articleId');
      annotations.createIndex('createdAt', 'createdAt');
      annotations.createIndex('deletedAt', 'deletedAt');
      const versions = database.createObjectStore('versions', { keyPath: 'id' });
      versions.createIndex('articleId', 'articleId');
      const actions = database.createObjectStore('actions', { keyPath: 'seq', autoIncrement: true });
      actions.createIndex('id', 'id', { unique: true });
      database.createObjectStore('changes', { keyPath: ['action', 'part'] });
      database.createObjectStore('log', { keyPath: 'seq' });
      database.createObjectStore('drafts', { keyPath: 'key' });
      database.createObjectStore('meta', { keyPath: 'key' });
    },
    records: {},
  },
  {
    // What other devices have to be told. The stores stay empty until sync is set up; records are as they were, but a
    // history may say that two wordings of a claim met.
    version: 2,
    reshape(database) {
      const ledgers = database.createObjectStore('ledgers', { keyPath: ['store', 'id'] });
      ledgers.createIndex('waitsFor', 'waitsFor');
      database.createObjectStore('outbox', { keyPath: 'change' });
      database.createObjectStore('exchange');
    },
    records: {},
  },
  {
    // The days on which claims are asked about, so that the popup need not read the library to know them.
    version: 3,
    reshape(_database, transaction) {
      transaction.objectStore('annotations').createIndex('resolveBy', 'claim.resolveBy');
    },
    records: {},
  },
];

/** The version that the steps lead to. */
export function latestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

/** A record of version `from`, brought to the latest version. */
export function migrateRecord(
  store: RecordStore,
  record: Record<string, unknown>,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Record<string, unknown> {
  return migrations
    .filter(({ version }) => version > from)
    .reduce((current, step) => step.records[store]?.(current) ?? current, record);
}
