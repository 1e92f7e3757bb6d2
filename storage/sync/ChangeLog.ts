import type { StoredRecord } from '#sync/cells.ts';
import { hiddenCells, type Ledger, WHOLE } from '#sync/Ledger.ts';
import { baseOf, type Hand, writeCell, writeChange } from '#sync/writeChange.ts';
import type { RecordStore, Records, Touched, WriteTransaction } from '../stores.ts';
import type { SyncMeta } from './SyncMeta.ts';

/**
 * Writes down for other devices what a transaction changes, in that transaction: when each cell was written, and which
 * records the change touched. So nothing that was acknowledged to the reader can be missing from what is sent.
 */
export class ChangeLog {
  readonly #transaction: WriteTransaction;
  readonly #sync: SyncMeta;
  readonly #hand: Hand;
  readonly #touched = new Map<string, Touched>();
  /** One write of a record after the other. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(transaction: WriteTransaction, sync: SyncMeta, now: string) {
    this.#transaction = transaction;
    this.#sync = sync;
    const change = sync.change + 1;
    const known = { ...sync.applied, [sync.device]: change };
    this.#hand = { device: sync.device, change, time: Date.parse(now), known };
  }

  /** Gives the record back as every device will have it. */
  write<S extends RecordStore>(
    store: S,
    before: Records[S] | undefined,
    after: Records[S],
  ): Promise<Records[S]> {
    return this.#inTurn(store, after.id, async () => {
      const known = await this.ledger(store, after.id);
      const { ledger, record, whole, isChanged } = writeChange(
        store,
        known,
        plain(before),
        plain(after),
        this.#hand,
      );
      if (!isChanged) return after;
      await this.#transaction.objectStore('ledgers').put(ledger);
      this.touch(store, after.id, whole);
      return record as unknown as Records[S];
    });
  }

  /** A record is erased for good: a digest everywhere, what was in the trash only here. */
  erase(store: RecordStore, id: string): Promise<void> {
    return this.#inTurn(store, id, async () => {
      const before = await this.#transaction.objectStore(store).get(id);
      const known = (await this.ledger(store, id)) ?? this.pristine(store, before, id);
      const { refused } = known;
      const rest: Ledger = {
        ...{ store, id, base: '', stamps: {}, hidden: {} },
        ...(refused && { refused, waitsFor: WHOLE }),
      };
      if (store === 'versions') {
        await this.#put(writeCell(rest, undefined, 'erased', true, this.#hand));
        this.touch(store, id, false);
        return;
      }
      const { deletedAt } = (before ?? {}) as { deletedAt?: string };
      rest.stamps = { deletedAt: known.stamps.deletedAt ?? known.base };
      rest.hidden = { deletedAt };
      if (known.stamps.mergedInto) {
        rest.stamps.mergedInto = known.stamps.mergedInto;
        rest.hidden.mergedInto = known.hidden?.mergedInto;
      }
      await this.#put(rest);
    });
  }

  /** What others still write into one article belongs into another one. */
  redirect(from: string, into: string): Promise<void> {
    return this.#inTurn('articles', from, async () => {
      const record = await this.#transaction.objectStore('articles').get(from);
      const known = (await this.ledger('articles', from)) ?? this.pristine('articles', record, from);
      if (known.hidden?.mergedInto === into) return;
      const explicit = { ...known, hidden: known.hidden ?? hiddenCells('articles', new Map(), undefined) };
      await this.#put(
        writeCell(known.hidden ? explicit : known, plain(record), 'mergedInto', into, this.#hand),
      );
      this.touch('articles', from, false);
    });
  }

  /** Sends a record once more. */
  touch(store: RecordStore, id: string, whole: boolean): void {
    const key = `${store}/${id}`;
    this.#touched.set(key, { store, id, whole: whole || this.#touched.get(key)?.whole === true });
  }

  ledger(store: RecordStore, id: string): Promise<Ledger | undefined> {
    return this.#transaction.objectStore('ledgers').get([store, id]);
  }

  /** The ledger of a record that came for an article which was merged into `articleId`. */
  moved(ledger: Ledger, record: StoredRecord | undefined, articleId: string): Ledger {
    this.touch(ledger.store, ledger.id, false);
    return writeCell(ledger, record, 'articleId', articleId, this.#hand);
  }

  /** What is known of a record that nobody has changed since sync was set up. */
  pristine(store: RecordStore, record: object | undefined, id: string): Ledger {
    return { store, id, base: record ? baseOf(record as StoredRecord, this.#sync.device) : '', stamps: {} };
  }

  /** Ends the change. Gives what the library has to remember of it; undefined where nothing was to be written down. */
  async finish(): Promise<Pick<SyncMeta, 'change' | 'mark'> | undefined> {
    await Promise.all(this.#turns.values());
    if (this.#touched.size === 0) return undefined;
    const mark = crypto.randomUUID().slice(0, 8);
    const { change } = this.#hand;
    await this.#transaction.objectStore('outbox').put({ change, mark, touched: [...this.#touched.values()] });
    return { change, mark };
  }

  async #put(ledger: Ledger): Promise<void> {
    await this.#transaction.objectStore('ledgers').put(ledger);
  }

  #inTurn<T>(store: RecordStore, id: string, work: () => Promise<T>): Promise<T> {
    const key = `${store}/${id}`;
    const before = this.#turns.get(key);
    const turn = before ? before.then(work) : work();
    this.#turns.set(key, turn);
    return turn;
  }
}

const plain = <T extends object | undefined>(record: T) =>
  record as T extends undefined ? undefined : StoredRecord;
