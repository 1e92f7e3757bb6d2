import type { Carrier } from '#sync/Carrier.ts';
import type { Exchanged } from '#sync/exchange.ts';
import type { SyncFault } from '#sync/faults.ts';
import type { SeenDevice } from '#sync/receive.ts';
import type { Door } from '#sync/seal.ts';
import type { Vector } from '#sync/stamps.ts';

/** How this device takes part; kept in the database, because the key and the folder can't be kept elsewhere. */
export interface Setup {
  /** This device's name, as the others show it. */
  name: string;
  carrier: 'folder' | 'webdav' | 'file';
  /** The folder the reader chose, as the browser remembers it. */
  folder?: FileSystemDirectoryHandle | undefined;
  /** Encrypts and decrypts; can't be read out. */
  key: CryptoKey;
  door: Door;
  forgotten: string[];
  paused: boolean;
}

/** How the last exchange went. */
export interface LastExchange {
  at: string;
  /** Whether everything was read and written. */
  ok: boolean;
  devices: SeenDevice[];
  faults: SyncFault[];
}

/** What this library has to do with other devices. */
export interface SyncStanding {
  library: string;
  device: string;
  /** The last change of this device, and what it knows of all. */
  change: number;
  known: Vector;
  setup: Setup;
  last: LastExchange | undefined;
  /** Changes of this device that some other known one has not read. */
  waiting: number;
  /** Other devices that are known. */
  others: number;
}

/** What comes together at the first merge. */
export interface MergePreview {
  /** Live articles and annotations there that this library has not. */
  newArticles: number;
  newAnnotations: number;
  /** Annotations that both have. */
  both: number;
  /** Annotations that only this library has. */
  onlyHere: number;
  /** Of those that both have, the ones that were deleted there. */
  deletedThere: number;
}

export interface SetupChoice {
  name: string;
  carrier: Setup['carrier'];
  folder?: FileSystemDirectoryHandle | undefined;
  key: CryptoKey;
  door: Door;
}

export interface SyncVerbs {
  readonly sync: {
    /** Null where sync is not set up. */
    standing(): Promise<SyncStanding | null>;
    /** What joining would bring. Writes nothing. */
    preview(carrier: Carrier, key: CryptoKey, library: string): Promise<MergePreview>;
    /** Takes part from now on. A verified copy of the library is made first; rejects where that fails. */
    begin(choice: SetupChoice): Promise<void>;
    /**
     * Reads and writes through a carrier. One exchange at a time, in whichever window.
     * @throws SyncError and CarrierFault; what was taken in before stays.
     */
    exchange(carrier: Carrier, options?: { evenIfEmpty?: boolean }): Promise<Exchanged>;
    /** Takes in what a file brings, and writes nothing to it. */
    takeFile(bytes: Uint8Array<ArrayBuffer>): Promise<Exchanged>;
    /** A file with what others can't have yet; with everything where they are many, or not known. */
    makeFile(): Promise<Uint8Array<ArrayBuffer>>;
    change(setup: Partial<Pick<Setup, 'name' | 'folder' | 'paused' | 'forgotten'>>): Promise<void>;
    /** A device that is not waited for any more, and not read. */
    forget(device: string): Promise<void>;
    /** Takes no part any more. The library stays as it is; key and folder are forgotten. */
    leave(): Promise<void>;
  };
}
