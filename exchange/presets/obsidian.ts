import { factList, footnoteMarks } from '../annotationSection.ts';
import { asBlockQuote } from '../blockQuote.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { LINE_BREAK } from '../plainLine.ts';
import { sourceFootnote } from '../sourceFootnote.ts';
import { github, SECTION } from './commonDialects.ts';
import { type Dialect, joined } from './Dialect.ts';

/** A paragraph as a mark; `=` at its ends would be read as part of the mark. */
function marked(line: string): string {
  const text = escapeMarkdown(line)
    .replace(/^=/u, '\\=')
    .replace(/(?<!\\)=$/u, '\\=');
  return text && `==${text}==`;
}

function callout(quote: string): string {
  const paragraphs = quote.split(LINE_BREAK).map(marked).filter(Boolean);
  return paragraphs.length === 0 ? '' : asBlockQuote(`[!quote]\n${paragraphs.join('\n\n')}`);
}

/** Obsidian: properties, the quote as a callout with a mark in it and a block id that links may name. */
export const obsidian: Dialect = {
  ...github,
  annotation: ({ heading, quote, label, note, facts, sources }) => ({
    head: joined([`${SECTION} ${heading}`, callout(quote), `^${label}`]),
    note,
    tail: joined([
      factList(facts(footnoteMarks(sources))),
      ...sources.map(({ source, label: own }) => sourceFootnote(source, own)),
    ]),
  }),
};
