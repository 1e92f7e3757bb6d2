/** What is there to join: a library that the folder or file holds. */
export type SyncChoice = 'new' | 'join';
export type SyncCarrier = 'folder' | 'webdav' | 'file';
/** The companion extension, which reaches a WebDAV server. */
export type SyncCompanion = 'absent' | 'unconnected' | 'connected';

/** A device that shares the library. */
export interface SyncDevice {
  id: string;
  name: string;
  seenAt: string;
}

/** What comes together at the first merge. */
export interface SyncPreview {
  newArticles: number;
  newAnnotations: number;
  both: number;
  onlyHere: number;
  deletedThere: number;
}

/** The steps of setting up, and how it stands afterwards. */
export type SyncState =
  | { kind: 'off' }
  | { kind: 'carrier'; canFolder: boolean; companion: SyncCompanion }
  | { kind: 'name'; carrier: SyncCarrier; folder: string | null; choice: SyncChoice; name: string }
  | { kind: 'passphrase'; choice: SyncChoice }
  | { kind: 'preview'; choice: SyncChoice; preview: SyncPreview }
  | SyncOn;

export interface SyncOn {
  kind: 'on';
  carrier: SyncCarrier;
  folder: string | null;
  name: string;
  lastAt: string | null;
  devices: SyncDevice[];
  /** Changes of this device that some other one has not read. */
  waiting: number;
  paused: boolean;
  /** What is wrong, as sentences with a next step. */
  faults: string[];
  /** The browser asks again for the folder. */
  mustAllow: boolean;
  /** The folder is empty, and the reader may have it filled again. */
  isEmptied: boolean;
}

export interface SyncActions {
  start(): void;
  cancel(): void;
  /** Must ask the browser before any await. */
  chooseFolder(): void;
  chooseServer(): void;
  /** Shows the companion's own page, where the server is named. */
  openCompanion(): void;
  chooseByHand(choice: SyncChoice, file?: File): void;
  setName(name: string): void;
  setPassphrase(passphrase: string): void;
  begin(): void;
  exchange(): void;
  fillAgain(): void;
  saveFile(): void;
  takeFile(file: File): void;
  setPaused(paused: boolean): void;
  forget(device: string): void;
  leave(): void;
}
