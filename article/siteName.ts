import { namesIn } from './articleNode.ts';
import { cleanText, keyOf } from './cleanText.ts';
import type { Head } from './head.ts';
import { type LinkedData, typesOf } from './jsonLd.ts';

/**
 * The outlet's name as it calls itself, where it has several the one in the title of the document (`title`); its host
 * name where it says none.
 */
export function siteName(
  publishers: string[],
  head: Head,
  data: LinkedData,
  url: string,
  title: string,
): string {
  const site = data.nodes.find((node) => typesOf(node).includes('WebSite'));
  const named = [
    ...publishers,
    head.meta('og:site_name'),
    ...(site ? namesIn(site, data) : []),
    head.meta('application-name'),
    head.meta('apple-mobile-web-app-title'),
    head.meta('dc.publisher'),
  ];
  const company = /\b(?:AG|eG|GmbH|Inc|Ltd|LLC|Limited|SpA|Media Group|Verlag|Publishing|Blogger|S\.?L)\b/;
  const names = named
    .map((name) => cleanText(name, 100))
    .filter((name) => name.length > 1 && name.length <= 60 && !/^https?:/.test(name));
  // Two names of one outlet: the one the page shows beats a bare host name.
  const spoken = names.filter((name) => !/^[\w-]+(?:\.[\w-]+)+$/.test(name) && !company.test(name));
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const tab = keyOf(cleanText(title, 500));
  const shown = spoken.find((name) => keyOf(name).length > 4 && tab.includes(keyOf(name)));
  return shown ?? spoken[0] ?? tailOf(title, host) ?? names[0] ?? host;
}

/** The end of a document's title where it is the outlet's name: the name of the host makes up much of it. */
function tailOf(title: string, host: string): string | undefined {
  const tail =
    cleanText(title, 500)
      .split(/\s[|–—-]\s/)
      .slice(1)
      .at(-1) ?? '';
  const label = keyOf(host.split('.').at(-2) ?? '');
  const isName = label.length > 3 && keyOf(tail).includes(label) && 3 * label.length > keyOf(tail).length;
  return isName ? tail : undefined;
}
