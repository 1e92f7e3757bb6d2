import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptBackups } from '#storage/backup/keptBackups.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-03-02T10:00:00.000Z');
const file = (day: number, hour = 0) => ({
  id: day * 100 + hour,
  name: `claimlight-${day}.jsonl.gz`,
  at: new Date(START + day * DAY + hour * 3_600_000).toISOString(),
});

/** Files kept after one was written on each of the days, as the program does it. */
const afterDays = (days: number[]) => {
  let kept: ReturnType<typeof file>[] = [];
  for (const day of days) kept = keptBackups([...kept, file(day)]);
  return kept.map(({ id }) => id / 100);
};

describe('dated backups', () => {
  it('keeps the last 7 days and the newest of each of the last 4 weeks', () => {
    // Day 0 is a Monday, so the Sundays are 6, 13, 20, 27, 34.
    const days = Array.from({ length: 38 }, (_, day) => day);
    expect(afterDays(days)).toEqual([37, 36, 35, 34, 33, 32, 31, 27, 20]);
  });

  it('keeps old ones through a month without changes', () => {
    expect(afterDays([0, 1, 2, 60])).toEqual([60, 2, 1, 0]);
  });

  it('keeps the newest of a day', () => {
    expect(keptBackups([file(3, 1), file(3, 9), file(3, 5)]).map(({ id }) => id)).toEqual([309]);
  });

  it('always keeps the newest, and never more than 11', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400), { minLength: 1 }), (days) => {
        const kept = keptBackups(days.map((day) => file(day)));
        expect(kept[0]?.id).toBe(Math.max(...days) * 100);
        expect(kept.length).toBeLessThanOrEqual(11);
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(7, days.length));
      }),
    );
  });
});
