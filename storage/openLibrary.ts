import type { Change, Library } from './library';

/** A small store outside IndexedDB (storage.local), which survived every damage that emptied a database. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface LibraryOptions {
  /** Called after each committed write, in the context that made it. */
  announce?: (change: Change) => void;
  /** The time now, ISO 8601 UTC. */
  now?: () => string;
  /** A new id. */
  id?: () => string;
  /** Where the beacon stands; default: `browser.storage.local`. */
  beacon?: KeyValue;
  /** Test seams. */
  name?: string;
  retryDelays?: number[];
}

/**
 * Opens the library. Never rejects: where the browser gives no database the library has the status
 * `unavailable` and every verb rejects with a `LibraryError`.
 */
export async function openLibrary(_options: LibraryOptions = {}): Promise<Library> {
  throw new Error('Not built yet');
}
