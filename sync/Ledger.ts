import {
  type Cells,
  cellsOf,
  type Member,
  pathOf,
  recordOf,
  type Store,
  type StoredRecord,
} from './cells.ts';
import type { Delta } from './DeltaSchema.ts';
import { sameValue } from './sameValue.ts';
import { isKnown, type Stamp, type Vector } from './stamps.ts';

/**
 * What is kept beside a record: when each of its cells was written, and the cells that do not show in it (members that
 * were taken out, records that are not whole yet, what was merged into what). A record without one is as it was when
 * sync was set up.
 */
export interface Ledger {
  store: Store;
  id: string;
  /** When the record was made, for every cell that has no stamp of its own; empty where only pieces are known. */
  base: Stamp;
  stamps: Record<string, Stamp>;
  /** Cells that the record does not show. Absent: there are none yet. */
  hidden?: Record<string, unknown>;
  /**
   * What the writer of a text knew: tells a text that replaces another from one written at the same time. And what was
   * known to whoever took out a claim or a source.
   */
  known?: Record<string, Vector>;
  /** What others said of the record that no library can hold, as it came: it is tried again. */
  refused?: Delta[];
  /** The article that must come first, or `WHOLE`. */
  waitsFor?: string;
}

/** What a record waits for whose cells no library can hold as they are; no record has this id. */
export const WHOLE = '!whole';

/** All cells of a record, shown and hidden ones. */
export function allCells(ledger: Pick<Ledger, 'store' | 'hidden'>, record: StoredRecord | undefined): Cells {
  const { store, hidden } = ledger;
  const shown: Cells = record ? cellsOf(store, record) : new Map();
  if (!hidden) return shown;
  const cells: Cells = new Map(shown);
  for (const [path, value] of Object.entries(hidden)) {
    const { group, part } = pathOf(store, path);
    if (!group || part !== undefined) {
      cells.set(path, value);
      continue;
    }
    const item = (value as Member).item ?? (shown.get(path) as Member | undefined)?.item;
    cells.set(path, item === undefined ? value : { ...(value as Member), item });
  }
  return cells;
}

/**
 * What the cells show. A claim or a source that was taken out takes along only what was known to whoever did it: what
 * another device wrote into it meanwhile would vanish unseen, so it stays, with all it has.
 */
export function shownOf(ledger: Ledger, cells: Cells): StoredRecord {
  return recordOf(ledger.store, cells, (member) => {
    const known = ledger.known?.[member];
    if (!known) return false;
    for (const [path, value] of cells) {
      if (value === undefined || !path.startsWith(`${member}/`)) continue;
      const stamp = stampOf(ledger, cells, path);
      if (stamp !== undefined && !isKnown(known, stamp)) return true;
    }
    return false;
  });
}

/** The cells that a record does not show, and where each member stands. */
export function hiddenCells(
  store: Store,
  cells: Cells,
  record: StoredRecord | undefined,
): Record<string, unknown> {
  const shown: Cells = record ? cellsOf(store, record) : new Map();
  const hidden: [string, unknown][] = [];
  for (const [path, value] of cells) {
    const { group, part } = pathOf(store, path);
    if (!group || part !== undefined) {
      if (value !== undefined && !sameValue(shown.get(path), value)) hidden.push([path, value]);
    } else {
      const { item: _, ...place } = value as Member;
      hidden.push([path, shown.has(path) || place.off ? place : value]);
    }
  }
  return Object.fromEntries(hidden);
}

/** When a cell was written; undefined where it never was. */
export function stampOf(ledger: Ledger, cells: Cells, path: string): Stamp | undefined {
  const own = ledger.stamps[path];
  if (own !== undefined || ledger.base === '') return own;
  // A record says of each of its own fields whether it is there; of members, it only says which are.
  return !pathOf(ledger.store, path).group || cells.has(path) ? ledger.base : undefined;
}
