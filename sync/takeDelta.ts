import { isWholeRecord, type StoredRecord } from './cells.ts';
import { cellsIn } from './Delta.ts';
import type { Delta } from './DeltaSchema.ts';
import { isText } from './isText.ts';
import { allCells, hiddenCells, type Ledger, shownOf, stampOf } from './Ledger.ts';
import { sameValue } from './sameValue.ts';
import { isKnown, type Stamp, timeOf } from './stamps.ts';

/** Two wordings of one text, neither of whose writers knew the other. */
export interface Conflict {
  path: string;
  /** The one that did not stand. */
  lost: string;
  kept: string;
  /** When the one that stands was written, ms since 1970. */
  time: number;
}

export interface Taken {
  ledger: Ledger;
  /** The record as it is now; undefined where it is not whole (any more). */
  record: StoredRecord | undefined;
  conflicts: Conflict[];
  /** Whether anything was new. */
  isNews: boolean;
  /** It was deleted there and worked on here later: who deleted it may no longer have the rest. */
  outlives: boolean;
}

/**
 * Pure: what another device says of a record, joined with what is known here. The same deltas in any order, any number
 * of times, give the same cells. `record` is what stands here, `ledger` what is known of it.
 */
export function takeDelta(ledger: Ledger | undefined, record: StoredRecord | undefined, delta: Delta): Taken {
  const { store, id } = delta;
  const next: Ledger = ledger
    ? { ...ledger, stamps: { ...ledger.stamps } }
    : { store, id, base: delta.whole ? delta.base : '', stamps: {} };
  const cells = allCells(next, record);
  const conflicts: Conflict[] = [];
  let isNews = !ledger;
  let outlives = false;
  // Of a record that was known in pieces, the rest came.
  const isFirst = next.base === '' && delta.whole === true;
  const before = new Map<string, Stamp>();
  if (isFirst) {
    next.base = delta.base;
    for (const [path, stamp] of Object.entries(next.stamps)) before.set(path, stamp);
  }
  for (const [path, { value, stamp }] of cellsIn(delta, cells.keys())) {
    const mine = isFirst || !ledger ? before.get(path) : stampOf(next, cells, path);
    const current = cells.get(path);
    if (mine !== undefined && mine !== stamp && isText(store, path)) {
      const [ours, theirs] = [textIn(current), textIn(value)];
      const theyKnew = isKnown(delta.known?.[path] ?? {}, mine);
      const weKnew = isKnown(next.known?.[path] ?? {}, stamp);
      const [lost, kept] = stamp > mine ? [ours, theirs] : [theirs, ours];
      if (!theyKnew && !weKnew && lost.trim() !== '' && !kept.includes(lost))
        conflicts.push({ path, lost, kept, time: Math.max(timeOf(stamp), timeOf(mine)) });
    }
    if (mine !== undefined && mine >= stamp) {
      outlives ||= path === 'deletedAt' && mine !== stamp && value !== undefined && current === undefined;
      continue;
    }
    isNews = true;
    cells.set(path, value);
    if (stamp === next.base) delete next.stamps[path];
    else next.stamps[path] = stamp;
    const known = delta.known?.[path];
    if (known) next.known = { ...next.known, [path]: known };
    else if (next.known?.[path]) delete next.known[path];
  }
  const shown = isWholeRecord(store, cells) ? { id, ...shownOf(next, cells) } : undefined;
  next.hidden = hiddenCells(store, cells, shown);
  return { ledger: next, record: shown, conflicts, isNews, outlives: outlives && shown !== undefined };
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A record with one cell given another value than the cells have: what waits for something keeps its place. */
export function withField(taken: Taken, field: string, value: unknown): Taken {
  if (!taken.record || sameValue(taken.record[field], value)) return taken;
  const cells = allCells(taken.ledger, taken.record);
  const record = { ...taken.record, [field]: value };
  return {
    ...taken,
    record,
    ledger: { ...taken.ledger, hidden: hiddenCells(taken.ledger.store, cells, record) },
  };
}
