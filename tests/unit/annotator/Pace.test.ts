import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pace } from '#annotator/Pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('looks at most twice a second, though the page changes ten thousand times, for a minute', async () => {
  const stop = new AbortController();
  const rounds: number[] = [];
  const pace = new Pace(async () => void rounds.push(performance.now()), stop.signal);
  for (let tick = 0; tick < 60_000; tick++) {
    for (let n = 0; n < 10; n++) pace.ask();
    await vi.advanceTimersByTimeAsync(1);
  }
  expect(rounds.length).toBeGreaterThan(100);
  expect(rounds.length).toBeLessThanOrEqual(121);
  for (let at = 2; at < rounds.length; at++)
    expect((rounds[at] ?? 0) - (rounds[at - 2] ?? 0)).toBeGreaterThanOrEqual(1_000);
});
