import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumPath } from '#scripts/browsers.mjs';

const extension = join(import.meta.dirname, '../../.output/chrome-mv3');

/**
 * Opens Chromium with the built extension in a new profile. Says so and ends well where either is missing.
 * @param flags more of the browser's
 * @returns the browser, the address of the extension's own pages, and what closes and clears it all
 */
export async function openExtension(...flags) {
  if (!existsSync(extension)) skip();
  const { browser, close } = await openChromium([extension], ...flags);
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return { browser, root: `chrome-extension://${new URL(worker.url()).host}`, close };
}

/**
 * Opens Chromium in a new profile with unpacked extensions, or none.
 * @param extensions their folders
 * @param flags more of the browser's
 */
export async function openChromium(extensions, ...flags) {
  const executablePath = chromiumPath();
  if (!executablePath) skip();
  const userDataDir = mkdtempSync(join(tmpdir(), 'claimlight-bench-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    userDataDir,
    enableExtensions: extensions,
    defaultViewport: { width: 1280, height: 900 },
    args: ['--no-sandbox', ...flags],
    protocolTimeout: 300_000,
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function skip() {
  console.log('Skipped: needs Chromium and the built extension (npm run build:chrome).');
  process.exit(0);
}
