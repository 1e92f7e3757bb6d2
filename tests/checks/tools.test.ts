import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const bin = (...path: string[]) => join(ROOT, 'node_modules', ...path);

/** Runs a tool of the project; its output is the message of a failed check. */
function run(command: string, args: string[]): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { cwd: ROOT, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      resolve({ status: error ? child.exitCode || 1 : 0, output: `${stdout}${stderr}` });
    });
  });
}

// Each takes one core for a while, and there are two.
it.concurrent('types are right', async ({ expect }) => {
  const { status, output } = await run(bin('.bin', 'tsc'), ['--noEmit', '-p', '.']);
  expect(status, output).toBe(0);
});

it.concurrent('Biome finds nothing', async ({ expect }) => {
  const { status, output } = await run(bin('.bin', 'biome'), ['check', '--error-on-warnings', '.']);
  expect(status, output).toBe(0);
});

it.concurrent('knip finds nothing unused', async ({ expect }) => {
  const { status, output } = await run(bin('.bin', 'knip'), ['--no-progress']);
  expect(status, output).toBe(0);
});

it.concurrent.for(['firefox-mv3', 'companion-firefox-mv3'])(
  'web-ext finds nothing in the build %s',
  async (build, { expect }) => {
    const { output } = await run(bin('.bin', 'web-ext'), [
      'lint',
      '-s',
      `.output/${build}`,
      '--output',
      'json',
    ]);
    const report = JSON.parse(output.slice(output.indexOf('{'))) as Record<string, unknown>;
    expect(report).toMatchObject({ errors: [], warnings: [], notices: [] });
  },
);
