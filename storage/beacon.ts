import * as v from 'valibot';
import type { Loss } from './LibraryStanding.ts';
import type { Meta } from './stores.ts';

/** A small store outside IndexedDB (storage.local), which survived every damage that emptied a database. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

const KEY = 'libraryBeacon';

const LossSchema = v.object({
  libraryId: v.string(),
  noticedAt: v.string(),
  expected: v.number(),
  found: v.number(),
});
const BeaconSchema = v.object({
  libraryId: v.string(),
  seq: v.number(),
  count: v.number(),
  loss: v.optional(LossSchema),
});
type Light = v.InferOutput<typeof BeaconSchema>;

/**
 * Remembers, outside the database, how far the library had come: browsers present a damaged database
 * as an empty one without an error, and only a witness elsewhere can tell.
 */
export interface Beacon {
  /** What was remembered before the database is read; `undefined` when nothing was. */
  read(): Promise<Light | undefined>;
  /** Follows a committed write. */
  follow(meta: Meta): Promise<void>;
  /** Compares what was remembered with what is there; a difference is kept as a loss until it is cleared. */
  compare(seen: Light | undefined, meta: Meta, found: number, now: string): Promise<Loss | undefined>;
  clearLoss(meta: Meta): Promise<void>;
}

export function createBeacon(store: KeyValue): Beacon {
  async function read(): Promise<Light | undefined> {
    const result = v.safeParse(BeaconSchema, await store.get(KEY));
    return result.success ? result.output : undefined;
  }

  function light(meta: Meta, loss: Loss | undefined): Light {
    return { libraryId: meta.libraryId, seq: meta.seq, count: meta.count, ...(loss && { loss }) };
  }

  return {
    read,

    async follow(meta) {
      const seen = await read();
      const known = !seen || seen.libraryId === meta.libraryId || meta.formerIds.includes(seen.libraryId);
      // Another library's beacon is evidence of a loss: `compare` has to see it first.
      if (!known) return;
      // Contexts finish in any order; the beacon never goes back.
      if (seen?.libraryId === meta.libraryId && seen.seq >= meta.seq) return;
      await store.set(KEY, light(meta, seen?.loss));
    },

    async compare(seen, meta, found, now) {
      const loss = seen?.loss ?? lossBetween(seen, meta, found, now);
      const current =
        seen && seen.libraryId === meta.libraryId && seen.seq === meta.seq && seen.loss === loss;
      if (!current) await store.set(KEY, light(meta, loss));
      return loss;
    },

    async clearLoss(meta) {
      await store.set(KEY, light(meta, undefined));
    },
  };
}

/** Pure: what is missing in the database according to the beacon and to the database's own count. */
function lossBetween(
  seen: Light | undefined,
  meta: Meta,
  found: number,
  noticedAt: string,
): Loss | undefined {
  if (seen && seen.libraryId !== meta.libraryId && !meta.formerIds.includes(seen.libraryId)) {
    // Nothing was in the other one, so nothing was lost.
    if (seen.count === 0) return undefined;
    return { libraryId: seen.libraryId, noticedAt, expected: seen.count, found };
  }
  if (seen && seen.libraryId === meta.libraryId && seen.seq > meta.seq) {
    return { libraryId: meta.libraryId, noticedAt, expected: Math.max(seen.count, meta.count), found };
  }
  if (found < meta.count) return { libraryId: meta.libraryId, noticedAt, expected: meta.count, found };
  return undefined;
}
