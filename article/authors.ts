import { cleanText, keyOf } from './cleanText';
import { attributeOf, closest, select, textOf } from './dom';
import type { Head } from './head';

const BY =
  /^(?:(?:written|words|story|text|texte|report(?:ed|ing)?|edited|posted|published|verfasst)\s+)?(?:by|von|vom|por|par|di|av|af|door|da|autor(?:in|es|a)?|author|redaktion|redacción|text|фото|автор)\s*:?\s+/i;
const NO_NAME =
  /^https?:|^@|^\S+@\S+|[{}<>]|^\W*$|^\d|facebook\.com|\b(?:admin(?:istrator)?|webmaster|undefined|null|unknown|anonymous)\b|\b(?:comments?|share|follow|subscribe|updated|published|minutes?|read more)\b/i;
const ROLE =
  /,?\s+(?:(?:senior|chief|staff|political|economics?|business|foreign|digital|sports?|technology|science|health|news|associate|managing|deputy|executive|contributing|special)\s+)*(?:correspondent|reporter|editor|writer|columnist|redakteur(?:in)?|journalist|contributor|producer|in (?:Berlin|London|Paris|Washington|New York|Brussels|Brüssel|Moscow|Moskau|Wien|Zürich))\b.*$/i;
/** Agencies stand behind a name like a place does, and are named; the place is not. */
const AGENCY = /[,/]\s*(dpa|afp|ap|reuters|sda|apa|sid|epd|kna|efe|ansa|tass|xinhua|pa)(?=$|[,/;])/gi;
const JOINTS =
  /\s*[;|/•·]\s*|\s+(?:and|und|y|et|e|og|och|en|ja|with|mit|&)\s+(?=\p{Lu})|,\s*(?:and\s+)?(?=\p{Lu}[\p{L}.'’-]*\s+\p{L})|\s*[、，]\s*/u;

const AUTHOR_METAS = [
  'parsely-author',
  'byl',
  'sailthru.author',
  'cxenseparse:author',
  'author',
  'dc.creator',
  'dcterms.creator',
  'article:author',
  'og:article:author',
  'authors',
  'citation_author',
];

/** Where bylines stand, the surest first. */
const BYLINES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  '[class*="byline" i] a[href*="author" i],[class*="byline" i] a[href*="/people/" i],[class*="byline" i] a[href*="/profile" i]',
  '[class*="author-name" i],[class*="author__name" i],[class*="authorname" i],[class*="byline__name" i],[class*="byline-name" i],[class*="article-author" i] a',
  'a[href*="/author/" i],a[href*="/authors/" i],a[href*="/autor/" i],a[href*="/autoren/" i],a[href*="/auteur/" i]',
  '[class*="byline" i]',
  '[class*="author" i]',
];
const ELSEWHERE =
  'nav,footer,aside,[class*="comment" i],[class*="related" i],[class*="sidebar" i],[class*="teaser" i]';

/**
 * Names of the people (or agencies) who wrote the piece, in the page's order, without "By", roles, handles and
 * addresses. Linked data first, then metas, then the byline; the outlet itself counts only where nobody else is named.
 */
export function readAuthors(document: Document, linked: string[], head: Head, outlet: string[]): string[] {
  const own = outlet.map(keyOf);
  const isOutlet = (name: string) => own.includes(keyOf(name));
  const fromData = split(linked);
  if (fromData.some((name) => !isOutlet(name)))
    return fromData.filter((name) => !isOutlet(name) || fromData.length === 1);
  for (const name of AUTHOR_METAS) {
    const found = split(head.all(name)).filter((author) => !isOutlet(author));
    if (found.length > 0) return found;
  }
  for (const selector of BYLINES) {
    const texts = select(document, selector, 12)
      .filter((element) => !closest(element, ELSEWHERE))
      .slice(0, 4)
      .map((element) => cleanText(attributeOf(element, 'content') ?? textOf(element), 300))
      .filter((text) => text.length > 1 && text.length < 90 && !/\d{3}/.test(text));
    const found = split(texts).filter((author) => !isOutlet(author));
    if (found.length > 0) return found;
  }
  return fromData;
}

function split(values: string[]): string[] {
  const names = new Map<string, string>();
  for (const value of values.slice(0, 15)) {
    if (/^\s*(?:https?:|@|\S+@\S+\s*$)/.test(value)) continue;
    for (const part of cleanText(value, 400).replace(BY, '').replace(AGENCY, '; $1').split(JOINTS)) {
      const name = part
        .replace(BY, '')
        .replace(ROLE, '')
        .replace(/(?<=\p{L}\s.*),\s*\p{L}+$/u, '')
        .replace(/\s*\([^)]*\)\s*$|[\s,–—-]+$|^[\s,]+/g, '')
        .trim();
      if (name.length < 2 || name.length > 70 || NO_NAME.test(name) || !/\p{L}/u.test(name)) continue;
      if (!names.has(keyOf(name))) names.set(keyOf(name), name);
    }
  }
  return [...names.values()].slice(0, 15);
}
