/**
 * A place that several devices reach: a folder that some engine distributes, or a file that is carried by hand. Paths
 * are "<library>/<device>/<file>"; each file is written by one device only, and never changed.
 */
export interface Carrier {
  /** Paths of all files, in any order. What is missing may come later. */
  list(): Promise<string[]>;
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Writes a file that is not there. */
  writeOnce(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Removes a file of this device's own. */
  remove(path: string): Promise<void>;
}

export const CARRIER_FAULTS = [
  /** The folder is not there any more, or the drive is not. */
  'gone',
  /** The browser asks again whether the folder may be used. */
  'denied',
  'readOnly',
  'full',
  /** The file was listed and is not there now. */
  'missing',
  /** A file of that name is there. */
  'exists',
  /** Over WebDAV: the companion extension is not installed, or knows no server. */
  'noCompanion',
  'noServer',
  /** The server does not answer, does not take name and password, or has no such folder. */
  'unreachable',
  'signIn',
  'noFolder',
  /** Anything else; trying again may help. */
  'interrupted',
] as const;
export type CarrierFaultKind = (typeof CARRIER_FAULTS)[number];

/** What a carrier could not do. */
export class CarrierFault extends Error {
  override name = 'CarrierFault';
  readonly kind: CarrierFaultKind;

  constructor(kind: CarrierFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
