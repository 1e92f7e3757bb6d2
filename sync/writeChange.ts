import {
  type Cells,
  cellsOf,
  hasFields,
  isNoField,
  type Member,
  memberPathOf,
  pathOf,
  type Store,
  type StoredRecord,
} from './cells.ts';
import { stampsOf } from './Delta.ts';
import { isText } from './isText.ts';
import { allCells, hiddenCells, type Ledger, shownOf, stampOf, WHOLE } from './Ledger.ts';
import { sameValue } from './sameValue.ts';
import { changeOf, deviceOf, makeStamp, type Stamp, timeOf, type Vector } from './stamps.ts';

/** Who writes, when, and what they know. */
export interface Hand {
  device: string;
  /** Number of this change on its device, from 1. */
  change: number;
  /** The wall clock, ms since 1970. */
  time: number;
  /** What the device knew, with its own changes up to this one. */
  known: Vector;
}

export interface Written {
  ledger: Ledger;
  /** The record as every device will have it: members in the order that all agree on. */
  record: StoredRecord;
  /** Whether others may no longer have the rest of it, or never had it. */
  whole: boolean;
  isChanged: boolean;
}

/** Fields that only the reader fills: a visit, a merge or a count is no work on a record. */
const WORK: Record<Store, Set<string>> = {
  articles: new Set(['note', 'tags', 'archived']),
  annotations: new Set(['note', 'tags', 'claim', 'sources', 'color', 'retarget', 'history']),
  versions: new Set(),
};

/** When a record was made that nobody has written down so far: what it had before sync was set up. */
export function baseOf(record: StoredRecord, device: string): Stamp {
  const at = record.updatedAt ?? record.lastSeenAt ?? record.seenAt;
  return makeStamp(typeof at === 'string' ? Date.parse(at) : 0, 0, device);
}

/**
 * Pure: a change of one record by its reader, written down. `known` is its ledger so far; without one it is new, or as
 * it was when sync was set up.
 */
export function writeChange(
  store: Store,
  known: Ledger | undefined,
  before: StoredRecord | undefined,
  after: StoredRecord,
  hand: Hand,
): Written {
  const id = String(after.id);
  if (!before && !known) {
    // A copy out of a backup is later than what it is a copy of, whatever this device's clock says: where the words of
    // that were replaced elsewhere meanwhile, nobody who replaced them knew of the copy, and both are kept.
    const written = timeOf(baseOf(after, hand.device));
    const base = makeStamp(written > hand.time ? written + 1 : hand.time, hand.change, hand.device);
    return { ledger: { store, id, base, stamps: {} }, record: after, whole: true, isChanged: true };
  }
  const ledger: Ledger = known
    ? { ...known, stamps: { ...known.stamps } }
    : { store, id, base: baseOf(before ?? after, hand.device), stamps: {} };
  const cells = allCells(ledger, before);
  const changed = changedCells(store, before, after, cells, hand);
  const touched = [...changed.keys()];
  if (touched.length === 0 && before) return { ledger, record: after, whole: false, isChanged: false };
  // Who works on something wants it: a delete that was made elsewhere at the same time must not take it along.
  const isWork = touched.some((path) => WORK[store].has(pathOf(store, path).field));
  if (isWork && before && before.deletedAt === undefined && after.deletedAt === undefined)
    changed.set('deletedAt', undefined);
  for (const path of touched) {
    const member = memberPathOf(store, path);
    const value = member !== undefined && !changed.has(member) ? (cells.get(member) as Member) : undefined;
    if (member === undefined || !value) continue;
    // Who goes on with what outlived its removal has it in their hands: it is there again.
    const { off: _, ...there } = value;
    changed.set(member, there);
  }
  const knew = seenIn(ledger, hand.known);
  for (const [path, value] of changed) {
    const over = stampOf(ledger, cells, path);
    ledger.stamps[path] = makeStamp(
      Math.max(hand.time, over === undefined ? 0 : timeOf(over) + 1),
      hand.change,
      hand.device,
    );
    if (isText(store, path) || isRemoval(store, path, value))
      ledger.known = { ...ledger.known, [path]: knew };
    else if (ledger.known?.[path]) ledger.known = without(ledger.known, path);
    cells.set(path, value);
  }
  if (ledger.base === '') ledger.base = makeStamp(hand.time, hand.change, hand.device);
  const record = { ...after, ...ordered(ledger, cells, after) };
  ledger.hidden = hiddenCells(store, cells, record);
  if (ledger.refused) ledger.waitsFor = WHOLE;
  else delete ledger.waitsFor;
  const revived = before?.deletedAt !== undefined && after.deletedAt === undefined;
  return { ledger, record, whole: !before || revived, isChanged: true };
}

