/** Finds the installed browsers. No dependencies: it runs before anything is installed. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const FIREFOX_NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition'];

/** @param {string[]} names */
function onPath(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here: look on
      }
    }
  }
  return undefined;
}

/** Path of a Chromium-family browser, or undefined. `CHROMIUM` in the environment wins. */
export const chromiumPath = () => process.env.CHROMIUM ?? onPath(CHROMIUM_NAMES);

/** Path of Firefox, or undefined. `FIREFOX` in the environment wins. */
export const firefoxPath = () => process.env.FIREFOX ?? onPath(FIREFOX_NAMES);
