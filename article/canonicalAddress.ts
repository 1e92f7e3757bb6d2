import { absoluteAddress } from './absoluteAddress.ts';
import { attributeOf, select } from './dom.ts';
import type { Head } from './head.ts';
import { parametersOf } from './parametersOf.ts';
import { namesAnother } from './storyMarks.ts';
import { withoutTrailingSlashes } from './withoutTrailingSlashes.ts';

/** Forms of a page that name another address as the proper one. */
const FORM = /(?:^|[^a-z])(?:amp|m|mobile|print)(?:[^a-z]|$)/;
/** How the reader came, in spellings that mean nothing else; identity knows the whole list. */
export const HOW_CAME = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|xtor|wt_mc)$/i;

/** What the page says of its own address, the surest first: other hosts and home pages are not believed. */
export function claimedAddresses(
  document: Document,
  head: Head,
  url: string,
  stale: ReadonlySet<Element>,
): string[] {
  if (!URL.canParse(url)) return [];
  const here = new URL(url);
  const link = select(document, 'link[rel~="canonical"][href]', 5).find((one) => !stale.has(one));
  return [(link && attributeOf(link, 'href')) ?? '', head.meta('og:url')]
    .map((said) => absoluteAddress(said, url))
    .filter((address) => address !== null)
    .filter((address) => {
      const there = new URL(address);
      const isHome = there.pathname.length <= 1 && there.search === '' && here.pathname.length > 1;
      return !isHome && sharesSite(here.hostname, there.hostname);
    });
}

/**
 * The address by which the piece is to be known. What the page says is believed where it agrees with the address at
 * which it stands; where it says two things, that which is this address. Else this address, without marks of how the
 * reader came. Null where `url` is no web address.
 */
export function canonicalAddress(claims: string[], url: string): string | null {
  const own = absoluteAddress(url, url);
  if (own === null) return null;
  const here = new URL(own);
  const isForm = FORM.test(`${here.host}${here.pathname}${here.search}`.toLowerCase());
  const agrees = (claim: string) => !namesAnother(here, new URL(claim));
  const isHere = (claim: string) => placeOf(claim) === placeOf(own) && (here.search === '' || agrees(claim));
  return (isForm ? undefined : claims.find(isHere)) ?? claims.find(agrees) ?? bare(here);
}

/** Host and path without dress. */
function placeOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${withoutTrailingSlashes(pathname)}`;
}

function bare(address: URL): string {
  for (const [name] of parametersOf(address)) if (HOW_CAME.test(name)) address.searchParams.delete(name);
  return address.href;
}

/** A cheap stand-in for the registrable domain, good enough to refuse strangers; identity checks it properly. */
const sharesSite = (a: string, b: string) =>
  a.split('.').slice(-2).join('.') === b.split('.').slice(-2).join('.');
