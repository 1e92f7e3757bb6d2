import { join } from 'node:path';
import { launchChromium } from './driver/chromium.ts';
import type { Driver, LaunchOptions } from './driver/Driver.ts';
import { launchFirefox } from './driver/firefox.ts';

/** Where the builds are. */
export const OUTPUT = join(import.meta.dirname, '..', '..', '.output');

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Starts a browser with the extension as it is shipped. */
export function launch(browser: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Driver> {
  return browser === 'chromium'
    ? launchChromium({ extensionDir: join(OUTPUT, 'chrome-mv3'), ...options })
    : launchFirefox({ extensionDir: join(OUTPUT, 'firefox-mv3'), ...options });
}

/** Stories of the demo site. */
export const PAGES = {
  tram: '/courier/politics/2026/11/18/tram-line-costs',
  strike: '/gazette/2026/11/dockers-strike-third-week',
  hospital: '/observer/health/hospital-waiting-times-fall-7741',
  barrier: '/meridian/long-reads/2026/the-wall-under-the-water',
  arabic: '/marfa/mahalliyat/2026/11/desalination-plant',
  japanese: '/shioba/shakai/2026/11/kamome-ferry',
  recount: '/times/politics/recount-ordered',
  hostile: '/times/tech/what-the-broker-knew',
} as const;
