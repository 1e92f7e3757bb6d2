import { attributeOf, byTag } from './dom';

const MOST_METAS = 400;
const LONGEST_VALUE = 5_000;

export interface Head {
  /** First value of each meta by its lower-cased `property`, `name` or `itemprop`. */
  meta(name: string): string;
  /** All values of one meta. */
  all(name: string): string[];
  has(name: string): boolean;
}

/** Reads metas once. Those outside the head count too: broken mark-up ends the head early on many sites. */
export function readHead(document: Document): Head {
  const metas = new Map<string, string[]>();
  for (const meta of byTag(document, 'meta', MOST_METAS)) {
    const key = attributeOf(meta, 'property') || attributeOf(meta, 'name') || attributeOf(meta, 'itemprop');
    const content = key && attributeOf(meta, 'content');
    if (!content) continue;
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
