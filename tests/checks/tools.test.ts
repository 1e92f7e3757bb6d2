import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const bin = (...path: string[]) => join(ROOT, 'node_modules', ...path);

/** Runs a tool of the project; its output is the message of a failed check. */
function run(command: string, args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, output: `${stdout}${stderr}` };
}

it('types are right', () => {
  const { status, output } = run(bin('.bin', 'tsc'), ['--noEmit', '-p', '.']);
  expect(status, output).toBe(0);
});

it('Biome finds nothing', () => {
  const { status, output } = run(bin('.bin', 'biome'), ['check', '--error-on-warnings', '.']);
  expect(status, output).toBe(0);
});

it('knip finds nothing unused', () => {
  const { status, output } = run(bin('.bin', 'knip'), ['--no-progress']);
  expect(status, output).toBe(0);
});

it('web-ext finds no error in the Firefox build', () => {
  const { output } = run(bin('.bin', 'web-ext'), ['lint', '-s', '.output/firefox-mv3', '--output', 'json']);
  const report = JSON.parse(output.slice(output.indexOf('{'))) as {
    summary: { errors: number };
    errors: unknown[];
  };
  expect(report.errors).toEqual([]);
});
