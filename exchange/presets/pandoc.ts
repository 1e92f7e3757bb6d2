import { factList } from '../annotationSection.ts';
import { blockQuote } from '../blockQuote.ts';
import { type CslItem, cslItems } from '../csl.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { frontMatter, type Property } from '../frontMatter.ts';
import { linkDestination } from '../markdownLink.ts';
import { yamlJson } from '../yamlScalar.ts';
import { SECTION, sourceList } from './commonDialects.ts';
import { type Dialect, joined } from './Dialect.ts';
import { outsideCode } from './outsideCode.ts';

/** What only Pandoc's Markdown reads: citations, attributes, raw TeX, definitions, raised and lowered letters. */
const harden = (markdown: string): string =>
  outsideCode(markdown, (words, from) =>
    words
      .replace(/\[/gu, (bracket, at: number) =>
        opensInHeading(markdown, from + at) ? `\\${bracket}` : bracket,
      )
      .replace(/[@{]/gu, '\\$&')
      .replace(/\\(?=\p{L})/gu, '\\\\')
      .replace(/(?<!~)~(?!~)|\^/gu, '\\$&')
      .replace(/^([> ]*)(:)(?=\s)/gmu, '$1\\$2'),
  );

/** A bracket that a heading never closes takes in what follows the heading, up to the next closing one. */
function opensInHeading(markdown: string, at: number): boolean {
  const end = markdown.indexOf('\n', at);
  const before = markdown.slice(markdown.lastIndexOf('\n', at - 1) + 1, at);
  return /^[> ]*#{1,6}\s/u.test(before) && !markdown.slice(at, end < 0 ? undefined : end).includes(']');
}

const words = (text: string): string => harden(escapeMarkdown(text));

/** Pandoc reads strings of the front matter as Markdown, those of references, too. */
const inFrontMatter = (properties: Record<string, Property>): Record<string, Property> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      if (name === 'source') return [name, typeof value === 'string' ? address(value) : value];
      if (typeof value === 'string') return [name, words(value)];
      return [name, Array.isArray(value) ? value.map(words) : value];
    }),
  );

/** An address in which nothing can be read as Markdown; percent-encoded it is the same. */
const address = (url: string): string =>
  linkDestination(url)
    .replaceAll('&amp;', '&')
    .replace(/[@$~]|_(?=\W|$)|(?<=\W)_/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const reference = (item: CslItem): CslItem => ({
  ...item,
  ...(item.title && { title: words(item.title) }),
  ...(item['container-title'] && { 'container-title': words(item['container-title']) }),
  ...(item.author && { author: item.author.map(({ literal }) => ({ literal: words(literal) })) }),
  ...(item.section && { section: words(item.section) }),
  ...(item.abstract && { abstract: words(item.abstract) }),
  ...(item.note && { note: words(item.note) }),
  ...(item.URL && { URL: address(item.URL) }),
  ...(item.archive_location && { archive_location: address(item.archive_location) }),
});

/** Pandoc: every source and the article itself are cited by key; what the keys stand for is in the file, as CSL-JSON. */
export const pandoc: Dialect = {
  top: (properties, notes) => {
    const items = notes.flatMap(cslItems).map(reference);
    const lines = frontMatter(inFrontMatter(properties)).split('\n');
    return items.length === 0
      ? lines
      : [...lines.slice(0, -1), `references: ${yamlJson(items)}`, ...lines.slice(-1)];
  },
  article: ({ title, byline, note }, citekey) => ({
    head: joined([`# ${harden(title)}`, `${harden(byline)} [@${citekey}]`.trim()]),
    note: harden(note),
    tail: '',
  }),
  annotation: ({ heading, quote, label, note, facts, sources }) => ({
    head: joined([`${SECTION} ${harden(heading)} {#${label}}`, harden(blockQuote(quote))]),
    note: harden(note),
    tail: [harden(factList(facts(''))), sourceList(sources, harden, (key) => ` [@${key}]`)]
      .filter(Boolean)
      .join('\n'),
  }),
  outline: { first: '', next: '' },
};
