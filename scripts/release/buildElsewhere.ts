import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectNode, ROOT, SetupError, toolEnvironment } from '../setup.mjs';
import { filesOf } from './pack.ts';
import { type Files, PACKAGES, type PackageName } from './packages.ts';

/** A clock that is some four hundred days ahead, for the second build. */
const ANOTHER_DAY = `
const ahead = 400 * 86_400_000 + 5_000_000;
const { now } = Date;
globalThis.Date = class extends Date {
  constructor(...given) { given.length ? super(...given) : super(now() + ahead); }
  static now() { return now() + ahead; }
};`;

/**
 * Builds all packages of the last commit in a folder of their own, which has nothing but what is committed.
 * @param where its name for the folder: builds must not depend on it
 * @throws SetupError where it can't be built
 */
export function buildElsewhere({
  folder,
  anotherDay = false,
}: {
  folder: string;
  anotherDay?: boolean;
}): Record<PackageName, Files> {
  const top = mkdtempSync(join(tmpdir(), 'claimlight-release-'));
  try {
    const root = join(top, folder);
    mkdirSync(root, { recursive: true });
    execFileSync('tar', ['-x', '-C', root], {
      input: execFileSync('git', ['archive', 'HEAD'], { cwd: ROOT, maxBuffer: 1e9 }),
    });
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'dir');
    const env = { ...toolEnvironment(), TZ: anotherDay ? 'Pacific/Kiritimati' : 'UTC' };
    const clock = `data:text/javascript,${encodeURIComponent(ANOTHER_DAY)}`;
    const given = anotherDay ? ['--import', clock] : [];
    const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    for (const part of ['.', 'companion'])
      for (const browser of ['chrome', 'firefox'])
        execFileSync(projectNode(), [...given, wxt, 'build', part, '-b', browser, '--mv3'], {
          cwd: root,
          env,
          stdio: ['ignore', 'ignore', 'inherit'],
        });
    const built = Object.keys(PACKAGES).map((name) => [name, filesOf(join(root, '.output', name))]);
    return Object.fromEntries(built) as Record<PackageName, Files>;
  } catch (error) {
    throw new SetupError(`The packages could not be built in a folder of their own: ${String(error)}`);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}
