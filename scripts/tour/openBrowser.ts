/** Opens a window with the extension on an article and waits until the reader closes it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '#tests/e2e/driver/chromium.ts';
import { launchFirefox } from '#tests/e2e/driver/firefox.ts';
import { ROOT } from '../setup.mjs';
import { openSite } from './site.ts';

const [browserName, file] = process.argv.slice(2);
const site = await openSite(file);
const output = join(ROOT, '.output');
const profileDir = mkdtempSync(join(tmpdir(), 'claimlight-start-'));
// However this ends, by the window's button or by Ctrl+C, the profile goes.
process.once('exit', () => rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 }));
process.once('SIGINT', () => process.exit(130));

const options = { headless: false, profileDir };
const browser =
  browserName === 'firefox'
    ? await launchFirefox({ extensionDir: join(output, 'firefox-mv3'), ...options })
    : await launchChromium({ extensionDir: join(output, 'chrome-mv3'), ...options });
await browser.open(site.page);
console.log(`Claimlight is open on ${site.page}
Select some words to mark them. The toolbar button opens the popup, and from there the side bar.
The profile is thrown away when you close the browser (or press Ctrl+C).`);
await browser.ended;
await site.close();
process.exit(0);
