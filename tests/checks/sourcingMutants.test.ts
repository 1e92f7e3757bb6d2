import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVitest } from 'vitest/node';
import { type Mutant, SOURCING_MUTANTS } from './mutants/sourcingMutants.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** The rule, what it knows of independence by, and the tests of both. */
const FILES = [...new Set(SOURCING_MUTANTS.map(({ file }) => file)), 'model/records.ts'];
const TESTS = ['sourcingStatus', 'nearIdentical', 'registrableSite'];
/** Random examples may miss a mutant by luck, so only the rows written down count. */
const ROWS = /^(?!for any sources)/;

let folder = '';
/** How many rows of the rule's tests failed, by copy. */
const red = new Map<string, number>();
/** Copies whose tests could not run, which would prove nothing. */
const unloaded: string[] = [];

/** A copy of the rule with its tests, changed in one place. */
function copy(name: string, mutant?: Mutant): void {
  const at = join(folder, name);
  const imports = Object.fromEntries(['evidence', 'model'].map((room) => [`#${room}/*`, `./${room}/*`]));
  mkdirSync(at);
  writeFileSync(join(at, 'package.json'), JSON.stringify({ type: 'module', imports }));
  for (const file of FILES) cpSync(join(ROOT, file), join(at, file));
  for (const file of [...TESTS.map((test) => `${test}.test.ts`), 'aSource.ts'])
    cpSync(join(ROOT, 'tests/unit/evidence', file), join(at, 'tests', file));
  if (!mutant) return;
  const source = readFileSync(join(at, mutant.file), 'utf8');
  expect(source.split(mutant.from), `${mutant.name}: its text stands once in ${mutant.file}`).toHaveLength(2);
  writeFileSync(
    join(at, mutant.file),
    source.replace(mutant.from, () => mutant.to),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimlight-mutants-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  copy('untouched');
  SOURCING_MUTANTS.forEach((mutant, i) => {
    copy(`mutant-${i}`, mutant);
  });
  const vitest = await startVitest('test', [], {
    root: folder,
    config: false,
    watch: false,
    include: ['*/tests/*.test.ts'],
    testNamePattern: ROWS,
    pool: 'threads',
    isolate: false,
    reporters: [{}],
    cache: false,
  });
  for (const file of vitest.state.getTestModules()) {
    const name = file.moduleId.slice(folder.length + 1).split('/')[0] ?? '';
    red.set(name, (red.get(name) ?? 0) + [...file.children.allTests('failed')].length);
    if (file.errors().length > 0) unloaded.push(name);
  }
  await vitest.close();
  // The failures were wanted; they are not this run's.
  process.exitCode = undefined;
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a mutant of the sourcing rule turns its tests red', () => {
  it('and the rule itself does not', () => {
    expect(red.get('untouched')).toBe(0);
    expect(unloaded).toEqual([]);
  });

  it.each(SOURCING_MUTANTS.map(({ name, file }, i) => ({ name, file, i })))('$file: $name', ({ i }) => {
    expect(red.get(`mutant-${i}`)).toBeGreaterThan(0);
  });
});
