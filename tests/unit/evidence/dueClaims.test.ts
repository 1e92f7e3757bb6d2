import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askingDay, isDue, localDay, nextDueMoment } from '#evidence/dueClaims.ts';
import type { Claim } from '#model/records.ts';

const claim = (change: Partial<Claim> = {}): Claim => ({
  statement: '',
  type: 'prediction',
  attribution: '',
  status: 'open',
  resolveBy: '2026-03-29',
  ...change,
});

describe('the day on which a claim is asked about', () => {
  it.each([
    ['a prediction', claim(), '2026-03-29'],
    ['another claim to look at again', claim({ type: 'quantity' }), '2026-03-29'],
    ['an answered one', claim({ outcome: 'partly' }), null],
    ['a dropped one', claim({ status: 'dropped' }), null],
    ['one without a day', claim({ resolveBy: undefined }), null],
    ['no claim', undefined, null],
  ])('of %s', (_case, given, day) => {
    expect(askingDay(given)).toBe(day);
  });
});

describe('a day', () => {
  it('is due from its first minute on', () => {
    expect(isDue('2026-03-29', new Date(2026, 2, 28, 23, 59, 59))).toBe(false);
    expect(isDue('2026-03-29', new Date(2026, 2, 29, 0, 0))).toBe(true);
    expect(isDue('2026-03-29', new Date(2027, 0, 1))).toBe(true);
    expect(isDue(null, new Date())).toBe(false);
  });

  // The clocks of a process are set when it starts.
  it.each([
    ['America/Los_Angeles', '2026-03-29T06:30:00Z', '2026-03-28'],
    ['Pacific/Kiritimati', '2026-03-28T10:30:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-28T23:30:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T21:30:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25T22:30:00Z', '2026-10-25'],
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04'],
    ['Pacific/Apia', '2011-12-30T09:59:00Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('in %s at %s is %s', (zone, at, day) => {
    const file = join(import.meta.dirname, '..', '..', '..', 'evidence', 'dueClaims.ts');
    const script = `import { localDay } from ${JSON.stringify(file)}; console.log(localDay(new Date('${at}')))`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe(day);
  });

  it('is written with four digits and zeros', () => {
    expect(localDay(new Date(2026, 0, 2))).toBe('2026-01-02');
  });
});

describe('the next moment at which a day comes', () => {
  const now = new Date(2026, 2, 28, 23, 59);

  it.each([
    ['tomorrow', ['2026-04-02', '2026-03-29'], new Date(2026, 2, 29)],
    ['a day after one that has come', ['2026-03-01', '2026-03-28', '2027-01-01'], new Date(2027, 0, 1)],
    [
      'a day of the calendar, where another is none',
      ['2026-02-31', '2026-04-31', '2026-05-02'],
      new Date(2026, 4, 2),
    ],
  ])('is the midnight of %s', (_case, days, moment) => {
    expect(nextDueMoment(days, now)).toEqual(moment);
  });

  it.each([[[]], [['2026-03-28']], [['2025-12-31', '2026-03-01']]])('is none for %j', (days) => {
    expect(nextDueMoment(days, now)).toBe(null);
  });
});
