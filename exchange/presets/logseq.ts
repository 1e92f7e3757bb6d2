import { factList } from '../annotationSection.ts';
import { blockQuote } from '../blockQuote.ts';
import { BARE_ADDRESS } from '../escapeMarkdown.ts';
import type { Property } from '../frontMatter.ts';
import { linkDestination } from '../markdownLink.ts';
import { plainLine } from '../plainLine.ts';
import { SECTION, sourceList } from './commonDialects.ts';
import { type Dialect, joined } from './Dialect.ts';
import { outsideCode } from './outsideCode.ts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u;

/**
 * Properties are text to the end of the line, read like other text; commas part values. What would be a link to a page,
 * a macro, a tag or HTML is none then, and what a name may well hold (`_`) stays as it is.
 */
function propertyLine(name: string, value: Property): string[] {
  if (value === null || value === undefined) return [];
  if (name === 'source') return typeof value === 'string' ? [`${name}:: ${linkDestination(value)}`] : [];
  const one = (text: string) =>
    plainLine(text)
      .replace(/[<`[]|\{(?=\{)|\((?=\()|:(?=:)|\\(?=[!-/:-@[-`{-~]|$)/gu, '\\$&')
      .replace(BARE_ADDRESS, '\\$&')
      .replace(/#/gu, '');
  const text = Array.isArray(value)
    ? value.map((each) => one(each).replaceAll(',', ' ').trim())
    : [one(typeof value === 'object' ? value.time : String(value)).trim()];
  const line = text.filter(Boolean).join(', ');
  return line ? [`${name}:: ${line}`] : [];
}

/** Logseq takes `- ` for an entry of its outline, wherever it stands; `* ` is a list within one. */
const asInnerLists = (markdown: string): string => markdown.replace(/^([> ]*)- (?=\S|$)/gmu, '$1* ');

/** What only Logseq reads: macros, references to entries, properties, marks. */
const harden = (markdown: string): string => {
  const labels = labelsIn(markdown);
  return outsideCode(
    markdown,
    (words) =>
      words
        .replace(/\{(?=\{)/gu, '{\\')
        .replace(/\((?=\()/gu, '(\\')
        .replace(/:(?=:)/gu, ':\\')
        .replace(/\^(?=\^)/gu, '^\\'),
    // `\[ … \]` is a formula there; a bracket that no other opens is none of a link. Within a label it would be.
    (pair, index) =>
      pair === '\\]' && !labels.some(([start, end]) => start < index && index < end) ? ']' : pair,
  );
};

/** Where the labels of links stand. */
function labelsIn(markdown: string): [start: number, end: number][] {
  const labels: [number, number][] = [];
  let open = -1;
  for (const { 0: mark, index } of markdown.matchAll(/\\[\s\S]|\[|\](\(?)/gu)) {
    if (mark === '[') open = index;
    else if (mark === '](' && open >= 0) labels.push([open, index]);
    if (mark.startsWith(']')) open = -1;
  }
  return labels;
}

const written = (markdown: string): string => harden(asInnerLists(markdown));

/** Logseq: an outline with an entry for each annotation, properties as `key:: value`, no footnotes. */
export const logseq: Dialect = {
  top: (properties) => Object.entries(properties).flatMap(([name, value]) => propertyLine(name, value)),
  article: ({ title, byline, note }) => ({
    head: harden(joined([`# ${title}`, byline])),
    note: written(note),
    tail: '',
  }),
  annotation: ({ heading, quote, note, facts, sources }, id) => ({
    // Its own ids are UUIDs of this form; with one, other pages can name the entry.
    head: joined([
      [`${SECTION} ${harden(heading)}`, ...(UUID.test(id) ? [`id:: ${id}`] : [])].join('\n'),
      harden(blockQuote(quote)),
    ]),
    note: written(note),
    tail: written([factList(facts('')), sourceList(sources)].filter(Boolean).join('\n')),
  }),
  outline: { first: '- ', next: '  ' },
};
