import { cleanText, keyOf, opensAsName } from './cleanText.ts';
import { attributeOf, parentOf, select, selectFirst, textOf } from './dom.ts';
import type { Head } from './head.ts';
import { splitNames } from './splitNames.ts';
import type { Surroundings } from './surroundings.ts';

const AUTHOR_METAS = [
  'parsely-author',
  'byl',
  'sailthru.author',
  'cxenseparse:author',
  'article:author',
  'og:article:author',
  'author',
  'dc.creator',
  'dcterms.creator',
  'authors',
  'citation_author',
  'twitter:misc:written by',
];

const DESK = /(?<=\S)\s+(?:staff|newsroom|news ?desk|team|redaktion|editorial)$/i;
/** Names of accounts, not of people: "ylvabrandt", "ylva.brandt". Agencies and initials are shorter. */
const HANDLE = /^[a-z]+[a-z._-]{5,}$/;

/** Where bylines stand, the surest first. */
const BYLINES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  '[class*="byline" i] a[href*="author" i],[class*="byline" i] a[href*="/people/" i],[class*="byline" i] a[href*="/profile" i],[data-testid*="byline" i] a',
  '[class*="author-name" i],[class*="author__name" i],[class*="authorname" i],[class*="byline__name" i],[class*="byline-name" i],[class*="article-author" i] a',
  'a[href*="/author/" i],a[href*="/authors/" i],a[href*="/autor/" i],a[href*="/autoren/" i],a[href*="/auteur/" i]',
  '[class*="byline" i]',
  '[class*="author" i]',
  '[class*="autor" i]',
];
/** Matches what any of them matches: one search instead of nine through a page without a byline. */
const ANY_BYLINE =
  '[itemprop~="author"],[rel~="author"],[class*="author" i],[class*="autor" i],[class*="byline" i],[data-testid*="byline" i],a[href*="/author" i],a[href*="/autor" i],a[href*="/auteur/" i]';
const BY = /^(?:by|von|par|por|di|av|af|door|text|texte|autor(?:in|a)?|author|фото|автор)\s*:?$/i;
const BY_NAME = /^(?:by|von|par|por|di|av|af|door|text|texte|autor(?:in|a)?|author|автор)\s*:?\s+/i;
/** Two to four words with capitals, and nothing else. */
const SIGNED = /^(?:(?:by|von|por|par|di)\s+)?(?:\p{Lu}(?:[\p{L}\p{M}'’-]+|\.)\s?){2,4}$/u;
/** Words of a name. Longer texts after "by" are sentences. */
const MOST_WORDS = 8;

/**
 * Names of the people (or agencies) who wrote the piece, in the page's order, without "By", roles, handles and
 * addresses. Linked data first, then metas, then the byline; the outlet itself counts only where nobody else is named.
 */
export function readAuthors(
  document: Document,
  linked: string[],
  head: Head,
  outlet: string[],
  near: Surroundings,
): string[] {
  const own = new Set(outlet.map(outletKey));
  const namesIn = (texts: string[]) => splitNames(texts, outlet);
  const weak: string[] = [];
  const others = (names: string[]) => {
    const people = names.filter((name) => !own.has(outletKey(name)));
    const sure = people.filter((name) => !own.has(outletKey(name.replace(DESK, ''))) && !HANDLE.test(name));
    if (sure.length === 0 && weak.length === 0) weak.push(...people);
    return sure;
  };
  const fromData = namesIn(linked);
  if (others(fromData).length > 0) return others(fromData);
  for (const name of AUTHOR_METAS) {
    const found = others(namesIn(head.all(name)));
    if (found.length > 0) return found;
  }
  const label = head.meta('twitter:label1');
  if (/written by|verfasst|écrit|escrit|geschrieben|auteur|autor/i.test(label)) {
    const found = others(namesIn([head.meta('twitter:data1')]));
    if (found.length > 0) return found;
  }
  for (const selector of selectFirst(document, ANY_BYLINE) ? BYLINES : []) {
    const texts = select(document, selector, 12)
      .filter((element) => !near.isElsewhere(element))
      .slice(0, 4)
      .map((element) => cleanText(attributeOf(element, 'content') ?? textOf(element), 300))
      .filter((text) => text.length > 1 && text.length < 90 && !/\d{3}/.test(text));
    const found = others(namesIn(texts));
    if (found.length > 0) return found;
  }
  for (const read of [() => namedNear(near.lines()), () => signature(document, near)]) {
    const found = others(namesIn(read()));
    if (found.length > 0) return found;
  }
  return weak.length > 0 ? weak : fromData;
}

/** An outlet is called with its article and without. */
const outletKey = (name: string) =>
  keyOf(name.replace(/^(?:the|der|die|das|le|la|les|el|il|de|het)\s+/i, ''));

/** The name that signs the text, alone in the paragraph after its last one. */
function signature(document: Document, near: Surroundings): string[] {
  const paragraphs = select(document, 'p', 400);
  const words = paragraphs.map((p) => textOf(p).slice(0, 1_000).replace(/\s+/g, ' ').trim());
  const at = words.findLastIndex((line) => line.length > 140);
  const [last, next] = [paragraphs[at], paragraphs[at + 1]];
  const name = words[at + 1] ?? '';
  if (!last || !next || parentOf(next) !== parentOf(last) || name.length > 50 || !SIGNED.test(name))
    return [];
  return near.isElsewhere(last) ? [] : [name];
}

/** Names that follow a "By" in the lines below the headline. */
function namedNear(lines: string[]): string[] {
  for (const [place, line] of lines.entries()) {
    const name = BY.test(line) ? (lines[place + 1] ?? '') : line.replace(BY_NAME, '');
    if (name !== line && opensAsName(name) && name.split(' ').length <= MOST_WORDS && !/\d/.test(name))
      return [name];
  }
  return [];
}
