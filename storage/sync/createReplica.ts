import { WHOLE } from '#sync/Ledger.ts';
import type { Replica, Standing } from '#sync/Replica.ts';
import { joined } from '#sync/stamps.ts';
import { LibraryError } from '../errors.ts';
import { latestVersion } from '../migrations.ts';
import type { Reader } from '../read.ts';
import type { Writer } from '../write.ts';
import { everything } from './everything.ts';
import { outgoing } from './outgoing.ts';
import type { SyncMeta } from './SyncMeta.ts';
import { readSetup } from './setup.ts';
import { takeAgain, takeItems } from './takeItems.ts';

/** The library as an exchange sees it. What comes in during one exchange is one action of the history. */
export function createReplica(reader: Reader, writer: Writer, now: () => string, actionId: string): Replica {
  const read = async (): Promise<SyncMeta> => {
    const meta = await reader.read((transaction) => transaction.objectStore('meta').get('library'));
    if (!meta?.sync) throw new LibraryError('refused', 'Sync is not set up');
    return meta.sync;
  };
  const change = async (next: (sync: SyncMeta) => SyncMeta) => {
    await writer.write({ quiet: () => true }, async ({ meta }) => {
      if (meta.sync) meta.sync = next(meta.sync);
    });
  };

  return {
    records: latestVersion(),
    now: () => Date.parse(now()),
    async standing(): Promise<Standing> {
      const { library, device, change: last, mark, applied, acks } = await read();
      const setup = await readSetup(reader);
      const { name = '', forgotten = [] } = setup ?? {};
      return { library, device, name, change: last, mark, applied, acks, forgotten };
    },
    outgoing: (from, last) => outgoing(reader, from, last),
    markOf: (number) =>
      reader.read(async (transaction) => (await transaction.objectStore('outbox').get(number))?.mark),
    everything: () => everything(reader),

    async take(segment, knownAfter) {
      const { result } = await writer.write({ kind: 'sync', actionId }, async (writing) => {
        const { changeLog, meta } = writing;
        if (!changeLog || !meta.sync) throw new LibraryError('refused', 'Sync was left meanwhile');
        const arrived = await takeItems(writing, changeLog, segment.items);
        meta.sync = { ...meta.sync, applied: joined(meta.sync.applied, knownAfter) };
        return arrived;
      });
      return result;
    },

    async takeAgain() {
      const isThere = await reader.read((transaction) =>
        transaction.objectStore('ledgers').index('waitsFor').count(WHOLE),
      );
      if (isThere === 0) return { changed: 0, conflicts: 0, waiting: [] };
      const { result } = await writer.write({ kind: 'sync', actionId }, async (writing) => {
        const { changeLog } = writing;
        if (!changeLog) throw new LibraryError('refused', 'Sync was left meanwhile');
        return takeAgain(writing, changeLog);
      });
      return result;
    },

    noteAck: (device, known) => change((sync) => ({ ...sync, acks: { ...sync.acks, [device]: known } })),

    async forgetOutgoing(upTo) {
      const isThere = await reader.read((transaction) =>
        transaction.objectStore('outbox').count(IDBKeyRange.upperBound(upTo)),
      );
      if (isThere === 0) return;
      await writer.write({ quiet: () => true }, async ({ transaction }) => {
        await transaction.objectStore('outbox').delete(IDBKeyRange.upperBound(upTo));
      });
    },

    renew: async (device, readUpTo) => {
      await writer.write({ quiet: () => true }, async ({ meta, transaction }) => {
        if (!meta.sync) return;
        const { device: old, applied } = meta.sync;
        await transaction.objectStore('outbox').clear();
        meta.sync = { ...meta.sync, device, change: 0, mark: '', applied: { ...applied, [old]: readUpTo } };
      });
    },
  };
}
