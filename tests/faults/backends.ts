import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, LaunchOptions } from '../e2e/driver/Driver.ts';
import { launch } from '../e2e/launch.ts';

/** Where each browser keeps IndexedDB, and how it is made to. */
export const BACKENDS = [
  { name: 'Chromium with LevelDB', browser: 'chromium', args: [] as string[] },
  {
    name: 'Chromium with SQLite',
    browser: 'chromium',
    args: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
  },
  { name: 'Firefox', browser: 'firefox', args: [] as string[] },
] as const;
export type Backend = (typeof BACKENDS)[number];

/** Starts the backend's browser on a profile that outlives it. */
export function start(
  { browser, args }: Backend,
  profileDir: string,
  options: Partial<LaunchOptions> = {},
): Promise<Driver> {
  return launch(browser, { profileDir, args: [...args], ...options });
}

const folders = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

/** The folder in a profile that holds the extension's IndexedDB. Throws where the browser keeps it elsewhere. */
export function databaseFolder({ name }: Backend, profile: string): string {
  const [place, pattern] =
    name === 'Firefox'
      ? [join(profile, 'storage', 'default'), /^moz-extension\+\+\+/]
      : [
          join(profile, 'Default', 'IndexedDB'),
          name === 'Chromium with SQLite'
            ? /^chrome-extension_.*(?<!leveldb|blob)$/
            : /^chrome-extension_.*leveldb$/,
        ];
  const found = folders(place).find((one) => pattern.test(one));
  if (!found) throw new Error(`No database of ${name} among ${folders(place).join(', ') || 'nothing'}`);
  return name === 'Firefox' ? join(place, found, 'idb') : join(place, found);
}
