import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
});
const files = stdout
  .split('\n')
  .filter((file) => /\.(?:[cm]?[jt]sx?|json|ya?ml|md|css|html|svg)$/.test(file) || file === '.ci/run');

it('no file names a place of one machine', () => {
  // Put together here, so that this file is not its own finding.
  const places = [
    ['', 'work', 'main'],
    ['', 'work', 'shared'],
    ['', 'root', ''],
    ['', 'home', '\\w+', ''],
  ].map((parts) => parts.join('/'));
  const pattern = new RegExp(`(?<![\\w.*-])(?:${places.join('|')})`);
  expect(files.length).toBeGreaterThan(100);
  const wrong = files.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(wrong).toEqual([]);
});

it('no test is skipped, focused or waits for a fixed time', () => {
  const pattern = /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b|waitForTimeout/;
  const tests = files.filter(
    (file) =>
      file.startsWith('tests/') && /\.test\.tsx?$/.test(file) && !file.endsWith('checks/repository.test.ts'),
  );
  expect(tests.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

it('the compiler and the linter are not silenced', () => {
  const pattern =
    /@ts-(?:ignore|nocheck|expect-error)|biome-ignore [^:]*$|biome-ignore [^:]*:\s*$|\bas any\b(?! \w)|catch\s*(?:\([^)]*\))?\s*\{\s*\}/m;
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('checks/repository.test.ts'));
  expect(sources.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
