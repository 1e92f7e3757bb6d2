import type { IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import { type UnsavedText, UnsavedTextSchema } from '#model/drafts.ts';
import { logMended } from '#model/logFault.ts';
import type { KeyValue } from './beacon.ts';
import { begin, type Connection } from './connection.ts';
import type { Library } from './library.ts';
import { parse } from './parse.ts';
import { PAGE, type Reader } from './read.ts';
import type { StoreName, Stores } from './stores.ts';

type Stored = UnsavedText & { savedAt: string };
type DraftStore = IDBPObjectStore<Stores, ['drafts'], 'drafts', 'readwrite'>;

type ReadStore = IDBPObjectStore<Stores, StoreName[], 'drafts', 'readonly'>;

/** Texts of the second store, all under one key: there are only ever a few. */
const KEY = 'unsavedTexts';
/** Held while that list is read, changed and written: several texts are kept at once, and by several contexts. */
const LOCK = 'claimlight unsaved texts';
const StoredSchema = v.fallback(v.array(v.object({ ...UnsavedTextSchema.entries, savedAt: v.string() })), []);

/**
 * Text not yet saved. It is no part of the library: no journal, no announcement, no backup. What the database does
 * not take (a full disk, damaged files) goes to the small store outside it, because that is when it is needed most.
 */
export function unsavedTexts(
  connection: Connection,
  reader: Reader,
  keyValue: KeyValue,
  now: () => string,
): Library['drafts'] {
  const outside = async (): Promise<Stored[]> => v.parse(StoredSchema, await keyValue.get(KEY));

  const changeOutside = (change: (texts: Stored[]) => Stored[]): Promise<void> =>
    navigator.locks.request(LOCK, async () => {
      const texts = change(await outside());
      if (texts.length > 0) await keyValue.set(KEY, texts);
      else await keyValue.remove(KEY);
    });

  async function write(change: (store: DraftStore) => Promise<unknown>): Promise<void> {
    await connection.use(async (database) => {
      const transaction = begin(() => database.transaction('drafts', 'readwrite', { durability: 'strict' }));
      const work = [change(transaction.store), transaction.done];
      // At once: the page may be closing, and then nobody waits for the requests.
      transaction.commit();
      await Promise.all(work);
    });
  }

  /** What `work` finds in the database; nothing, said in the console, where it can't be read. */
  const inside = (work: (store: ReadStore) => Promise<Stored[]>): Promise<Stored[]> =>
    reader
      .read((transaction) => work(transaction.objectStore('drafts')))
      .catch((error: unknown) => {
        logMended(error, 'unsaved texts of the database are not readable');
        return [];
      });

  /**
   * A text outside stands before the one of the database: it is dropped there as soon as the database takes a later
   * one. Times are not asked, because clocks are set back.
   */
  async function all(): Promise<Stored[]> {
    const later = new Map((await inside(everyText)).map((one) => [one.key, one]));
    for (const one of await outside()) later.set(one.key, one);
    return [...later.values()];
  }

  async function dropOutside(key: string, isMeant: (one: Stored) => boolean = () => true): Promise<void> {
    const isDropped = (one: Stored) => one.key === key && isMeant(one);
    if ((await outside()).some(isDropped))
      await changeOutside((texts) => texts.filter((one) => !isDropped(one)));
  }

  /** In one transaction with the look at it: the text may be one that another view kept a moment ago. */
  const deleteWhere = (key: string, isMeant: (one: Stored) => boolean): Promise<void> =>
    connection.use(async (database) => {
      const transaction = begin(() => database.transaction('drafts', 'readwrite', { durability: 'strict' }));
      const remove = async () => {
        const kept = await transaction.store.get(key);
        if (kept && isMeant(kept)) await transaction.store.delete(key);
      };
      await Promise.all([remove(), transaction.done]);
    });

  return {
    async put(draft) {
      const record = { ...parse(UnsavedTextSchema, draft), savedAt: now() };
      try {
        await write((store) => store.put(record));
      } catch (error) {
        logMended(error, 'an unsaved text is kept outside the database');
        await changeOutside((texts) => [...texts.filter(({ key }) => key !== record.key), record]);
        return;
      }
      await dropOutside(record.key);
    },

    async get(key) {
      const kept = (await outside()).find((one) => one.key === key);
      return kept ?? (await inside((store) => store.getAll(key)))[0];
    },

    list: all,

    async clear(key, by) {
      if (!by) {
        await dropOutside(key);
        await write((store) => store.delete(key));
        return;
      }
      const isTheirs = (one: Stored) => by.includes(one.by ?? '');
      await dropOutside(key, isTheirs);
      await deleteWhere(key, isTheirs);
    },
  };
}

/** However many there are, page by page: no text may be hidden by the number of others. */
async function everyText(store: ReadStore): Promise<Stored[]> {
  const texts: Stored[] = [];
  for (;;) {
    const last = texts.at(-1)?.key;
    const page = await store.getAll(last === undefined ? null : IDBKeyRange.lowerBound(last, true), PAGE);
    texts.push(...page);
    if (page.length < PAGE) return texts;
  }
}
