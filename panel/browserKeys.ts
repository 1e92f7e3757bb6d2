import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { BrowserKey, PaletteKeys } from '#components/palette/PaletteKeys.ts';
import { t } from '#components/strings.ts';
import { commands } from '#messaging/browserParts.ts';

/** Firefox's way to its own page of shortcuts, which the shared types do not know. */
interface FirefoxCommands {
  openShortcutSettings?: () => Promise<void>;
}

/** The browser's commands of ours and the keys set for them. */
export async function browserKeys(): Promise<BrowserKey[]> {
  const names: Record<string, string> = {
    _execute_action: t('options.shortcutPopup'),
    'highlight-selection': t('commandHighlight'),
    'toggle-sidebar': t('commandSidebar'),
    'read-sentences': t('commandSentences'),
    'open-library': t('commandLibrary'),
    'use-as-source': t('commandUseAsSource'),
  };
  const all = (await commands()?.getAll()) ?? [];
  return all.map(({ name = '', description, shortcut = '' }) => ({
    name: names[name] ?? description ?? name,
    keys: shortcut,
  }));
}

/** Opens the browser's own page, where its keys are changed; says by `say` where that is, where no page can be opened. */
export async function changeBrowserKeys(say: (text: string) => void): Promise<void> {
  const firefox = browser.commands as unknown as FirefoxCommands;
  if (firefox.openShortcutSettings) await firefox.openShortcutSettings();
  // Firefox lets no extension open its page of add-ons: before 137 the reader goes there themselves.
  else if (import.meta.env.FIREFOX) say(t('options.shortcutsFirefox'));
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** What the palette of a page tells of the browser's keys; the keys themselves come when the browser has said them. */
export function paletteKeys(
  say: (text: string) => void,
  fail: (error: unknown) => void,
): ReadonlySignal<PaletteKeys> {
  const onChangeKeys = () => void changeBrowserKeys(say).catch(fail);
  const keys = signal<PaletteKeys>({ browserKeys: [], onChangeKeys });
  browserKeys().then((known) => {
    keys.value = { browserKeys: known, onChangeKeys };
  }, fail);
  return keys;
}
