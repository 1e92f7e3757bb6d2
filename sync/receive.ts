import { type Carrier, CarrierFault } from './Carrier.ts';
import type { SyncFault } from './faults.ts';
import { type Found, isWholeSnapshot, type Snapshot, snapshotsIn } from './names.ts';
import type { Replica, Standing } from './Replica.ts';
import { type Head, openHead, openSegment, type Segment } from './sealedFile.ts';
import { joined, type Vector } from './stamps.ts';

const DAY = 86_400_000;

/** A device as its head shows it. */
export interface SeenDevice {
  device: string;
  name: string;
  /** When it wrote last, by its own clock, ms since 1970. */
  at: number;
  /** What it has read of this device. */
  read: number;
}

export interface Received {
  changed: number;
  conflicts: number;
  files: number;
  devices: SeenDevice[];
  faults: SyncFault[];
  /** Files that are wanted once more: the device, and what was read of it. */
  wants: Vector;
  /** What others want of this device once more. */
  wanted: number | undefined;
}

/** Reads what other devices wrote and takes it in, one file after the other. */
export async function receive(
  carrier: Carrier,
  replica: Replica,
  key: CryptoKey,
  found: Found[],
): Promise<Received> {
  const start = await replica.standing();
  const received: Received = {
    changed: 0,
    conflicts: 0,
    files: 0,
    devices: [],
    faults: [],
    wants: {},
    wanted: undefined,
  };
  const byDevice = Map.groupBy(
    found.filter(({ device }) => device !== start.device && !start.forgotten.includes(device)),
    ({ device }) => device,
  );
  for (const device of [...byDevice.keys()].sort())
    await readHead(carrier, replica, key, device, byDevice.get(device) ?? [], start, received);
  // What one device tells of another one may be what its own files were waiting for; so all are tried again.
  for (let again = true; again; ) {
    again = false;
    for (const [device, files] of byDevice)
      while (await readNext(carrier, replica, key, device, files, received)) again = true;
  }
  await lookForGaps(replica, byDevice, received);
  const { changed, conflicts, waiting } = await replica.takeAgain();
  received.changed += changed;
  received.conflicts += conflicts;
  for (const one of waiting) received.faults.push({ kind: 'refused', device: one });
  return received;
}

async function readHead(
  carrier: Carrier,
  replica: Replica,
  key: CryptoKey,
  device: string,
  files: Found[],
  start: Standing,
  received: Received,
): Promise<void> {
  const heads = files.filter((one) => one.kind === 'head').sort((a, b) => b.number - a.number);
  for (const { path } of heads) {
    const bytes = await readIfThere(carrier, path);
    const opened = bytes ? await openHead(key, path, bytes) : undefined;
    if (opened && 'fault' in opened && opened.fault === 'newer') {
      received.faults.push({ kind: 'newer', device });
      return;
    }
    if (!opened || !('content' in opened) || opened.content.device !== device) continue;
    await noteHead(replica, opened.content, start, received);
    return;
  }
}

async function noteHead(replica: Replica, head: Head, start: Standing, received: Received): Promise<void> {
  const { device, name, at, applied, wants } = head;
  received.devices.push({ device, name, at, read: applied[start.device] ?? -1 });
  if (at > replica.now() + DAY) received.faults.push({ kind: 'clockAhead', device });
  const known = joined(applied, { [device]: head.change });
  const before = start.acks[device];
  const isNews = !before || Object.entries(known).some(([one, change]) => (before[one] ?? -1) < change);
  if (isNews) await replica.noteAck(device, joined(before ?? {}, known));
  const wanted = wants?.[start.device];
  if (wanted !== undefined) received.wanted = Math.min(wanted, received.wanted ?? wanted);
}

