import { attributeOf, byTag, headOf, rootOf, select } from './dom';

const MOST_METAS = 400;
const LONGEST_VALUE = 5_000;

export interface Head {
  /** First value of each meta by its lower-cased `property`, `name` or `itemprop`. */
  meta(name: string): string;
  /** All values of one meta. */
  all(name: string): string[];
  has(name: string): boolean;
  canonical: string | null;
  amp: boolean;
}

/** Reads metas and links once. Metas outside the head count too: broken mark-up ends the head early on many sites. */
export function readHead(document: Document): Head {
  const metas = new Map<string, string[]>();
  for (const meta of byTag(document, 'meta', MOST_METAS)) {
    const content = attributeOf(meta, 'content');
    if (!content) continue;
    const key = attributeOf(meta, 'property') || attributeOf(meta, 'name') || attributeOf(meta, 'itemprop');
    if (!key) continue;
    const name = key.trim().toLowerCase();
    const value = content.slice(0, LONGEST_VALUE);
    const values = metas.get(name);
    if (values) values.push(value);
    else metas.set(name, [value]);
  }
  const within = headOf(document) ?? rootOf(document) ?? document;
  let canonical: string | null = null;
  let amp = false;
  for (const link of select(within, 'link[rel][href]', 300)) {
    const rel = ` ${attributeOf(link, 'rel')?.toLowerCase()} `;
    if (rel.includes(' canonical ')) canonical ??= attributeOf(link, 'href');
    if (rel.includes(' amphtml ')) amp = true;
  }
  return {
    meta: (name) => metas.get(name)?.[0]?.trim() ?? '',
    all: (name) => metas.get(name) ?? [],
    has: (name) => metas.has(name),
    canonical,
    amp,
  };
}
