import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CASES } from '../faults/cases.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

it('there are at least fifty-three cases, each with a test', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(53);
  expect(CASES.map(({ number }) => number)).toEqual(CASES.map((_, at) => at + 1));
  expect(CASES.filter(({ tests }) => tests.length === 0)).toEqual([]);
});

it.each(CASES)('case $number names tests that are there', ({ tests }) => {
  for (const [file, title] of tests) expect(readFileSync(join(ROOT, file), 'utf8'), file).toContain(title);
});
