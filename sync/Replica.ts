import type { Delta } from './DeltaSchema.ts';
import type { Segment } from './sealedFile.ts';
import type { Vector } from './stamps.ts';

/** How far a device is. */
export interface Standing {
  library: string;
  device: string;
  name: string;
  change: number;
  mark: string;
  applied: Vector;
  acks: Record<string, Vector>;
  forgotten: string[];
}

/** What an exchange asks of the library on this device. */
export interface Replica {
  /** Version of the records that can be read. */
  readonly records: number;
  now(): number;
  standing(): Promise<Standing>;
  /**
   * What was changed here from one change on, up to another one or as far as one file goes: as many changes as marks.
   * Undefined where that is no longer written down.
   */
  outgoing(from: number, last: number): Promise<{ items: Delta[]; marks: string[] } | undefined>;
  /** The mark of a change that is still written down. */
  markOf(change: number): Promise<string | undefined>;
  /** All that is known here, in pieces that are read when they are asked for. */
  everything(): Promise<(() => Promise<Delta[]>)[]>;
  /** Takes in a segment, in one transaction, with what is known afterwards. */
  take(segment: Segment, knownAfter: Vector): Promise<{ changed: number; conflicts: number }>;
  /** Tries once more what this library could not hold so far. Gives the devices of which something still waits. */
  takeAgain(): Promise<{ changed: number; conflicts: number; waiting: string[] }>;
  /** What another device has read. */
  noteAck(device: string, known: Vector): Promise<void>;
  /** Changes up to this one need not be kept for sending. */
  forgetOutgoing(upTo: number): Promise<void>;
  /** Goes on as a new device: another one has this one's id. Its files after `readUpTo` are another device's. */
  renew(device: string, readUpTo: number): Promise<void>;
}
