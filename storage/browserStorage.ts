import { browser } from 'wxt/browser';
import type { KeyValue } from './beacon.ts';

/**
 * The extension's own key-value store: `local` outlived every damage to the database that was tried, `session` ends
 * with the browser's session.
 */
export function browserStorage(area: 'local' | 'session' = 'local'): KeyValue {
  return {
    async get(key) {
      return (await browser.storage[area].get(key))[key];
    },
    set: (key, value) => browser.storage[area].set({ [key]: value }),
    remove: (key) => browser.storage[area].remove(key),
  };
}
