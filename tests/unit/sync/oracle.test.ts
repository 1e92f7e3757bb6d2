import fc from 'fast-check';
import { getHlcFunctions } from 'tinybase/common';
import { createMergeableStore, type MergeableStore } from 'tinybase/mergeable-store';
import { expect, it } from 'vitest';
import type { StoredRecord } from '#sync/cells.ts';
import { deltaSince, wholeDelta } from '#sync/Delta.ts';
import type { Delta } from '#sync/DeltaSchema.ts';
import type { Ledger } from '#sync/Ledger.ts';
import { changeOf, deviceOf, joined, type Stamp, timeOf, type Vector } from '#sync/stamps.ts';
import { type Conflict, takeDelta } from '#sync/takeDelta.ts';
import { writeChange } from '#sync/writeChange.ts';

/*
 * TinyBase's MergeableStore merges single cells by a clock, too, and was written by others. What stands in a field must be
 * the same in both. What ours does beyond that (members of lists, texts of which both wordings are kept, deletes) it
 * knows nothing of.
 */

const [, , encodeHlc] = getHlcFunctions('test');
/** Between two writes of one moment both let the device decide; ids whose order is the same in both. */
const IDS = ['quayquayquay', 'portportport', 'ferryferryfe', 'tollstollsto'].toSorted((a, b) =>
  encodeHlc(0, 0, a) < encodeHlc(0, 0, b) ? -1 : 1,
);
const DEVICES = IDS.map((_, number) => `${'d'.repeat(11)}${number}`);
const HERE = Object.fromEntries(DEVICES.map((device, number) => [device, IDS[number] ?? '']));
const START = Date.parse('2026-03-04T10:00:00Z');
const FIELDS = ['note', 'color', 'url', 'language'] as const;
type Field = (typeof FIELDS)[number];
const AT = ['annotations', 'one'] as const;

/** A device of ours with a store of theirs beside it. */
class Pair {
  record: StoredRecord | undefined;
  ledger: Ledger | undefined;
  known: Vector = {};
  readonly deltas: Delta[] = [];
  readonly conflicts: Conflict[] = [];
  #change = 0;
  readonly device: string;
  readonly #skew: number;
  readonly theirs: MergeableStore;
  /** What theirs takes for now. */
  clock: number;

