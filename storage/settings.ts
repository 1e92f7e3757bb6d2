import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  type ColorChoice,
  completeColors,
  LONGEST_COLOR_NAME,
  TEXT_SIZES,
  type TextSize,
  THEMES,
  type Theme,
} from '#model/appearance.ts';
import { LANGUAGE_CHOICES, type LanguageChoice } from '#model/languages.ts';
import { COLORS, type Color } from '#model/records.ts';
import { LONGEST_TEMPLATE_PART, type Template } from '#model/Template.ts';
import type { KeyValue } from './beacon.ts';

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
  theme: Theme;
  textSize: TextSize;
  /** The colours with the reader's names, in their order. */
  colors: ColorChoice[];
  /** What a new mark gets. */
  defaultColor: Color;
  /** How the reader wants their notes written as Markdown; null while they have none of their own. */
  template: Template | null;
}

const Part = v.pipe(v.string(), v.maxLength(LONGEST_TEMPLATE_PART));
const TemplateSchema = v.strictObject({ front: Part, article: Part, annotation: Part });

const SCHEMAS = {
  toolbar: v.fallback(v.boolean(), true),
  privateWindows: v.fallback(v.boolean(), false),
  sitesOff: v.fallback(v.array(v.string()), []),
  backupFiles: v.fallback(v.boolean(), false),
  language: v.fallback(v.picklist(LANGUAGE_CHOICES), 'system'),
  savedSearches: v.fallback(v.array(v.object({ name: v.string(), query: v.string() })), []),
  theme: v.fallback(v.picklist(THEMES), 'system'),
  textSize: v.fallback(v.picklist(TEXT_SIZES), 'normal'),
  colors: v.pipe(
    v.fallback(
      v.array(
        v.strictObject({
          color: v.picklist(COLORS),
          name: v.pipe(v.string(), v.maxLength(LONGEST_COLOR_NAME)),
          offered: v.boolean(),
        }),
      ),
      [],
    ),
    v.transform((colors) => completeColors(colors)),
  ),
  defaultColor: v.fallback(v.picklist(COLORS), 'yellow'),
  template: v.fallback(v.nullable(TemplateSchema), null),
} satisfies { [K in keyof Settings]: v.GenericSchema };

const NAMES = Object.keys(SCHEMAS) as (keyof Settings)[];

/** Settings that leave with a backup. The others hang on what this browser allows. */
const LEAVING = [
  'toolbar',
  'sitesOff',
  'savedSearches',
  'language',
  'theme',
  'textSize',
  'colors',
  'defaultColor',
  'template',
] as const satisfies (keyof Settings)[];

/** What a backup keeps of the settings: what the reader chose, as stored; undefined where nothing was. */
export async function leavingSettings(keyValue: KeyValue): Promise<Record<string, unknown> | undefined> {
  const stored = await Promise.all(
    LEAVING.map(async (name) => [name, await keyValue.get(keyOf(name))] as const),
  );
  const chosen = stored.filter(([, value]) => value !== undefined);
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}

/** Settings out of a backup: those that leave and can be read. Anything may stand in a file. */
export function ownSettings(found: Record<string, unknown>): Partial<Settings> {
  const read = LEAVING.flatMap((name) => {
    if (found[name] === undefined) return [];
    const value = v.safeParse(SCHEMAS[name], found[name]);
    return value.success ? [[name, value.output] as const] : [];
  });
  return Object.fromEntries(read);
}

/** What a new reader has, and who can't be asked. */
export const SETTINGS_AS_INSTALLED = parseSettings({});

/** One key for each setting, so that two open options pages never overwrite each other's. */
const keyOf = (name: keyof Settings) => `setting:${name}`;

/** The settings as stored; what is missing or unreadable has its default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(NAMES.map(keyOf));
  return parseSettings(Object.fromEntries(NAMES.map((name) => [name, stored[keyOf(name)]])));
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

function parseSettings(stored: Partial<Record<keyof Settings, unknown>>): Settings {
  return Object.fromEntries(
    NAMES.map((name) => [name, v.parse(SCHEMAS[name], stored[name])]),
  ) as unknown as Settings;
}
