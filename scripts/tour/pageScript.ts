import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** The name under which the module's exports stand within the script. */
const NAME = 'claimlightTour';

/**
 * Puts a module of this folder with all that it imports into one script, for the page's own world.
 * @returns a function that writes an expression of the module's exports, `(module) => …` as text, to be evaluated there
 */
export async function pageScript(file: string): Promise<(use: string) => string> {
  const build = await rolldown({
    input: join(import.meta.dirname, file),
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'iife', name: NAME });
  await build.close();
  const code = output[0].code;
  // Within a function, so that nothing of it stays in the page.
  return (use) => `(() => {\n${code}\nreturn (${use})(${NAME});\n})()`;
}
