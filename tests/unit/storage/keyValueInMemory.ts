import type { KeyValue } from '#storage/index.ts';

/** A `storage.local` without anything in it; `map` is what it holds. */
export function keyValueInMemory(): KeyValue & { map: Map<string, unknown> } {
  const map = new Map<string, unknown>();
  return {
    map,
    get: async (key) => structuredClone(map.get(key)),
    set: async (key, value) => {
      map.set(key, structuredClone(value));
    },
    remove: async (key) => {
      map.delete(key);
    },
  };
}
