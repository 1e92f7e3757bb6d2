import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { LANGUAGE_CHOICES, type LanguageChoice } from '#model/languages.ts';

export interface SavedSearch {
  name: string;
  query: string;
}

/** What the reader may choose. */
export interface Settings {
  /** Whether the toolbar appears when words are selected. */
  toolbar: boolean;
  /** Whether Claimlight works in private windows, where the browser lets it. */
  privateWindows: boolean;
  /** Host names where it stays off, with all below them. */
  sitesOff: string[];
  /** Whether a dated backup file is written once a day. */
  backupFiles: boolean;
  /** In which language Claimlight speaks. */
  language: LanguageChoice;
  /** Searches that the reader kept, by name. */
  savedSearches: SavedSearch[];
}

const SCHEMAS = {
  toolbar: v.fallback(v.boolean(), true),
  privateWindows: v.fallback(v.boolean(), false),
  sitesOff: v.fallback(v.array(v.string()), []),
  backupFiles: v.fallback(v.boolean(), false),
  language: v.fallback(v.picklist(LANGUAGE_CHOICES), 'system'),
  savedSearches: v.fallback(v.array(v.object({ name: v.string(), query: v.string() })), []),
} satisfies { [K in keyof Settings]: v.GenericSchema };

const NAMES = Object.keys(SCHEMAS) as (keyof Settings)[];

/** One key for each setting, so that two open options pages never overwrite each other's. */
const keyOf = (name: keyof Settings) => `setting:${name}`;

/** The settings as stored; what is missing or unreadable has its default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(NAMES.map(keyOf));
  const entries = NAMES.map((name) => [name, v.parse(SCHEMAS[name], stored[keyOf(name)])]);
  return Object.fromEntries(entries) as Settings;
}

/**
 * Changes settings by what they are just now; one change after the other, in whichever page, so that two of them never
 * take each other's entries of a list.
 */
export const changeSettings = (change: (now: Settings) => Partial<Settings>): Promise<void> =>
  navigator.locks.request('claimlight settings', async () => writeSettings(change(await readSettings())));

/** Stores some settings; the others stay. */
export async function writeSettings(changed: Partial<Settings>): Promise<void> {
  const entries = Object.entries(changed).map(([name, value]) => [keyOf(name as keyof Settings), value]);
  await browser.storage.local.set(Object.fromEntries(entries));
}

/** Calls back with the names of settings that changed, in any context. Ends with `signal`. */
export function onSettingsChange(run: (changed: (keyof Settings)[]) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    const names = NAMES.filter((name) => keyOf(name) in changes);
    if (names.length > 0) run(names);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
