/**
 * `npm run release -- --dry-run`: builds what would be released, twice, and says what stands in its way. Without
 * `--dry-run` it also tags the commit; nothing is sent anywhere.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LANGUAGES } from '#model/languages.ts';
import { ROOT, SetupError } from '../setup.mjs';
import { buildElsewhere } from './buildElsewhere.ts';
import { changelogFaults, differences, storeText, storeTextFaults, unexpectedPermissions } from './checks.ts';
import { pack } from './pack.ts';
import { BUDGETS, PACKAGES, type PackageName, PERMISSIONS } from './packages.ts';

const TARGET = join(ROOT, 'out', 'release');
const isDry = process.argv.includes('--dry-run');
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e9 }).trim();
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

function faultsOf(built: ReturnType<typeof buildElsewhere>): string[] {
  const faults: string[] = [];
  for (const name of NAMES) {
    const manifest = JSON.parse(new TextDecoder().decode(built[name]['manifest.json'])) as Parameters<
      typeof unexpectedPermissions
    >[0] & { version: string };
    faults.push(...unexpectedPermissions(manifest, PERMISSIONS[name]).map((one) => `${name}: ${one}`));
    if (manifest.version !== version)
      faults.push(`${name} says that it is ${manifest.version}, not ${version}`);
    if (name.startsWith('companion')) continue;
    for (const [file, most] of Object.entries(BUDGETS)) {
      const { length } = gzipSync(built[name][file] ?? new Uint8Array(), { level: 9 });
      if (length > most) faults.push(`${name}: ${file} has ${length} bytes after gzip, ${most} are allowed`);
    }
  }
  return faults;
}

const { version } = JSON.parse(read('package.json')) as { version: string };
const NAMES = Object.keys(PACKAGES) as PackageName[];

try {
  /** What stands in the way of a release, and what only of one that is no rehearsal. */
  const faults = LANGUAGES.flatMap((one) => storeTextFaults(one, storeText(read(`docs/store/${one}.md`))));
  const before = changelogFaults(read('CHANGELOG.md'), version);
  if (git('status', '--porcelain') !== '')
    before.push('There are changes that are not committed; the last commit is built.');
  if (git('tag', '--list', `v${version}`) !== '') before.push(`The tag v${version} is there already.`);
  const { GITHUB_REF_TYPE: ref, GITHUB_REF_NAME: tag } = process.env;
  if (ref === 'tag' && tag !== `v${version}`)
    faults.push(`The tag ${tag} is not that of version ${version}.`);
  if (!isDry && before.length > 0) throw new SetupError(before.join('\n'));

  console.log('Building all packages …');
  const built = buildElsewhere({ folder: 'claimlight' });
  console.log('Building them again, in another folder, on another day …');
  const again = buildElsewhere({ folder: 'another folder/of the same', anotherDay: true });
  for (const name of NAMES)
    faults.push(
      ...differences(built[name], again[name]).map((path) => `${name}: ${path} differs between two builds`),
    );
  faults.push(...faultsOf(built));

  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  const sources = execFileSync('git', ['archive', '--format=zip', '-9', 'HEAD'], {
    cwd: ROOT,
    maxBuffer: 1e9,
    // A zip says its times in those of the machine.
    env: { ...process.env, TZ: 'UTC' },
  });
  const files: [file: string, bytes: Uint8Array][] = [
    ...NAMES.map((name): [string, Uint8Array] => [
      PACKAGES[name].replace('{version}', version),
      pack(built[name]),
    ]),
    [`claimlight-${version}-sources.zip`, sources],
  ];
  const sums = files.map(([file, bytes]) => {
    writeFileSync(join(TARGET, file), bytes);
    return `${createHash('sha256').update(bytes).digest('hex')}  ${file}`;
  });
  writeFileSync(join(TARGET, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  for (const [file, bytes] of files) console.log(`${String(bytes.length).padStart(9)} bytes  ${file}`);
  if (faults.length > 0) throw new SetupError(faults.join('\n'));
  for (const one of before) console.log(`Before it can be released: ${one}`);
  if (isDry) console.log('All packages are the same bytes twice. Nothing was tagged: this was a rehearsal.');
  else {
    git('tag', '--annotate', `v${version}`, '--message', `Claimlight ${version}`);
    console.log(
      `Tagged v${version}. Push the tag: a draft with these packages is made of it, to be looked at.`,
    );
  }
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
