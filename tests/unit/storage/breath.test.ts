import { expect, it } from 'vitest';
import { breath } from '#storage/breath.ts';

/** Works for longer than a stretch may be. */
function work() {
  const until = performance.now() + 15;
  while (performance.now() < until);
}

it('gives way after long work: at once where a step is long, after many where steps are short', () => {
  const [long, short] = [breath(1), breath()];
  work();
  expect(long()).toBeInstanceOf(Promise);
  expect(short()).toBeUndefined();
  const later = Array.from({ length: 63 }, () => short());
  expect(later.filter(Boolean)).toHaveLength(1);
  expect(later.at(-1)).toBeInstanceOf(Promise);
});
