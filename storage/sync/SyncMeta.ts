import type { Vector } from '#sync/stamps.ts';

/** What every write has to know of sync; absent in the library's record where it is not set up. */
export interface SyncMeta {
  /** The shared library's id: the folder's name. */
  library: string;
  device: string;
  /** Number of this device's last change. */
  change: number;
  /** A few random letters of that change: tells a copy of this profile from this one. */
  mark: string;
  /** The last change of others that was taken in. */
  applied: Vector;
  /** What each other device said that it had taken in. */
  acks: Record<string, Vector>;
}

/** Everything that this device knows. */
export const knownHere = ({ applied, device, change }: SyncMeta): Vector => ({
  ...applied,
  [device]: change,
});
