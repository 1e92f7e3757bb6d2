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
  const executablePath = chromiumPath();
  if (!executablePath || !existsSync(extension)) {
    console.log('Skipped: needs Chromium and the built extension (npm run build:chrome).');
    process.exit(0);
  }
  const userDataDir = mkdtempSync(join(tmpdir(), 'claimlight-bench-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    userDataDir,
    enableExtensions: [extension],
    defaultViewport: { width: 1280, height: 900 },
    args: ['--no-sandbox', ...flags],
    protocolTimeout: 300_000,
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return {
    browser,
    root: `chrome-extension://${new URL(worker.url()).host}`,
    close: async () => {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
