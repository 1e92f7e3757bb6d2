/**
 * `npm start`: sets up, builds, and opens an installed browser with the extension on an article of the demo site.
 * Without a display, or with `--headless`, it does the main job itself and leaves Markdown and pictures in out/.
 *
 *   npm start                              Chromium, Chrome, Edge or else Firefox, with a throw-away profile
 *   npm start -- --firefox                 the same in Firefox
 *   npm start -- --headless                no window: the tour of the main job
 *   npm start -- --page FILE.html          the same on any saved page
 *
 * No dependencies and no syntax newer than Node 20: it runs before anything is installed.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumPath, firefoxPath } from './browsers.mjs';
import { build, projectNode, ROOT, run, SetupError, setUp } from './setup.mjs';

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        headless: { type: 'boolean', default: false },
        firefox: { type: 'boolean', default: false },
        page: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${words} Known options: --headless, --firefox, --page FILE.html.`);
  }
}

try {
  const { headless, firefox, page } = readOptions();
  if (page !== undefined && !existsSync(page))
    throw new SetupError(`There is no file ${page}. Give the path of a saved page after --page.`);
  const inFirefox = firefox || (!chromiumPath() && firefoxPath() !== undefined);
  await setUp(inFirefox ? { firefox: true } : { chromium: true });
  await build([inFirefox ? 'firefox' : 'chrome']);
  const script = join(ROOT, 'scripts', 'tour', headless || !hasDisplay() ? 'tour.ts' : 'openBrowser.ts');
  // The scripts below are TypeScript; Node 22.6 to 22.17 strip types only when told to.
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  process.exitCode = run(projectNode(), [
    ...flags,
    script,
    inFirefox ? 'firefox' : 'chromium',
    ...(page === undefined ? [] : [resolve(page)]),
  ]);
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
