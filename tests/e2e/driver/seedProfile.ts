import { cpSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a run keeps the profile that new ones are begun with; tells also its workers. */
export const SEED_VARIABLE = 'CLAIMLIGHT_FIREFOX_SEED';
export const seedOf = (pid: number) => join(tmpdir(), `claimlight-firefox-seed-${pid}`);

/**
 * What Firefox works out anew for every profile, a third of what a start costs: its own scripts compiled, its own add-ons
 * listed, its empty databases made. No word of ours is in it: it was written before any extension of ours was there.
 */
const WORKED_OUT = [
  'startupCache',
  'compatibility.ini',
  'addonStartup.json.lz4',
  'extensions.json',
  'search.json.mozlz4',
  'places.sqlite',
  'favicons.sqlite',
  'permissions.sqlite',
  'content-prefs.sqlite',
  'cookies.sqlite',
  'cert9.db',
  'key4.db',
  'pkcs11.txt',
  'prefs.js',
  'security_state',
  'storage',
  'storage.sqlite',
  'times.json',
  'xulstore.json',
];

/**
 * Begins a profile that Firefox never started with from what it worked out for the first one of this run. Without such a
 * one nothing is done, and Firefox works it out again.
 */
export function seedProfile(profile: string): void {
  const seed = process.env[SEED_VARIABLE];
  if (!seed || seed === profile || existsSync(join(profile, 'compatibility.ini'))) return;
  for (const name of WORKED_OUT)
    if (existsSync(join(seed, name))) cpSync(join(seed, name), join(profile, name), { recursive: true });
}
