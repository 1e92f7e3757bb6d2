import { bundleIn, bundleOut } from '#sync/bundle.ts';
import { type Exchanged, exchange, forget, told } from '#sync/exchange.ts';
import { SyncError, type SyncFault } from '#sync/faults.ts';
import { newId, parsePath } from '#sync/names.ts';
import { receive } from '#sync/receive.ts';
import { send } from '#sync/send.ts';
import { knownToAll } from '#sync/stamps.ts';
import type { BackupVerbs } from '../backup/verbs.ts';
import type { Connection } from '../connection.ts';
import { LibraryError } from '../errors.ts';
import type { Reader } from '../read.ts';
import type { Writer } from '../write.ts';
import { createReplica } from './createReplica.ts';
import { previewMerge } from './previewMerge.ts';
import { knownHere } from './SyncMeta.ts';
import { clearSetup, readLast, readSetup, writeLast, writeSetup } from './setup.ts';
import type { LastExchange, Setup, SyncStanding, SyncVerbs } from './verbs.ts';

/** Held during an exchange, in whichever context. */
const LOCK = 'claimlight sync';

export interface SyncParts {
  reader: Reader;
  writer: Writer;
  connection: Connection;
  backup: BackupVerbs['backup'];
  now: () => string;
  newId: () => string;
}

export function syncVerbs(parts: SyncParts): SyncVerbs['sync'] {
  const { reader, writer, connection, now } = parts;
  const replica = () => createReplica(reader, writer, now, parts.newId());

  async function setupOrThrow(): Promise<Setup> {
    const setup = await readSetup(reader);
    if (!setup) throw new LibraryError('refused', 'Sync is not set up');
    return setup;
  }

  /** Does it alone, and remembers how it went. */
  function remembered(work: (setup: Setup) => Promise<Exchanged>): Promise<Exchanged> {
    return navigator.locks.request(LOCK, async () => {
      const setup = await setupOrThrow();
      const before = await readLast(reader);
      const note = (last: Partial<LastExchange>) =>
        writeLast(connection, {
          at: before?.at ?? now(),
          ok: false,
          devices: before?.devices ?? [],
          faults: [],
          ...last,
        });
      try {
        const done = await work(setup);
        const devices = [...(before?.devices ?? []), ...done.devices];
        const latest = [...new Map(devices.map((one) => [one.device, one])).values()];
        await note({ at: now(), ok: true, devices: latest, faults: done.faults });
        return done;
      } catch (error) {
        const { kind } = error as { kind?: LastExchange['faults'][number]['kind'] };
        await note({ faults: [{ kind: kind ?? 'interrupted' }] });
        throw error;
      }
    });
  }

  return {
    async standing(): Promise<SyncStanding | null> {
      // The library's own record says whether there is anything to look for: one read where there is not.
      const meta = await reader.read((transaction) => transaction.objectStore('meta').get('library'));
      const sync = meta?.sync;
      if (!sync) return null;
      const [setup, last] = await Promise.all([readSetup(reader), readLast(reader)]);
      if (!setup) return null;
      const acks = Object.values(sync.acks);
      const read = acks.length === 0 ? -1 : (knownToAll(acks)[sync.device] ?? -1);
      return {
        library: sync.library,
        device: sync.device,
        change: sync.change,
        known: knownHere(sync),
        setup,
        last,
        waiting: sync.change - Math.max(read, 0),
        others: acks.length,
      };
    },

    preview: (carrier, key, library) => previewMerge(reader, now, carrier, key, library),

    async begin({ name, carrier, folder, key, door }) {
      await parts.backup.snapshotIfDue(0);
      await writeSetup(connection, { name, carrier, folder, key, door, forgotten: [], paused: false });
      await writer.write({}, async ({ meta, transaction }) => {
        await Promise.all([
          transaction.objectStore('ledgers').clear(),
          transaction.objectStore('outbox').clear(),
        ]);
        meta.sync = { library: door.library, device: newId(12), change: 0, mark: '', applied: {}, acks: {} };
      });
    },

    exchange: (carrier, { evenIfEmpty = false } = {}) =>
      remembered(({ key, door }) => exchange({ carrier, replica: replica(), key, door, evenIfEmpty })),

    takeFile: (bytes) =>
      remembered(async ({ key, door }) => {
        const { carrier, isWhole } = bundleIn(bytes);
        const found = (await carrier.list()).flatMap((path) => parsePath(path) ?? []);
        const ours = found.filter((one) => one.library === door.library);
        if (ours.length === 0)
          throw new SyncError(found.length > 0 ? 'otherLibrary' : 'noLibrary', 'Not of this library');
        const into = replica();
        const received = await receive(carrier, into, key, ours);
        await forget(into);
        const faults: SyncFault[] = isWhole ? received.faults : [{ kind: 'cut' }, ...received.faults];
        return { ...told(received), written: 0, faults };
      }),

    async makeFile() {
      const { key, door } = await setupOrThrow();
      const { carrier, file } = bundleOut();
      const from = replica();
      const { acks, device } = await from.standing();
      const known = Object.values(acks);
      // By hand, a file goes to one device; where there are more, each must be able to pass on what it got.
      const since = known.length === 1 ? (known[0]?.[device] ?? -1) : -1;
      await send({ carrier, replica: from, key, door, own: [], since }, { wants: {}, wanted: undefined });
      return file();
    },

    change: async (changed) => writeSetup(connection, { ...(await setupOrThrow()), ...changed }),

    async forget(device) {
      const setup = await setupOrThrow();
      await writeSetup(connection, { ...setup, forgotten: [...new Set([...setup.forgotten, device])] });
      await writer.write({ quiet: () => true }, async ({ meta }) => {
        if (!meta.sync) return;
        const { [device]: _, ...acks } = meta.sync.acks;
        meta.sync = { ...meta.sync, acks };
      });
      const last = await readLast(reader);
      if (last)
        await writeLast(connection, {
          ...last,
          devices: last.devices.filter((one) => one.device !== device),
        });
    },

    leave: () =>
      navigator.locks.request(LOCK, async () => {
        await writer.write({}, async ({ meta, transaction }) => {
          await Promise.all([
            transaction.objectStore('ledgers').clear(),
            transaction.objectStore('outbox').clear(),
          ]);
          delete meta.sync;
        });
        await clearSetup(connection);
      }),
  };
}
