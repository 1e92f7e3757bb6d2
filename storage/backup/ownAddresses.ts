import type { Article } from '#model/records.ts';
import { registrableDomain } from '#model/registrableDomain.ts';

const siteOf = (url: string): string => (URL.canParse(url) ? registrableDomain(new URL(url).hostname) : '');

/**
 * Pure: the addresses of an article from a file that are of its own site: that of its canonical address where it was
 * seen there, else that of its first address. An article that lists addresses of other sites would stand for them: it
 * would hide what is noted there, and take what is noted next.
 */
export function ownAddresses({ urls, canonicalUrl }: Pick<Article, 'urls' | 'canonicalUrl'>): string[] {
  const sites = urls.map(siteOf);
  const claimed = canonicalUrl === null ? '' : siteOf(canonicalUrl);
  const home = sites.includes(claimed) ? claimed : sites[0];
  return urls.filter((_, at) => sites[at] === home);
}
