import { pathOf, type StoredRecord } from './cells.ts';
import type { Delta } from './DeltaSchema.ts';
import { allCells, type Ledger, stampOf } from './Ledger.ts';
import { changeOf, deviceOf, type Stamp, type Vector } from './stamps.ts';

/** The cells that `device` wrote in its changes `from` to `to`; undefined where there are none. */
export function deltaSince(
  ledger: Ledger,
  record: StoredRecord | undefined,
  { device, from, to }: { device: string; from: number; to: number },
): Delta | undefined {
  return deltaOf(ledger, record, (stamp) => {
    const change = changeOf(stamp);
    return deviceOf(stamp) === device && change >= from && change <= to;
  });
}

/** All cells of a record. */
export function wholeDelta(ledger: Ledger, record: StoredRecord | undefined): Delta | undefined {
  const delta = deltaOf(ledger, record, () => true);
  // Pieces of a record, and what is left of one that was erased, are pieces.
  return delta && ledger.base !== ''
    ? { ...delta, base: ledger.base, ...restamped(delta, ledger.base), whole: true }
    : delta;
}

function deltaOf(
  ledger: Ledger,
  record: StoredRecord | undefined,
  wanted: (stamp: Stamp) => boolean,
): Delta | undefined {
  const { store, id } = ledger;
  const cells = allCells(ledger, record);
  const stamps: Record<string, Stamp> = {};
  for (const path of new Set([...cells.keys(), ...Object.keys(ledger.stamps)])) {
    const stamp = stampOf(ledger, cells, path);
    if (stamp !== undefined && wanted(stamp)) stamps[path] = stamp;
  }
  const paths = Object.keys(stamps);
  if (paths.length === 0) return undefined;
  const base = mostCommon(Object.values(stamps));
  const own = Object.entries(stamps).filter(([, stamp]) => stamp !== base);
  const absent = paths.filter((path) => cells.get(path) === undefined);
  const known = Object.entries(ledger.known ?? {}).filter(([path]) => path in stamps);
  return {
    store,
    id,
    base,
    values: Object.fromEntries(
      paths.filter((path) => cells.get(path) !== undefined).map((path) => [path, cells.get(path)]),
    ),
    ...(absent.length > 0 && { absent }),
    ...(own.length > 0 && { stamps: Object.fromEntries(own) }),
    ...(known.length > 0 && { known: Object.fromEntries(known) as Record<string, Vector> }),
  };
}

/** The same stamps, told from another one that most have. */
function restamped(delta: Delta, base: Stamp): { stamps?: Record<string, Stamp> } {
  const stamps = Object.entries(stampsOf(delta)).filter(([, stamp]) => stamp !== base);
  return stamps.length > 0 ? { stamps: Object.fromEntries(stamps) } : {};
}

/** Each cell of a delta with its stamp. */
export function stampsOf({ values, absent = [], stamps = {}, base }: Delta): Record<string, Stamp> {
  return Object.fromEntries([...Object.keys(values), ...absent].map((path) => [path, stamps[path] ?? base]));
}

/** The cells of a delta by path; of a whole one also the fields that it has not. */
export function cellsIn(
  delta: Delta,
  fields: Iterable<string>,
): Map<string, { value: unknown; stamp: Stamp }> {
  const all = new Map<string, { value: unknown; stamp: Stamp }>();
  for (const [path, stamp] of Object.entries(stampsOf(delta)))
    all.set(path, { value: delta.values[path], stamp });
  if (delta.whole)
    for (const path of fields)
      if (!all.has(path) && !pathOf(delta.store, path).group)
        all.set(path, { value: undefined, stamp: delta.base });
  return all;
}

function mostCommon(stamps: Stamp[]): Stamp {
  const counts = new Map<Stamp, number>();
  for (const stamp of stamps) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
