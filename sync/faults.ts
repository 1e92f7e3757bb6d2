import type { CarrierFaultKind } from './Carrier.ts';

/** What can be wrong with an exchange, in the reader's terms. Those that stop it come first. */
export const SYNC_FAULTS = [
  /** The folder holds nothing of Claimlight's, and it did before: emptied, or another one. */
  'emptied',
  /** The folder holds another library's files and none of this one's. */
  'otherLibrary',
  /** No library of Claimlight's is in there. */
  'noLibrary',
  /** Several libraries are in there. */
  'manyLibraries',
  'passphrase',
  /** The way the key is made is weaker or stranger than Claimlight ever writes it. */
  'weak',
  /** The file is no file of Claimlight's for other devices. */
  'notOurs',
  /** Only a part of the file arrived. */
  'cut',
  /** A file of a device can't be read: not whole yet, or damaged. */
  'damaged',
  /** Files of a device are missing; what follows them waits. */
  'incomplete',
  /** A device has a newer version of Claimlight. */
  'newer',
  /** The clock of a device is more than a day ahead. */
  'clockAhead',
  /** The engine made copies ("sync-conflict"); they are not read. */
  'copies',
  /** This profile was copied or put back from a backup; it goes on as a device of its own. */
  'twin',
  /** Something of a device waits, because no record can be made of it here. */
  'refused',
] as const;
export type SyncFaultKind = (typeof SYNC_FAULTS)[number] | CarrierFaultKind;

/** Something to tell the reader; `device` where it is about one. */
export interface SyncFault {
  kind: SyncFaultKind;
  device?: string;
}

/** Ends an exchange. Nothing of the library was changed by what it is about. */
export class SyncError extends Error {
  override name = 'SyncError';
  readonly kind: SyncFaultKind;

  constructor(kind: SyncFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
