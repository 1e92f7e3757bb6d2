import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CASES } from '../faults/cases.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

it('there are fifty-three cases, each with a test or with what is not there yet', () => {
  expect(CASES.map(({ number }) => number)).toEqual(Array.from({ length: 53 }, (_, at) => at + 1));
  expect(CASES.filter(({ tests, notYet }) => (tests.length === 0) !== (notYet !== undefined))).toEqual([]);
});

it('only case 38 lacks its subject: nothing writes CSV', () => {
  expect(CASES.flatMap(({ number, notYet }) => (notYet ? [number] : []))).toEqual([38]);
  expect(readdirSync(join(ROOT, 'exchange')).filter((file) => /csv/i.test(file))).toEqual([]);
});

it.each(CASES)('case $number names tests that are there', ({ tests }) => {
  for (const [file, title] of tests) expect(readFileSync(join(ROOT, file), 'utf8'), file).toContain(title);
});
