/** `npm test`: sets up, builds both extensions, runs every test once, ends with the runner's own count. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, projectNode, ROOT, run, SetupError, setUp } from './setup.mjs';

/**
 * Two runs: the page in which the tests of components ran stays open until its run ends, and takes more than half a core
 * from the browsers that are driven end to end.
 */
const RUNS = [['unit', 'dom', 'checks'], ['e2e']];
const given = process.argv.slice(2);
const runs = given.some((one) => one.startsWith('--project')) ? [[]] : RUNS;

try {
  await setUp({ chromium: true, firefox: true });
  await build(['chrome', 'firefox'], { companion: true });
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  let passed = 0;
  let failed = 0;
  for (const projects of runs) {
    const report = join(ROOT, 'out', `test-report${projects.map((one) => `-${one}`).join('')}.json`);
    rmSync(report, { force: true });
    const options = [
      ...projects.map((one) => `--project=${one}`),
      // A file that was asked for stands in one of the runs only.
      ...(given.length > 0 ? ['--passWithNoTests'] : []),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const status = run(projectNode(), [vitest, 'run', ...options, ...given]);
    if (status === 0 && !existsSync(report)) continue;
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that could not even be loaded has no failed test of its own; it must count all the same.
    const unloaded = testResults.filter(
      ({ status: file, assertionResults }) =>
        file === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
    ).length;
    passed += numPassedTests;
    failed += Math.max(numFailedTests + unloaded, status === 0 ? 0 : 1);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
