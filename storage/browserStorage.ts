import { browser } from 'wxt/browser';
import type { KeyValue } from './beacon';

/** The extension's own key-value store, which outlived every damage to the database that was tried. */
export function browserStorage(): KeyValue {
  return {
    async get(key) {
      return (await browser.storage.local.get(key))[key];
    },
    set: (key, value) => browser.storage.local.set({ [key]: value }),
    remove: (key) => browser.storage.local.remove(key),
  };
}