  constructor(number: number, skew: number, clock: number) {
    this.clock = clock;
    this.device = DEVICES[number] ?? '';
    this.#skew = skew;
    this.theirs = createMergeableStore(IDS[number], () => this.clock + this.#skew);
  }

  /** Ours writes; gives the stamp of what was written. */
  write(now: number, fields: StoredRecord): Stamp {
    const change = ++this.#change;
    this.known = { ...this.known, [this.device]: change };
    const hand = { device: this.device, change, time: now + this.#skew, known: this.known };
    const after = { ...this.record, ...fields, id: 'one' };
    const isNew = this.record === undefined;
    const { ledger, record } = writeChange('annotations', this.ledger, this.record, after, hand);
    [this.ledger, this.record] = [ledger, record];
    const delta = isNew
      ? wholeDelta(ledger, record)
      : deltaSince(ledger, record, { device: this.device, from: change, to: change });
    if (delta) this.deltas.push(delta);
    const [field = ''] = Object.keys(fields);
    return ledger.stamps[field] ?? ledger.base;
  }

  /** Theirs is told the same with the same clock. */
  tell(field: Field, stamp: Stamp): void {
    const [table, row] = AT;
    const hlc = encodeHlc(timeOf(stamp), changeOf(stamp), HERE[deviceOf(stamp)]);
    const value = this.record?.[field] as string | undefined;
    this.theirs.applyMergeableChanges([[{ [table]: [{ [row]: [{ [field]: [value, hlc] }] }] }], [{}], 1]);
  }

  take(other: Pair, isBackwards: boolean): void {
    for (const delta of isBackwards ? other.deltas.toReversed() : other.deltas) {
      const taken = takeDelta(this.ledger, this.record, delta);
      [this.ledger, this.record] = [taken.ledger, taken.record];
      this.conflicts.push(...taken.conflicts);
      if (!this.deltas.includes(delta)) this.deltas.push(delta);
    }
    this.known = joined(this.known, other.known);
    this.theirs.applyMergeableChanges(other.theirs.getMergeableContent());
  }

  ours(): Record<Field, unknown> {
    return Object.fromEntries(FIELDS.map((field) => [field, this.record?.[field]])) as Record<Field, unknown>;
  }

  theirFields(): Record<Field, unknown> {
    return Object.fromEntries(FIELDS.map((field) => [field, this.theirs.getCell(...AT, field)])) as Record<
      Field,
      unknown
    >;
  }
}

const FIRST = {
  createdAt: '2026-03-04T09:00:00.000Z',
  updatedAt: '2026-03-04T09:00:00.000Z',
  ...{ note: 'first', color: 'yellow', url: 'https://quay.example/', language: 'en' },
};

/** Devices that all have one record, written by the first. */
function start(skews: number[], clock: number): Pair[] {
  const pairs = skews.map((skew, number) => new Pair(number, skew, clock));
  const [first, ...others] = pairs;
  if (!first) return [];
  const stamp = first.write(START, FIRST);
  for (const field of FIELDS) first.tell(field, stamp);
  for (const other of others) other.take(first, false);
  return pairs;
}

const hours = fc.integer({ min: -9, max: 9 }).map((one) => one * 3_600_000);
const step = fc.oneof(
  fc.record({
    who: fc.nat(3),
    field: fc.constantFrom(...FIELDS),
    value: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
    later: fc.nat(3).map((one) => one * 60_000),
  }),
  fc.record({ who: fc.nat(3), from: fc.nat(3), isBackwards: fc.boolean() }),
);

it('what stands in a field is what TinyBase keeps of the same writes with the same clocks, in any order of arrival', () => {
  fc.assert(
    fc.property(
      fc.array(hours, { minLength: 2, maxLength: 4 }),
      fc.array(step, { minLength: 1, maxLength: 60 }),
      (skews, steps) => {
        // Theirs refuses what is more than five minutes ahead of its clock.
        const pairs = start(skews, START + 30 * 86_400_000);
        const at = (number: number) => pairs[number % pairs.length] as Pair;
        let now = START;
        for (const one of steps) {
          const pair = at(one.who);
          if ('from' in one) pair.take(at(one.from), one.isBackwards);
          else {
            now += one.later;
            if (pair.record?.[one.field] === one.value) continue;
            pair.tell(one.field, pair.write(now, { [one.field]: one.value }));
          }
          expect(pair.ours()).toEqual(pair.theirFields());
        }
        for (let round = 0; round < 2; round++) for (const a of pairs) for (const b of pairs) a.take(b, true);
        for (const pair of pairs) {
          expect(pair.ours()).toEqual(pair.theirFields());
          expect(pair.ours()).toEqual(at(0).ours());
        }
      },
    ),
    { numRuns: 500, seed: 20_261_130 },
  );
});

it('differs on purpose where a clock is wrong: it moves no other one, and of a text both wordings are kept', () => {
  const [near, fast, far] = start([0, 4 * 60_000, 0], START) as [Pair, Pair, Pair];
  const write = (pair: Pair, minutes: number, field: Field, value: string) => {
    pair.write(START + minutes * 60_000, { [field]: value });
    pair.clock = START + minutes * 60_000;
    pair.theirs.setCell(...AT, field, value);
  };
  write(fast, 1, 'color', 'pink');
  near.take(fast, false);
  write(near, 2, 'note', 'earlier, by who met the fast clock');
  write(far, 3, 'note', 'later');
  for (const one of [near, far]) for (const other of [fast, near, far]) one.take(other, false);
  for (const one of [near, far]) {
    expect(one.theirFields()).toMatchObject({ note: 'earlier, by who met the fast clock', color: 'pink' });
    expect(one.ours()).toMatchObject({ note: 'later', color: 'pink' });
    expect(one.conflicts).toContainEqual(
      expect.objectContaining({ lost: 'earlier, by who met the fast clock', kept: 'later' }),
    );
  }
});
