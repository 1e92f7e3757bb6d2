import { namesIn } from './articleNode';
import { cleanText } from './cleanText';
import type { Head } from './head';
import { type LinkedData, typesOf } from './jsonLd';

/** The outlet's name as it calls itself; its host name where it says none. */
export function siteName(publishers: string[], head: Head, data: LinkedData, url: string): string {
  const site = data.nodes.find((node) => typesOf(node).includes('WebSite'));
  const named = [
    ...publishers,
    head.meta('og:site_name'),
    ...(site ? namesIn(site, data) : []),
    head.meta('application-name'),
    head.meta('apple-mobile-web-app-title'),
    head.meta('dc.publisher'),
  ];
  const company = /\b(?:AG|GmbH|Inc|Ltd|LLC|Limited|SpA|Media Group|Verlag|Publishing|Blogger)\b/;
  const names = named
    .map((name) => cleanText(name, 100))
    .filter((name) => name.length > 1 && name.length <= 60 && !/^https?:/.test(name));
  // Two names of one outlet: the one the page shows beats a bare host name.
  const spoken = names.find((name) => !/^[\w-]+(?:\.[\w-]+)+$/.test(name) && !company.test(name)) ?? names[0];
  return spoken ?? (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');
}
