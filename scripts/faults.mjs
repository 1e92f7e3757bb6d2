/**
 * `npm run test:faults`: runs every test that tests/faults/cases.mjs names, the long ones included, prints a table and
 * writes it to tests/FAULTS.md. `-- --report out/faults-report.json` only writes the table of an earlier run; several
 * reports are taken together.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CASES } from '#tests/faults/cases.mjs';
import { build, projectNode, ROOT, run, SetupError, setUp } from './setup.mjs';

const REPORT = join(ROOT, 'out', 'faults-report.json');
const TABLE = join(ROOT, 'tests', 'FAULTS.md');

/** @typedef {{ fullName: string, title: string, status: string, meta?: { figure?: string } }} Assertion */

/** @returns {Promise<string[]>} reports to read */
async function runAll() {
  await setUp({ chromium: true, firefox: true });
  await build(['chrome', 'firefox'], { companion: true });
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  rmSync(REPORT, { force: true });
  process.env.CLAIMLIGHT_FAULTS = '1';
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const files = [...new Set(CASES.flatMap(({ tests }) => tests.map(([file]) => file)))];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  run(projectNode(), [vitest, 'run', ...files, ...reporters]);
  return [REPORT];
}

/** Rows of a title: `%s` and `$name` stand for anything. @param {string} title */
const patternOf = (title) =>
  new RegExp(
    title
      .split(/%[si]|\$\w+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  );

/** Where a test ran. @param {string} file @param {string} name */
function placesOf(file, name) {
  const found = ['Chromium with LevelDB', 'Chromium with SQLite', 'Firefox'].find((one) =>
    name.includes(`in ${one}`),
  );
  if (found) return found;
  if (/\bin chromium\b/.test(name)) return 'Chromium';
  if (/\bin firefox\b/i.test(name) || name.startsWith('Firefox')) return 'Firefox';
  if (/^tests\/(?:unit|checks)\/|webdavServers/.test(file)) return 'Node';
  return 'Chromium';
}

/** @param {string[]} reports */
function read(reports) {
  /** @type {Map<string, Map<string, Assertion>>} */
  const files = new Map();
  for (const report of reports) {
    for (const { name, assertionResults } of JSON.parse(readFileSync(report, 'utf8')).testResults) {
      const file = relative(ROOT, name).replaceAll('\\', '/');
      const known = files.get(file) ?? new Map();
      for (const one of assertionResults)
        if (one.status !== 'skipped' || one.meta?.figure) known.set(one.fullName, one);
      files.set(file, known);
    }
  }
  return files;
}

/** @param {ReturnType<typeof read>} files @param {typeof CASES[number]} one */
function judge(files, { tests }) {
  const rows = tests.map(([file, title]) => {
    const pattern = patternOf(title);
    const ran = [...(files.get(file)?.values() ?? [])].filter(({ fullName }) => pattern.test(fullName));
    return { file, title, ran };
  });
  const ran = rows.flatMap((row) => row.ran.map((result) => ({ ...result, file: row.file })));
  const failed = ran.filter(({ status }) => status === 'failed');
  const outcome = rows.some((row) => row.ran.length === 0)
    ? 'not run'
    : failed.length > 0
      ? 'FAILED'
      : 'as expected';
  const places = [...new Set(ran.map(({ file, fullName }) => placesOf(file, fullName)))];
  /** @type {Map<string, string[]>} */
  const figures = new Map();
  for (const { file, fullName, meta } of ran)
    if (meta?.figure) {
      const key = placesOf(file, fullName);
      figures.set(key, [...(figures.get(key) ?? []), meta.figure]);
    }
  const counted = [...figures].map(([place, all]) => {
    const counts = [...new Set(all)].map((figure) => {
      const times = all.filter((other) => other === figure).length;
      return all.length > 1 ? `${times} × ${figure}` : figure;
    });
    return `${place}: ${counts.join('; ')}`;
  });
  return { outcome, places, counted, passed: ran.length - failed.length, total: ran.length };
}

try {
  const at = process.argv.indexOf('--report');
  const reports = at > 0 ? process.argv.slice(at + 1) : await runAll();
  const files = read(reports);
  const judged = CASES.map((one) => ({ ...one, ...judge(files, one) }));
  const good = judged.filter(({ outcome }) => outcome === 'as expected').length;
  const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|');
  const lines = judged.map(
    ({ number, what, expected, outcome, places, counted, passed, total, tests }) =>
      `| ${number} | ${cell(what)} | ${cell(expected)} | ${outcome}${counted.length > 0 ? `<br>${cell(counted.join('<br>'))}` : ''} | ${passed} of ${total} | ${places.join(', ')} | ${tests
        .map(([file, title]) => `${file.replace('tests/', '')}: ${cell(title)}`)
        .join('<br>')} |`,
  );
  const table = `# Faults

Written by \`npm run test:faults\`; the cases and their tests stand in [faults/cases.mjs](faults/cases.mjs). ${good} of ${judged.length} cases
ended as expected. “Tests” counts single runs; unit tests run in Node over a database in memory, the others in real
browsers with the packaged extension.

| case | what happens | expected | outcome | tests | where | named |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
  writeFileSync(TABLE, table);
  run(join(ROOT, 'node_modules', '.bin', 'biome'), ['format', '--write', TABLE], { quiet: true });
  for (const { number, what, outcome, counted, passed, total } of judged)
    console.log(
      `${String(number).padStart(2)}  ${outcome.padEnd(11)}  ${String(passed).padStart(3)} of ${String(total).padEnd(3)}  ${what}${counted.map((line) => `\n${' '.repeat(30)}${line}`).join('')}`,
    );
  console.log(`${good} of ${judged.length} cases as expected`);
  process.exitCode = good === judged.length ? 0 : 1;
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
