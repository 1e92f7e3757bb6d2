import { webAddress } from '#model/webAddress.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';

/** Characters that end or change a link's destination somewhere; percent-encoded they mean the same address. */
const IN_DESTINATION = /[\s()<>[\]\\`'"|{}^*]/gu;

const percent = (char: string): string =>
  [...new TextEncoder().encode(char)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');

/** An http(s) address as a Markdown link destination. '' for any other scheme and for what is no address. */
export function linkDestination(url: string): string {
  const safe = webAddress(url.toWellFormed());
  if (safe === undefined) return '';
  // `?a&copy;b` would be read as a character reference; `&amp;` in a destination is `&`.
  return new URL(safe).href.replace(IN_DESTINATION, percent).replace(/&(?=[#a-z\d]+;)/giu, '&amp;');
}

/** A link with a label of plain text; where the address may not be linked, both are shown as text. */
export function markdownLink(label: string, url: string): string {
  const text = escapeMarkdown(label) || escapeMarkdown(url);
  const destination = linkDestination(url);
  if (destination) return `[${text}](${destination})`;
  return url && label ? `${text} (${escapeMarkdown(url)})` : text;
}
