import { escapeMarkdown } from './escapeMarkdown.ts';
import { LINE_BREAK } from './plainLine.ts';

/** Markdown as a block quote: every line gets the mark, empty ones too, so that nothing falls out of it. */
export function asBlockQuote(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** A text as a block quote; each of its lines stays a paragraph of its own. '' for an empty text. */
export function blockQuote(text: string): string {
  const paragraphs = text.split(LINE_BREAK).map(escapeMarkdown).filter(Boolean);
  return paragraphs.length === 0 ? '' : asBlockQuote(paragraphs.join('\n\n'));
}
