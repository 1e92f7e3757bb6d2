import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Allowance } from '#annotator/Allowance.ts';
import { Pace } from '#annotator/Pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // The tests’ clock, which knows nothing of signals.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const end = new AbortController();
    setTimeout(() => end.abort(), ms);
    return end.signal;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('looks at most twice a second, though the page changes ten thousand times, for a minute', async () => {
  const stop = new AbortController();
  const rounds: number[] = [];
  const pace = new Pace(async () => void rounds.push(performance.now()), new Allowance(), stop.signal);
  for (let tick = 0; tick < 60_000; tick++) {
    for (let n = 0; n < 10; n++) pace.ask();
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(rounds.length).toBeGreaterThan(100);
  expect(rounds.length).toBeLessThanOrEqual(121);
  for (let at = 2; at < rounds.length; at++)
    expect((rounds[at] ?? 0) - (rounds[at - 2] ?? 0)).toBeGreaterThanOrEqual(1_000);
});

it('looks within two seconds where the reader acts, whatever was spent, and then only', async () => {
  const stop = new AbortController();
  const allowance = new Allowance();
  const rounds: number[] = [];
  const pace = new Pace(
    async () => {
      rounds.push(performance.now());
      allowance.spend(400);
    },
    allowance,
    stop.signal,
  );
  const go = async (ms: number, isActing: boolean) => {
    for (let tick = 0; tick < ms / 10; tick++) {
      pace.ask();
      if (isActing && allowance.grant()) pace.hurry();
      await vi.advanceTimersByTimeAsync(10);
    }
    return rounds.splice(0);
  };
  expect((await go(30_000, false)).length).toBe(1);
  const acting = await go(20_000, true);
  expect(acting.length).toBeGreaterThanOrEqual(9);
  for (const [at, time] of acting.entries())
    if (at > 0) expect(time - (acting[at - 1] ?? 0)).toBeGreaterThanOrEqual(1_990);
  expect((await go(30_000, false)).length).toBeLessThanOrEqual(1);
});

it.each([1, 30, 400])(
  'spends less than a hundredth of the time on looks of %d ms at a page that never rests',
  async (cost) => {
    const stop = new AbortController();
    const allowance = new Allowance();
    let spent = 0;
    const pace = new Pace(
      async () => {
        spent += cost;
        allowance.spend(cost);
      },
      allowance,
      stop.signal,
    );
    const minutes = 10;
    for (let tick = 0; tick < minutes * 6_000; tick++) {
      pace.ask();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(spent).toBeGreaterThan(0);
    expect(spent / (minutes * 60_000)).toBeLessThan(0.01);
  },
);
