/** The calls to IndexedDB, to be broken one by one. */
export const prototype = () =>
  IDBObjectStore.prototype as unknown as Record<string, (...parts: unknown[]) => unknown>;
/** What was broken, to be mended. */
export const originals = new Map<string, (...parts: unknown[]) => unknown>();

/** Lets the n-th call of the said kind throw, or every one. Returns whether it came to that. */
export function breakCall(name: string, nth: number | 'every', error: string): () => boolean {
  const original = prototype()[name];
  if (!original) throw new Error(`No call ${name}`);
  if (!originals.has(name)) originals.set(name, original);
  let count = 0;
  let broken = false;
  prototype()[name] = function (this: unknown, ...parts) {
    if (nth === 'every' || count++ === nth) {
      broken = true;
      throw new DOMException(`injected at ${name} ${nth}`, error);
    }
    return original.apply(this, parts);
  };
  return () => broken;
}

/** Every call as it was. */
export function mend() {
  for (const [name, original] of originals) prototype()[name] = original;
  originals.clear();
}
