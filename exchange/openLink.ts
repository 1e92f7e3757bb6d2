import { markdownLink } from './markdownLink.ts';
import { WORDS } from './words.ts';

/**
 * A link to a quote in its article, in Markdown. Where no directive can name the words the link leads to the page, and says so.
 * @param address as `linkToQuote` gave it, or the page's own
 */
export function openLink(address: string, quote: string): string {
  const isNamed = address.includes(':~:') || quote.trim() === '';
  return markdownLink(isNamed ? WORDS.open : WORDS.openPage, address);
}
