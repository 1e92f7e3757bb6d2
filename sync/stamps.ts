/*
 * When a value was written: a hybrid logical clock. The wall clock orders what different devices did, and a value that
 * replaces another is always later than what it replaces, whatever the clocks say. So skewed clocks can decide badly
 * between two things done at the same time, but never take back what the reader saw and changed.
 */

/** For each device, the last of its changes that is known; a device that is missing is not known at all. */
export type Vector = Record<string, number>;

/** "time.change.device", each part of fixed length, so that stamps are compared as strings. */
export type Stamp = string;

/** Ids of devices: 12 letters and digits. */
export const DEVICE_ID = /^[0-9a-z]{12}$/;
export const STAMP = /^[0-9a-z]{9}\.[0-9a-z]{7}\.[0-9a-z]{12}$/;

const TIME_LENGTH = 9;
const CHANGE_LENGTH = 7;
const LATEST = 36 ** TIME_LENGTH - 1;

/** @param time ms since 1970 @param change number of the change on its device; 0 is what it had before */
export function makeStamp(time: number, change: number, device: string): Stamp {
  const at = Math.min(Math.max(0, Math.trunc(time) || 0), LATEST);
  return `${at.toString(36).padStart(TIME_LENGTH, '0')}.${change.toString(36).padStart(CHANGE_LENGTH, '0')}.${device}`;
}

/** Milliseconds since 1970. */
export const timeOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, TIME_LENGTH), 36);

export const changeOf = (stamp: Stamp): number =>
  Number.parseInt(stamp.slice(TIME_LENGTH + 1, TIME_LENGTH + 1 + CHANGE_LENGTH), 36);

export const deviceOf = (stamp: Stamp): string => stamp.slice(TIME_LENGTH + CHANGE_LENGTH + 2);

/** Whether somebody who knew this much knew what was written with the stamp. */
export const isKnown = (known: Vector, stamp: Stamp): boolean =>
  (known[deviceOf(stamp)] ?? -1) >= changeOf(stamp);

/** Everything that one of the two knows. */
export function joined(a: Vector, b: Vector): Vector {
  const all = { ...a };
  for (const [device, change] of Object.entries(b)) all[device] = Math.max(all[device] ?? -1, change);
  return all;
}

/** What is known to every one of some. */
export function knownToAll(vectors: Vector[]): Vector {
  const [first = {}, ...others] = vectors;
  return Object.fromEntries(
    Object.entries(first)
      .map(
        ([device, change]) => [device, Math.min(change, ...others.map((one) => one[device] ?? -1))] as const,
      )
      .filter(([, change]) => change >= 0),
  );
}