/** What a reader of the record can know: not what waits, because no library can hold it. */
function seenIn({ refused = [] }: Ledger, known: Vector): Vector {
  const seen = { ...known };
  for (const stamp of refused.flatMap((delta) => Object.values(stampsOf(delta)))) {
    const device = deviceOf(stamp);
    if (device in seen) seen[device] = Math.min(seen[device] ?? 0, changeOf(stamp) - 1);
  }
  return seen;
}

/** Says something of a record that is no field of it. */
export function writeCell(
  ledger: Ledger,
  record: StoredRecord | undefined,
  path: string,
  value: unknown,
  hand: Hand,
): Ledger {
  const cells = allCells(ledger, record);
  const over = stampOf(ledger, cells, path);
  cells.set(path, value);
  const stamp = makeStamp(Math.max(hand.time, over ? timeOf(over) + 1 : 0), hand.change, hand.device);
  return {
    ...ledger,
    stamps: { ...ledger.stamps, [path]: stamp },
    hidden: hiddenCells(ledger.store, cells, record),
  };
}

/** The cells in which two states differ. What a removed member had stays known, for those who bring it back. */
function changedCells(
  store: Store,
  before: StoredRecord | undefined,
  after: StoredRecord,
  cells: Cells,
  hand: Hand,
): Cells {
  // Of a record that was erased here, pieces may be known.
  const old = before ? cellsOf(store, before) : new Map([...cells].filter(([path]) => !isNoField(path)));
  const fresh = cellsOf(store, after);
  const changed: Cells = new Map();
  const last = new Map<string, number>();
  for (const path of new Set([...old.keys(), ...fresh.keys()])) {
    const { field, group, part } = pathOf(store, path);
    if (!group) {
      if (!sameValue(old.get(path), fresh.get(path))) changed.set(path, fresh.get(path));
    } else if (part !== undefined) {
      const gone = !fresh.has(memberPathOf(store, path) ?? '');
      if (!gone && !sameValue(old.get(path) ?? cells.get(path), fresh.get(path)))
        changed.set(path, fresh.get(path));
    } else if (old.has(path) !== fresh.has(path)) {
      const there = cells.get(path) as Member | undefined;
      if (!fresh.has(path)) changed.set(path, { order: there?.order ?? '0.0000', off: true });
      else {
        const { item } = fresh.get(path) as Member;
        const order = there?.order ?? nextOrder(field, cells, last, hand);
        changed.set(path, item === undefined ? { order } : { order, item });
        // What it had when it was taken out is not what is shown now; others would bring it back.
        for (const part of cells.keys())
          if (part.startsWith(`${path}/`) && !fresh.has(part) && cells.get(part) !== undefined)
            changed.set(part, undefined);
      }
    }
  }
  return changed;
}

/** After all members of the list, also those that a device with a fast clock added. */
function nextOrder(field: string, cells: Cells, last: Map<string, number>, { time }: Hand): string {
  let latest = last.get(field);
  if (latest === undefined) {
    latest = 0;
    for (const [path, value] of cells) {
      if (!path.startsWith(`${field}/`) || typeof (value as Member)?.order !== 'string') continue;
      latest = Math.max(latest, Number.parseInt((value as Member).order.split('.')[0] ?? '0', 36) || 0);
    }
    latest = Math.max(time - 1, latest);
  }
  last.set(field, latest + 1);
  return `${(latest + 1).toString(36).padStart(9, '0')}.0000`;
}

/** Whether a member that has fields of its own is taken out. */
function isRemoval(store: Store, path: string, value: unknown): boolean {
  const { group, part } = pathOf(store, path);
  return group !== undefined && part === undefined && hasFields(group) && (value as Member).off === true;
}

function without(known: Record<string, Vector>, path: string): Record<string, Vector> {
  const { [path]: _, ...rest } = known;
  return rest;
}

/** The lists of a record in the order that every device gives them. */
function ordered(ledger: Ledger, cells: Cells, after: StoredRecord): StoredRecord {
  const lists = Object.entries(shownOf(ledger, cells)).filter(
    ([field, value]) =>
      Array.isArray(value) && Array.isArray(after[field]) && pathOf(ledger.store, `${field}/`).group,
  );
  return Object.fromEntries(lists);
}
