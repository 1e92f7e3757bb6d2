import { byTag, headOf, read } from './dom.ts';

const MOST_METAS = 400;
const LONGEST_VALUE = 5_000;

export interface Head {
  /** First value of each meta by its lower-cased `property`, `name` or `itemprop`. */
  meta(name: string): string;
  /** All values of one meta. */
  all(name: string): string[];
  has(name: string): boolean;
}

/** Reads metas once, without stale ones. Those outside the head count too: broken mark-up ends the head early on many sites. */
export function readHead(document: Document, stale?: ReadonlySet<Element>): Head {
  const metas = new Map<string, string[]>();
  const found = byTag(headOf(document), 'meta', MOST_METAS);
  const get = found[0] && read(found[0], 'getAttribute');
  for (let i = 0; get && i < found.length; i++) {
    const meta = found[i];
    const key = get.call(meta, 'property') || get.call(meta, 'name') || get.call(meta, 'itemprop');
    const content = key && get.call(meta, 'content');
    if (!content || stale?.has(meta as Element)) continue;
    const name = key.trim().toLowerCase();
    const value = content.slice(0, LONGEST_VALUE);
    const values = metas.get(name);
    if (values) values.push(value);
    else metas.set(name, [value]);
  }
  return {
    meta: (name) => metas.get(name)?.[0]?.trim() ?? '',
    all: (name) => metas.get(name) ?? [],
    has: (name) => metas.has(name),
  };
}
