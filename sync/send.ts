import { type Carrier, CarrierFault } from './Carrier.ts';
import { type Found, isWholeSnapshot, newId, pathFor, snapshotsIn } from './names.ts';
import type { Replica } from './Replica.ts';
import { type Received, readIfThere } from './receive.ts';
import type { Door } from './seal.ts';
import { closeFile, type Head, openHead, openSegment, type Segment } from './sealedFile.ts';

/** Segments of one device after which it writes everything anew and removes them. */
const MOST_SEGMENTS = 60;
/** A head is written anew after this time, so that others see that the device lives, ms. */
const HEAD_AGE = 20 * 3_600_000;

export interface Sending {
  carrier: Carrier;
  replica: Replica;
  key: CryptoKey;
  door: Door;
  /** This device's own files that are there. */
  own: Found[];
  /** What to write from, where the carrier does not say what others have: the change after which it is wanted. */
  since?: number;
}

/** Writes what others can't have yet, reads it back, and says so in a head. Returns how many files were written. */
export async function send(sending: Sending, received: Pick<Received, 'wants' | 'wanted'>): Promise<number> {
  const { replica, own } = sending;
  const { change } = await replica.standing();
  const segments = own.filter((one) => one.kind === 'segment');
  let reach = sending.since ?? reachOf(own);
  const { wanted } = received;
  if (wanted !== undefined && wanted < reach && !(await isReadable(sending, wanted))) reach = wanted;
  // Who wants all changes may have nothing, not even what was here before the first of them.
  if (wanted === 0 && !(await isReadable(sending, -1))) reach = -1;
  // Of a file that no head tells of, its writer may have died in the middle.
  const told = sending.since ?? (await ownHead(sending.carrier, sending.key, headsOf(own)))?.change ?? -1;
  if (told < reach && !(await isReadable(sending, told))) reach = told;
  let files = 0;
  if (reach < 0 || segments.length > MOST_SEGMENTS) files += await writeSnapshot(sending, change);
  else
    for (let from = reach + 1; from <= change; ) {
      const changes = await replica.outgoing(from, change);
      if (!changes) {
        files += await writeSnapshot(sending, change);
        break;
      }
      const { device, library } = await replica.standing();
      const to = from + changes.marks.length - 1;
      const path = pathFor(library, device, { kind: 'segment', from, to });
      const segment: Segment = { device, records: replica.records, from, to, ...changes };
      files += await writeAndCheck(sending, path, segment);
      from = to + 1;
    }
  return files + (await writeHead(sending, change, received));
}

/** The last change that the files there hold without a gap; -1 where there is no snapshot to begin with. */
export function reachOf(own: Found[]): number {
  let reach = -1;
  for (const pieces of snapshotsIn(own).filter(isWholeSnapshot)) reach = Math.max(reach, pieces[0]?.at ?? -1);
  if (reach < 0) return reach;
  for (let grown = true; grown; ) {
    grown = false;
    for (const one of own)
      if (one.kind === 'segment' && one.from <= reach + 1 && one.to > reach) {
        reach = one.to;
        grown = true;
      }
  }
  return reach;
}

/** Whether what another device could not read can be read from here. */
async function isReadable({ carrier, key, own }: Sending, after: number): Promise<boolean> {
  const segments = own.filter((one) => one.kind === 'segment' && one.from <= after + 1 && one.to > after);
  const snapshots = snapshotsIn(own).filter((one) => isWholeSnapshot(one) && (one[0]?.at ?? -1) > after);
  const further = [...segments, ...snapshots.flat()];
  for (const { path } of further) {
    const bytes = await readIfThere(carrier, path);
    if (!bytes || 'fault' in (await openSegment(key, path, bytes))) return false;
  }
  return further.length > 0;
}

