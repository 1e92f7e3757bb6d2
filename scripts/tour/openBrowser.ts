/** Opens a window with the extension on an article and waits until the reader closes it. */
import { join } from 'node:path';
import { launchChromium } from '../../tests/e2e/driver/chromium.ts';
import { launchFirefox } from '../../tests/e2e/driver/firefox.ts';
import { ROOT } from '../setup.mjs';
import { openSite } from './site.ts';

const [browserName, file] = process.argv.slice(2);
const site = await openSite(file);
const output = join(ROOT, '.output');
const browser =
  browserName === 'firefox'
    ? await launchFirefox({ extensionDir: join(output, 'firefox-mv3'), headless: false })
    : await launchChromium({ extensionDir: join(output, 'chrome-mv3'), headless: false });
process.once('SIGINT', () => void browser.close());
await browser.open(site.page);
console.log(`Claimlight is open on ${site.page}
Select some words to mark them. The toolbar button opens the popup, and from there the side bar.
The profile is thrown away when you close the browser (or press Ctrl+C).`);
await browser.ended;
await browser.close();
await site.close();
