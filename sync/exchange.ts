import type { Carrier } from './Carrier.ts';
import { SyncError, type SyncFault } from './faults.ts';
import { type Found, isCopy, newId, parsePath } from './names.ts';
import type { Replica } from './Replica.ts';
import { type Received, readIfThere, receive, type SeenDevice } from './receive.ts';
import type { Door } from './seal.ts';
import { openSegment } from './sealedFile.ts';
import { headsOf, ownHead, send } from './send.ts';
import { knownToAll } from './stamps.ts';

export interface Exchange {
  carrier: Carrier;
  replica: Replica;
  key: CryptoKey;
  door: Door;
  /** Writes although nothing of this library is there: at set-up, or where the reader says that it was emptied. */
  evenIfEmpty?: boolean;
}

export interface Exchanged {
  /** Records that changed here, texts of which two wordings are kept, files read and written. */
  changed: number;
  conflicts: number;
  read: number;
  written: number;
  devices: SeenDevice[];
  faults: SyncFault[];
}

/**
 * Reads what is new, writes what others can't have yet. Each step leaves everything whole; one that is cut off goes on
 * at the next exchange.
 * @throws SyncError where the carrier is not this library's, CarrierFault where it can't be used.
 */
export async function exchange(what: Exchange): Promise<Exchanged> {
  const { carrier, replica, key, door } = what;
  const paths = [...new Set(await carrier.list())];
  const found = paths.flatMap((path) => parsePath(path) ?? []);
  const faults: SyncFault[] = paths.some(isCopy) ? [{ kind: 'copies' }] : [];
  const { library } = await replica.standing();
  const ours = found.filter((one) => one.library === library);
  if (ours.length === 0 && !what.evenIfEmpty)
    throw new SyncError(found.length > 0 ? 'otherLibrary' : 'emptied', 'Nothing of this library is there');
  if (await meetTwin(carrier, replica, key, ours)) faults.push({ kind: 'twin' });
  const received = await receive(carrier, replica, key, ours);
  const { device } = await replica.standing();
  const own = ours.filter((one) => one.device === device);
  const written = await send({ carrier, replica, key, door, own }, received);
  await forget(replica);
  return { ...told(received), written, faults: [...faults, ...received.faults] };
}

export const told = ({
  changed,
  conflicts,
  files,
  devices,
  faults,
}: Received): Omit<Exchanged, 'written'> => ({
  changed,
  conflicts,
  read: files,
  devices,
  faults,
});

/** What every other device has read need not be kept for sending. */
export async function forget(replica: Replica): Promise<void> {
  const { acks, device } = await replica.standing();
  const known = knownToAll(Object.values(acks))[device];
  if (known !== undefined) await replica.forgetOutgoing(known);
}

/**
 * A profile that was copied, or put back from a backup, meets files of its own name that it has not written. From then
 * on it is a device of its own, and reads the other one's files like anybody's. True where that happened.
 */
async function meetTwin(carrier: Carrier, replica: Replica, key: CryptoKey, ours: Found[]): Promise<boolean> {
  const { device, change, mark } = await replica.standing();
  const own = ours.filter((one) => one.device === device);
  const head = await ownHead(carrier, key, headsOf(own));
  const isOther =
    (await goesFurther(carrier, key, own, change)) ||
    (head !== undefined &&
      (head.change > change ||
        (head.change === change && head.mark !== mark) ||
        (head.change < change &&
          head.change > 0 &&
          ((await replica.markOf(head.change)) ?? head.mark) !== head.mark)));
  if (!isOther) return false;
  // Read again from where the two surely were one.
  await replica.renew(newId(12), 0);
  return true;
}

/** Whether a file of this device's name holds changes that this device has not made. A name alone proves nothing. */
async function goesFurther(carrier: Carrier, key: CryptoKey, own: Found[], change: number): Promise<boolean> {
  for (const one of own) {
    const last = one.kind === 'segment' ? one.to : one.kind === 'snapshot' ? one.at : 0;
    if (last <= change) continue;
    const bytes = await readIfThere(carrier, one.path);
    const opened = bytes && (await openSegment(key, one.path, bytes));
    if (opened && 'content' in opened) return true;
  }
  return false;
}
