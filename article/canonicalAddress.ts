import { absoluteAddress } from './absoluteAddress';
import { attributeOf, selectFirst } from './dom';
import type { Head } from './head';

/** The page's own word for its address, or its address: other hosts and home pages are not believed. */
export function canonicalAddress(document: Document, head: Head, url: string): string | null {
  const own = absoluteAddress(url, url);
  if (own === null) return null;
  const here = new URL(own);
  const link = selectFirst(document, 'link[rel~="canonical"][href]');
  for (const said of [(link && attributeOf(link, 'href')) ?? '', head.meta('og:url')]) {
    const address = absoluteAddress(said, url);
    if (address === null) continue;
    const there = new URL(address);
    const home = there.pathname.length <= 1 && there.search === '' && here.pathname.length > 1;
    if (!home && sharesSite(here.hostname, there.hostname)) return address;
  }
  return own;
}

/** A cheap stand-in for the registrable domain, good enough to refuse strangers; identity checks it properly. */
const sharesSite = (a: string, b: string) =>
  a.split('.').slice(-2).join('.') === b.split('.').slice(-2).join('.');
