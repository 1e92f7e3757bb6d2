import { DEVICE_ID } from './stamps.ts';

/*
 * Names of files say nothing but ids and numbers.
 *
 *   <library>/<device>/12-15.seg                  changes 12 to 15
 *   <library>/<device>/15-0-3-k2v0q7m1x9ab.snap   piece 0 of 3 of everything, as it was at change 15
 *   <library>/<device>/7.head                     who this is and what they have read; the highest number counts
 *
 * The letters of a snapshot are its own. One that was cut off and is begun anew may hold other records in its pieces, and
 * has read more of other devices; with the pieces of both under one name, a device could take them for one.
 */

export const LIBRARY_ID = /^[0-9a-z]{20}$/;

export type FileName =
  | { kind: 'segment'; from: number; to: number }
  | { kind: 'snapshot'; at: number; piece: number; pieces: number; attempt: string }
  | { kind: 'head'; number: number };

export type Found = FileName & { path: string; library: string; device: string };

const NUMBER = '(0|[1-9][0-9]{0,9})';
const SEGMENT = new RegExp(`^${NUMBER}-${NUMBER}\\.seg$`);
const SNAPSHOT = new RegExp(`^${NUMBER}-${NUMBER}-${NUMBER}-([0-9a-z]{12})\\.snap$`);
const HEAD = new RegExp(`^${NUMBER}\\.head$`);

export function pathFor(library: string, device: string, name: FileName): string {
  const file =
    name.kind === 'segment'
      ? `${name.from}-${name.to}.seg`
      : name.kind === 'snapshot'
        ? `${name.at}-${name.piece}-${name.pieces}-${name.attempt}.snap`
        : `${name.number}.head`;
  return `${library}/${device}/${file}`;
}

/** What a path says; undefined for everything that is not ours: other programs' temporary files, copies, notes. */
export function parsePath(path: string): Found | undefined {
  const [library = '', device = '', file = '', ...more] = path.split('/');
  if (more.length > 0 || !LIBRARY_ID.test(library) || !DEVICE_ID.test(device)) return undefined;
  const at = { path, library, device };
  const segment = SEGMENT.exec(file);
  if (segment) {
    const [from, to] = [Number(segment[1]), Number(segment[2])];
    return from >= 1 && from <= to ? { ...at, kind: 'segment', from, to } : undefined;
  }
  const snapshot = SNAPSHOT.exec(file);
  if (snapshot) {
    const [number, piece, pieces] = snapshot.slice(1, 4).map(Number) as [number, number, number];
    const attempt = snapshot[4] ?? '';
    return piece < pieces ? { ...at, kind: 'snapshot', at: number, piece, pieces, attempt } : undefined;
  }
  const head = HEAD.exec(file);
  return head ? { ...at, kind: 'head', number: Number(head[1]) } : undefined;
}

/** Whether a path is a copy of one of our files that an engine made because it found two of them. */
export const isCopy = (path: string): boolean => /conflict[^/]*\.(?:seg|snap|head)$/i.test(path);

/** The pieces of one snapshot. */
export type Snapshot = (Found & { kind: 'snapshot' })[];

/** Snapshots of one device, those that are not whole, too; the pieces of each in order. */
export function snapshotsIn(files: Found[]): Snapshot[] {
  const pieces = files.filter((one) => one.kind === 'snapshot');
  const snapshots = Map.groupBy(pieces, ({ at, pieces, attempt }) => `${at}/${pieces}/${attempt}`);
  return [...snapshots.values()].map((one) => one.sort((a, b) => a.piece - b.piece));
}

export const isWholeSnapshot = ([first, ...rest]: Snapshot): boolean => first?.pieces === rest.length + 1;

/** A new id of a device, a library or a snapshot. */
export function newId(length: 12 | 20): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  let id = '';
  while (id.length < length)
    // 252 is a multiple of 36: every letter is equally likely.
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      if (byte < 252 && id.length < length) id += letters[byte % 36];
  return id;
}
