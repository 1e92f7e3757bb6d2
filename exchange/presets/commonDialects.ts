import { type AnnotationParts, factList, footnoteMarks, SECTION_LEVEL } from '../annotationSection.ts';
import { blockQuote } from '../blockQuote.ts';
import { frontMatter } from '../frontMatter.ts';
import { sourceFootnote, sourceParagraphs } from '../sourceFootnote.ts';
import { type Dialect, joined } from './Dialect.ts';

export const SECTION = '#'.repeat(SECTION_LEVEL);
const FLAT = { first: '', next: '' };

/**
 * Sources as entries of a list, each with its paragraphs below it.
 * @param harden for words that a program would read otherwise
 * @param cite what follows the first paragraph, by the source's label
 */
export function sourceList(
  sources: AnnotationParts['sources'],
  harden: (markdown: string) => string = (markdown) => markdown,
  cite: (label: string) => string = () => '',
): string {
  return sources
    .map(({ source, label }) => {
      const [head = '', ...rest] = sourceParagraphs(source).map(harden);
      return `* ${[head + cite(label), ...rest].join('\n\n').replace(/\n(?=[^\n])/gu, '\n  ')}`;
    })
    .join('\n');
}

/** CommonMark and nothing else: no front matter, which CommonMark takes for a heading; sources as a list. */
export const plain: Dialect = {
  top: () => [],
  article: ({ title, byline, note }) => ({ head: joined([`# ${title}`, byline]), note, tail: '' }),
  annotation: ({ heading, quote, note, facts, sources }) => ({
    head: joined([`${SECTION} ${heading}`, blockQuote(quote)]),
    note,
    tail: [factList(facts('')), sourceList(sources)].filter(Boolean).join('\n'),
  }),
  outline: FLAT,
};

/** GitHub: front matter, which it shows as a table, and sources as footnotes. */
export const github: Dialect = {
  ...plain,
  top: (properties) => frontMatter(properties).split('\n'),
  annotation: ({ heading, quote, note, facts, sources }) => ({
    head: joined([`${SECTION} ${heading}`, blockQuote(quote)]),
    note,
    tail: joined([
      factList(facts(footnoteMarks(sources))),
      ...sources.map(({ source, label }) => sourceFootnote(source, label)),
    ]),
  }),
};
