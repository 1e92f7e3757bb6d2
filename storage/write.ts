import { logFault, logMended } from '#model/logFault.ts';
import type { Beacon } from './beacon.ts';
import { begin, type Connection } from './connection.ts';
import { LibraryError, toLibraryError } from './errors.ts';
import type { Change } from './library.ts';
import { runInTransaction, type Writing } from './runInTransaction.ts';
import { WRITTEN_STORES, type WriteTransaction } from './stores.ts';
import type { WriteOptions } from './WriteOptions.ts';

export type { Writing } from './runInTransaction.ts';

export interface Writer {
  /**
   * One action: `work` in one strict transaction that either commits wholly or not at all. Resolves
   * after the commit is durable. Rejects with a `LibraryError`; nothing is written then.
   */
  write<T>(
    options: WriteOptions,
    work: (writing: Writing) => Promise<T>,
  ): Promise<{ result: T; actionId?: string }>;
  /** Resolves when all beacons are written. */
  idle(): Promise<void>;
}

export interface WriterParts {
  connection: Connection;
  beacon: Beacon;
  now: () => string;
  id: () => string;
  announce: (change: Change) => void;
}

export function createWriter({ connection, beacon, now, id, announce }: WriterParts): Writer {
  let following: Promise<void> = Promise.resolve();

  return {
    async write(options, work) {
      // Made before the first attempt, so that a second one can't write the action twice.
      const actionId = options.actionId ?? id();
      const outcome = await connection.use(async (database) => {
        const transaction: WriteTransaction = begin(() =>
          database.transaction([...WRITTEN_STORES], 'readwrite', { durability: 'strict' }),
        );
        const committed = transaction.done.then(
          () => undefined,
          (error: unknown) => error ?? new LibraryError('interrupted', 'The transaction was aborted'),
        );
        try {
          const outcome = await runInTransaction(transaction, options, actionId, now(), work);
          const failure = await committed;
          if (failure !== undefined) throw failure;
          return outcome;
        } catch (error) {
          throw await giveUp(transaction, committed, error);
        }
      });
      const { result, meta, change, journalled } = outcome;
      if (meta) {
        if (change && isNews(change) && !options.quiet?.()) announceSafely(change);
        following = following
          .then(() => beacon.follow(meta))
          .catch((error: unknown) => {
            // The write itself is safe; a beacon left behind only makes the next check less sharp.
            logMended(error, 'beacon not written');
          });
      }
      return { result, ...(journalled !== undefined && { actionId: journalled }) };
    },
    idle: () => following,
  };

  function announceSafely(change: Change) {
    try {
      announce(change);
    } catch (error) {
      // What listeners make of the news must not turn a saved note into a failed one.
      logFault(error, 'announcement failed');
    }
  }
}

function isNews({ articleIds, annotationIds }: Change): boolean {
  return articleIds.length + annotationIds.length > 0;
}

/** A throw does not roll back what was put: the transaction has to be aborted by hand. */
async function giveUp(
  transaction: WriteTransaction,
  committed: Promise<unknown>,
  error: unknown,
): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    // Already aborted by the browser, which is what we want.
  }
  const failure = await committed;
  // A full disk aborts the transaction, and its requests only say AbortError; the transaction knows why.
  const vague = error instanceof DOMException && error.name === 'AbortError';
  return toLibraryError(vague && failure !== undefined ? failure : error);
}
