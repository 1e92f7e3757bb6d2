import { type LibraryError, toLibraryError } from './errors.ts';
import { type DatabaseOptions, openDatabase } from './openDatabase.ts';
import type { Database } from './stores.ts';

/** Waits before the second, third and fourth attempt to open, milliseconds. */
const RETRY_DELAYS = [50, 250, 1_000];

export interface ConnectionOptions extends Omit<DatabaseOptions, 'onEnd'> {
  retryDelays?: number[] | undefined;
}

/** A database that is opened when needed and again when the browser or an update closed it. */
export interface Connection {
  /**
   * Runs `work`, which begins a transaction at once. Where the connection turns out to be dead it is
   * opened anew and `work` runs a second time. Rejects with a `LibraryError`.
   */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** Ends the connection; the next `use` opens it again. */
  close(): void;
}

/** A transaction could not even begin, so nothing was written and trying again is safe. */
class DeadConnection extends Error {}

/** Begins a transaction, telling a dead connection from every other failure. */
export function begin<T>(start: () => T): T {
  try {
    return start();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'InvalidStateError') {
      throw new DeadConnection('The connection is closed', { cause: error });
    }
    throw error;
  }
}

export function createConnection({ retryDelays = RETRY_DELAYS, ...options }: ConnectionOptions): Connection {
  let current: Promise<Database> | undefined;

  function database(): Promise<Database> {
    if (current) return current;
    const opening = openWithRetries();
    current = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(opening: Promise<Database>) {
    if (current === opening) current = undefined;
  }

  async function openWithRetries(): Promise<Database> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await openDatabase({
          ...options,
          onEnd: () => {
            current = undefined;
          },
        });
      } catch (error) {
        const fault = toLibraryError(error);
        const delay = retryDelays[attempt];
        const hopeless = fault.fault === 'newer' || fault.fault === 'unavailable';
        if (hopeless || delay === undefined) throw fault;
        await new Promise((resolve) => setTimeout(resolve, delay));
      }
    }
  }

  function close() {
    const closing = current;
    current = undefined;
    closing?.then(
      (open) => open.close(),
      // It never opened, so there is nothing to close; whoever asked for it was told.
      () => undefined,
    );
  }

  return {
    async use(work) {
      try {
        return await work(await database());
      } catch (error) {
        if (!(error instanceof DeadConnection)) throw settle(error);
        close();
        try {
          return await work(await database());
        } catch (again) {
          throw settle(again instanceof DeadConnection ? again.cause : again);
        }
      }
    },
    close,
  };

  function settle(error: unknown): LibraryError {
    const fault = toLibraryError(error);
    // After these the connection was seen to be dead without saying so.
    if (fault.fault === 'full' || fault.fault === 'damaged') close();
    return fault;
  }
}
