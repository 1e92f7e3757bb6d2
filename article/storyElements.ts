import { attributeOf, byTag, headOf, select, textOf } from './dom.ts';

/** What these say holds for every page of a site. */
const OF_THE_SITE = new Set([
  'og:site_name',
  'og:locale',
  'application-name',
  'apple-mobile-web-app-title',
  'dc.publisher',
  'content-language',
]);
/** Linked data that tell of a story; others tell of the outlet. */
const TELLS = /"(?:headline|datePublished|articleBody|mainEntityOfPage)"/;
const LONGEST = 5_000;

/**
 * The elements by which a page tells of its story without showing it (title, metas, canonical address, linked data),
 * each with what it says: a single-page site may leave them as they were when it goes to another story.
 */
export function storyElements(document: Document): Map<Element, string> {
  const head = headOf(document);
  const said = new Map<Element, string>();
  for (const title of select(head, 'title', 1)) said.set(title, `title ${textOf(title).slice(0, LONGEST)}`);
  for (const link of select(head, 'link[rel~="canonical"][href]', 5))
    said.set(link, `canonical ${attributeOf(link, 'href')}`);
  for (const meta of byTag(head, 'meta', 400)) {
    const name = ['property', 'name', 'itemprop'].map((key) => attributeOf(meta, key)).find(Boolean);
    if (name && !OF_THE_SITE.has(name.trim().toLowerCase()))
      said.set(meta, `${name} ${attributeOf(meta, 'content')?.slice(0, LONGEST)}`);
  }
  for (const script of select(head, 'script[type="application/ld+json" i]', 40)) {
    const text = textOf(script);
    if (TELLS.test(text)) said.set(script, `data ${text.length} ${text.slice(0, LONGEST)}`);
  }
  return said;
}
