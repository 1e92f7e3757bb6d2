import type { Source } from '#model/records.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { markdownLink } from './markdownLink.ts';
import { noteMarkdown } from './noteMarkdown.ts';
import { linkToQuote } from './textFragment.ts';
import { WORDS } from './words.ts';

const INDENT = '    ';

/** The day of a time, as written in text. */
export const day = (time: string): string => time.slice(0, 10);

/** What is told of a source, in paragraphs: stance, tier, link to the very passage; the passage itself; the note. */
export function sourceParagraphs(source: Source): string[] {
  const { quote, stance, tier } = source;
  const address = (quote && linkToQuote(source.url, quote)) || source.url;
  const title = source.title || source.site || source.url;
  const facts = [
    markdownLink(title, address),
    source.authors.map(escapeMarkdown).join(', '),
    source.site === title ? '' : escapeMarkdown(source.site),
    escapeMarkdown(source.kind),
    source.publishedAt ? `${WORDS.published} ${escapeMarkdown(day(source.publishedAt))}` : '',
    source.wire ? `${WORDS.wire} ${escapeMarkdown(source.wire)}` : '',
    escapeMarkdown(source.locator),
    source.accessedAt ? `${WORDS.accessed} ${escapeMarkdown(day(source.accessedAt))}` : '',
    source.archivedUrl ? markdownLink(WORDS.archived, source.archivedUrl) : '',
  ].filter(Boolean);
  const head = `**${WORDS.stance[stance]}** (${WORDS.tier[tier]}): ${facts.join(' · ')}`;
  const passage = quote ? escapeMarkdown(quote.exact) : '';
  return [head, passage && `“${passage}”`, source.note && noteMarkdown(source.note, 2)].filter(Boolean);
}

/** A source as the definition of a GFM footnote. */
export function sourceFootnote(source: Source, label: string): string {
  const body = sourceParagraphs(source)
    .join('\n\n')
    .replace(/\n(?=[^\n])/gu, `\n${INDENT}`);
  return `[^${label}]: ${body}`;
}
