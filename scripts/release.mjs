/** `npm run release -- --dry-run`: sets up, then hands over to `release/release.ts`, which needs the project's own Node. */
import { join } from 'node:path';
import { projectNode, ROOT, run, SetupError, setUp } from './setup.mjs';

try {
  await setUp({});
  const script = join(ROOT, 'scripts', 'release', 'release.ts');
  const quietly = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  process.exitCode = run(projectNode(), [...quietly, script, ...process.argv.slice(2)]);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