async function writeSnapshot(sending: Sending, change: number): Promise<number> {
  const { carrier, replica, key, own } = sending;
  // Before anything is read: what comes meanwhile may be in it, and is sent once more.
  const { device, library, applied, mark } = await replica.standing();
  const all = await replica.everything();
  const pieces = all.length > 0 ? all : [async () => []];
  // One that was cut off is nobody's: without this, a browser that dies in the middle each time would fill the folder.
  for (const { path } of snapshotsIn(own)
    .filter((one) => !isWholeSnapshot(one))
    .flat())
    await carrier.remove(path);
  const attempt = newId(12);
  for (const [piece, read] of pieces.entries()) {
    const items = await read();
    const name = { kind: 'snapshot', at: change, piece, pieces: pieces.length, attempt } as const;
    const path = pathFor(library, device, name);
    const part = { from: 0, to: change, marks: [mark], covers: applied, items };
    await writeWhole(
      carrier,
      path,
      await closeFile(key, path, { device, records: replica.records, ...part }),
    );
  }
  // Everything is in it, so what it replaces may go. A device that was listing is told at its next look.
  for (const one of own) {
    const isOlder =
      (one.kind === 'segment' && one.to <= change) || (one.kind === 'snapshot' && one.at <= change);
    if (isOlder) await carrier.remove(one.path);
  }
  return pieces.length;
}

/** Writes a segment and reads it back; one of that name that can't be read, or holds other changes, is replaced. */
async function writeAndCheck(sending: Sending, path: string, content: Segment): Promise<number> {
  const { carrier, key, own } = sending;
  if (own.some((one) => one.path === path)) {
    const there = await readIfThere(carrier, path);
    const opened = there && (await openSegment(key, path, there));
    if (opened && 'content' in opened && opened.content.marks.join() === content.marks.join()) return 0;
    await carrier.remove(path);
  }
  await writeWhole(carrier, path, await closeFile(key, path, content));
  return 1;
}

async function writeWhole(carrier: Carrier, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await carrier.writeOnce(path, bytes);
  const back = await carrier.read(path);
  if (back.length !== bytes.length || back.some((byte, at) => byte !== bytes[at]))
    throw new CarrierFault('interrupted', `${path} reads back as something else`);
}

async function writeHead(
  sending: Sending,
  change: number,
  { wants }: Pick<Received, 'wants'>,
): Promise<number> {
  const { carrier, replica, key, door, own } = sending;
  const { device, library, name, mark, applied, forgotten } = await replica.standing();
  const heads = headsOf(own);
  const head: Head = {
    device,
    name,
    change,
    mark,
    applied,
    ...(Object.keys(wants).length > 0 && { wants }),
    ...(forgotten.length > 0 && { forgotten }),
    at: replica.now(),
  };
  const last = await ownHead(carrier, key, heads);
  if (last && sameHead(last, head) && Math.abs(head.at - last.at) < HEAD_AGE) return 0;
  const path = pathFor(library, device, { kind: 'head', number: (heads[0]?.number ?? 0) + 1 });
  await writeWhole(carrier, path, await closeFile(key, path, head, door));
  // The one before stays for those whose engine brings the new one in pieces.
  for (const old of heads.slice(1)) await carrier.remove(old.path);
  return 1;
}

/** Heads, the latest first. */
export const headsOf = (own: Found[]) =>
  own.filter((one) => one.kind === 'head').sort((a, b) => b.number - a.number);

/** The latest of this device's own heads that can be read. */
export async function ownHead(carrier: Carrier, key: CryptoKey, heads: Found[]): Promise<Head | undefined> {
  for (const { path } of heads) {
    const bytes = await readIfThere(carrier, path);
    const opened = bytes && (await openHead(key, path, bytes));
    if (opened && 'content' in opened) return opened.content;
  }
  return undefined;
}

const sameHead = (a: Head, b: Head): boolean => keyOf(a) === keyOf(b);

const keyOf = ({ change, mark, name, applied, wants, forgotten }: Head): string =>
  JSON.stringify([
    change,
    mark,
    name,
    Object.entries(applied).sort(),
    Object.entries(wants ?? {}).sort(),
    forgotten ?? [],
  ]);
