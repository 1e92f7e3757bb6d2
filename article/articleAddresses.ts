import { registrableDomain } from '#model/registrableDomain.ts';
import { foldAddress, namesStory } from './foldAddress.ts';
import { normalizeAddress } from './normalizeAddress.ts';
import { namesAnother } from './storyMarks.ts';

/**
 * Every address under which this piece may be known, normalised: the page's own, the canonical one where it can be
 * trusted, and the plain form of each (AMP, print, mobile and so on folded). The first is the primary one. Empty when
 * the page's address is no web address.
 */
export function articleAddresses(url: string, canonicalUrl: string | null): string[] {
  const own = normalizeAddress(url);
  if (own === null) return [];
  const canonical = canonicalUrl === null ? null : normalizeAddress(canonicalUrl);
  const trusted = canonical !== null && trustsCanonical(own, canonical) ? [canonical] : [];
  return [...new Set([...trusted, own, ...[...trusted, own].map(foldAddress)])];
}

/**
 * Whether a page's word about its own address may be believed: same site, no home page or section front, and no sign
 * that it names another story. Publishers' templates get all three wrong, and single-page sites leave the last
 * story's canonical in place. Both arguments are normalised addresses.
 */
export function trustsCanonical(own: string, canonical: string): boolean {
  if (own === canonical) return true;
  const [from, to] = [new URL(foldAddress(own)), new URL(foldAddress(canonical))];
  if (siteOf(from) !== siteOf(to)) return false;
  if (from.href === to.href) return true;
  if (isFront(to) || isAbove(to, from)) return false;
  return !namesAnother(from, to);
}

/** The registrable domain; blogs on a shared host are sites of their own. */
export const siteOf = (address: URL) => registrableDomain(address.hostname);

/** A home page: nothing in the path but a language or an index, and nothing in the query that picks a story. */
export const isFront = (address: URL) =>
  /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?|home|index|start|startseite|main|news)?\/?(?:(?:index|default|home)(?:\.\w+)?)?$/i.test(
    address.pathname,
  ) &&
  address.search === '' &&
  address.hash === '';

/** The page stands below what it calls canonical, or differs only in the query: a section, or a script's bare name. */
const isAbove = (to: URL, from: URL) =>
  from.pathname.startsWith(`${to.pathname.replace(/\/$/, '')}/`) ||
  (to.pathname === from.pathname && to.search === '' && from.search !== '' && !namesStory(to.pathname)) ||
  (to.pathname === from.pathname && to.search === from.search && from.hash !== to.hash);

/** Numbers long enough to be a story's, dates excepted. */
export const numbersOf = (path: string) =>
  (path.match(/\d{5,}/g) ?? []).filter(
    (number) => !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\d)?$/.test(number),
  );

/** The words of the longest part of a path: its slug. */
export function wordsOf(path: string): string[] {
  const slug = path.split(/[/?&=]/).reduce((long, part) => (part.length > long.length ? part : long), '');
  return [
    ...new Set(
      slug
        .replace(/\.\w{2,5}$/, '')
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 2),
    ),
  ];
}
