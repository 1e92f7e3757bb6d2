/**
 * Brings a fresh machine to the point where everything can run: packages, Node, browsers.
 * No dependencies and no syntax newer than Node 20: it runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath, firefoxPath } from './browsers.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'node_modules', '.claimlight-lock');

/** The set-up could not be finished; `message` says what the reader can do. */
export class SetupError extends Error {}

/** Environment in which the project's own tools, Node 24 among them, come first. */
export function toolEnvironment() {
  const bin = join(ROOT, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
}

/** The Node that runs the project's tools: the locked one where it was installed, else this one. */
export function projectNode() {
  const locked = join(ROOT, 'node_modules', '.bin', 'node');
  return existsSync(locked) ? locked : process.execPath;
}

/**
 * Runs a command in the project folder and waits.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options] quiet: output only where it fails
 */
export function run(command, args, { quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    env: toolEnvironment(),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (quiet && result.status !== 0) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  return result.status ?? 1;
}

/**
 * The same beside other work; output only where it fails.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function runBeside(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: toolEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('error', () => resolve(1));
    child.on('close', (status) => {
      if (status !== 0) process.stderr.write(output);
      resolve(status ?? 1);
    });
  });
}

async function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // `npm ci` refuses the lockfile where a registry lacks the builds of some tool for *other* platforms: these stand
  // in no lockfile written there. `npm install` takes the same locked versions and skips what this machine can't use.
  const clean = spawn(npm, ['ci', ...quietly], { cwd: ROOT, stdio: 'ignore' });
  const isClean = await new Promise((resolve) => {
    clean.on('error', () => resolve(false));
    clean.on('close', (status) => resolve(status === 0));
  });
  if (!isClean && (await runBeside(npm, ['install', '--no-save', ...quietly])) !== 0)
    throw new SetupError(
      'The packages could not be installed. Check the network, then run the same command again.',
    );
  mkdirSync(join(ROOT, 'node_modules'), { recursive: true });
  writeFileSync(STAMP, lock);
}

function checkNode() {
  const version = spawnSync(projectNode(), ['--version'], { encoding: 'utf8' }).stdout ?? '';
  if (Number(/^v(\d+)/.exec(version)?.[1]) < 22)
    throw new SetupError(
      `Node 22 or newer is needed and this is ${version.trim()}. Install it, then run the same command again.`,
    );
}

const isDebianRoot = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/**
 * Installs what is missing where it can.
 * @param {{ chromium?: boolean, firefox?: boolean, xvfb?: boolean }} wanted
 */
async function installBrowsers({ chromium = false, firefox = false, xvfb = false }) {
  const missing = () => [
    ...(chromium && !chromiumPath() ? ['chromium'] : []),
    ...(firefox && !firefoxPath() ? ['firefox-esr'] : []),
    ...(xvfb && process.platform === 'linux' && !existsSync('/usr/bin/Xvfb') ? ['xvfb'] : []),
  ];
  if (missing().length === 0) return;
  if (isDebianRoot()) {
    console.log(`Installing ${missing().join(' and ')} …`);
    await runBeside('apt-get', ['update', '-qq']);
    await runBeside('apt-get', [
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...missing(),
      'fonts-noto-core',
    ]);
  }
  if (missing().length > 0)
    throw new SetupError(
      `Please install ${missing().join(' and ')} (on Debian: apt-get install ${missing().join(' ')}), then run the same command again.`,
    );
}

/**
 * Everything a command needs. @throws SetupError with a sentence for the reader.
 * @param {{ chromium?: boolean, firefox?: boolean, xvfb?: boolean }} browsers
 */
export async function setUp(browsers) {
  // Both wait for the network most of the time; each is seen to its end, so that none is left half installed.
  const done = await Promise.allSettled([installPackages(), installBrowsers(browsers)]);
  for (const one of done) if (one.status === 'rejected') throw one.reason;
  checkNode();
}

/**
 * Builds the extension for browsers.
 * @param {('chrome' | 'firefox')[]} targets
 * @param {{ companion?: boolean }} [options] companion: the second extension, for WebDAV, too
 */
export async function build(targets, { companion = false } = {}) {
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  /** @param {string} root @param {string[]} some one after the other: what is built from one folder shares its `.wxt` */
  const builds = async (root, some) => {
    for (const target of some) {
      if (root === '.') console.log(`Building for ${target} …`);
      if ((await runBeside(projectNode(), [wxt, 'build', root, '-b', target, '--mv3'])) !== 0)
        throw new SetupError(`The build for ${target} failed; the lines above say where.`);
    }
  };
  const [first, ...others] = targets;
  // It writes into `.wxt` what every other build reads; on a clean clone nothing can be built beside it.
  if (first) await builds('.', [first]);
  // Each is seen to its end, so that no build goes on behind a message.
  const done = await Promise.allSettled([builds('.', others), builds('companion', companion ? targets : [])]);
  for (const one of done) if (one.status === 'rejected') throw one.reason;
}