/** Reads the next file of a device, or the next snapshot. False where nothing more can be read. */
async function readNext(
  carrier: Carrier,
  replica: Replica,
  key: CryptoKey,
  device: string,
  files: Found[],
  received: Received,
): Promise<boolean> {
  const { applied } = await replica.standing();
  const known = applied[device] ?? -1;
  const segments = files
    .filter((one) => one.kind === 'segment' && one.from <= known + 1 && one.to > known && known >= 0)
    .sort((a, b) => (b.kind === 'segment' && a.kind === 'segment' ? b.to - a.to : 0));
  for (const file of segments) {
    const segment = await segmentIn(carrier, key, file, replica, received);
    if (segment && file.kind === 'segment' && segment.from === file.from && segment.to === file.to) {
      await take(replica, segment, { [device]: segment.to }, received);
      return true;
    }
  }
  for (const pieces of snapshotsOf(files, known))
    if (await takeSnapshot(carrier, replica, key, pieces, received)) return true;
  return false;
}

/**
 * Takes in a snapshot, one piece after the other, so that of a large library no two are in memory. It counts as read where
 * all of it could be; else what was read stands, as after a death of the background in the middle.
 */
async function takeSnapshot(
  carrier: Carrier,
  replica: Replica,
  key: CryptoKey,
  pieces: Snapshot,
  received: Received,
): Promise<boolean> {
  for (const [at, file] of pieces.entries()) {
    const part = await segmentIn(carrier, key, file, replica, received);
    if (part?.to !== file.at) return false;
    const after = at === pieces.length - 1 ? joined(part.covers ?? {}, { [file.device]: part.to }) : {};
    delete after[(await replica.standing()).device];
    await take(replica, part, after, received);
  }
  return true;
}

async function take(replica: Replica, segment: Segment, after: Vector, received: Received): Promise<void> {
  const { changed, conflicts } = await replica.take(segment, after);
  received.changed += changed;
  received.conflicts += conflicts;
  received.files++;
}

/** Whole snapshots that go further than what is known, the furthest first; each with its pieces in order. */
function snapshotsOf(files: Found[], known: number): Snapshot[] {
  return snapshotsIn(files)
    .filter((pieces) => isWholeSnapshot(pieces) && (pieces[0]?.at ?? 0) > known)
    .sort(([a], [b]) => (b?.at ?? 0) - (a?.at ?? 0));
}

async function segmentIn(
  carrier: Carrier,
  key: CryptoKey,
  { path, device }: Found,
  replica: Replica,
  received: Received,
): Promise<Segment | undefined> {
  const bytes = await readIfThere(carrier, path);
  if (!bytes) return undefined;
  const opened = await openSegment(key, path, bytes);
  const fault =
    'fault' in opened
      ? opened.fault
      : opened.content.records > replica.records
        ? ('newer' as const)
        : undefined;
  if ('content' in opened && fault === undefined && opened.content.device === device) return opened.content;
  const kind = fault ?? 'damaged';
  if (!received.faults.some((one) => one.device === device && one.kind === kind))
    received.faults.push({ kind, device });
  return undefined;
}

/** What is said to be there and can't be read: it is asked for. */
async function lookForGaps(
  replica: Replica,
  byDevice: Map<string, Found[]>,
  received: Received,
): Promise<void> {
  const { applied, acks } = await replica.standing();
  for (const device of byDevice.keys()) {
    const known = applied[device] ?? -1;
    const last = acks[device]?.[device] ?? -1;
    if (last <= known) {
      // What could not be read came another way.
      received.faults = received.faults.filter((one) => !(one.kind === 'damaged' && one.device === device));
      continue;
    }
    if (received.faults.some((one) => one.device === device && one.kind === 'newer')) continue;
    received.wants[device] = Math.max(known, 0);
    if (!received.faults.some((one) => one.device === device && one.kind === 'damaged'))
      received.faults.push({ kind: 'incomplete', device });
  }
}

/** A file; undefined where it is not there any more, which a stale listing can't know. */
export async function readIfThere(
  carrier: Carrier,
  path: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await carrier.read(path);
  } catch (error) {
    if (error instanceof CarrierFault && error.kind === 'missing') return undefined;
    throw error;
  }
}
