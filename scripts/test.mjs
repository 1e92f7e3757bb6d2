/** `npm test`: sets up, builds both extensions, runs every test once, ends with the runner's own count. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, projectNode, ROOT, run, SetupError, setUp } from './setup.mjs';

const REPORT = join(ROOT, 'out', 'test-report.json');

try {
  setUp({ chromium: true, firefox: true });
  build(['chrome', 'firefox']);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  rmSync(REPORT, { force: true });
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const status = run(projectNode(), [vitest, 'run', ...reporters, ...process.argv.slice(2)]);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(REPORT, 'utf8'));
  // A file that could not even be loaded has no failed test of its own; it must count all the same.
  const unloaded = testResults.filter(
    ({ status: file, assertionResults }) =>
      file === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const failed = Math.max(numFailedTests + unloaded, status === 0 ? 0 : 1);
  console.log(`${numPassedTests} passed, ${failed} failed`);
  process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
