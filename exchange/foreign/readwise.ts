import type { Reader } from './Reader.ts';

/** `['a','b']` as a program prints a list, or names with commas. */
export function printedList(text: string): string[] {
  const inner = /^\s*\[(.*)\]\s*$/su.exec(text)?.[1];
  if (inner === undefined) return text.split(/\s*[,|]\s*/u).filter(Boolean);
  return [...inner.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,\s][^,]*)/gsu)]
    .map(([, single, double, bare]) => (single ?? double ?? bare ?? '').replace(/\\(.)/gsu, '$1').trim())
    .filter(Boolean);
}

const HIGHLIGHTS = [
  'highlight',
  'book title',
  'book author',
  'note',
  'color',
  'tags',
  'highlighted at',
  'document tags',
  'url',
  'source url',
];

/** Readwise's export of highlights. Most have no address: then the article has a title only. */
export const readwiseCsv: Reader = {
  format: 'readwise',
  knows: ({ table }) => table.has('highlight', 'book title'),
  columns: {
    quote: 'highlight',
    note: 'note',
    url: 'url',
    title: 'book title',
    author: 'book author',
    date: 'highlighted at',
    color: 'color',
    tags: 'tags',
  },
  *read({ table }, into) {
    for (const row of table.rows(into)) {
      yield;
      const { line, cell } = row;
      const article = into.article(line, {
        url: cell('url') || cell('source url'),
        title: cell('book title'),
        authors: cell('book author'),
        tags: printedList(cell('document tags')),
        at: cell('highlighted at'),
      });
      if (!article) continue;
      into.highlight(line, article, {
        quote: cell('highlight'),
        note: cell('note'),
        tags: printedList(cell('tags')),
        color: cell('color'),
        at: cell('highlighted at'),
        ext: row.others(HIGHLIGHTS),
      });
    }
  },
};

/** The form that Readwise itself imports. */
export const readwiseImportCsv: Reader = {
  format: 'readwise',
  knows: ({ table }) => table.has('highlight', 'title'),
  columns: {
    quote: 'highlight',
    note: 'note',
    url: 'url',
    title: 'title',
    author: 'author',
    date: 'date',
    color: 'color',
    tags: 'tags',
  },
  *read({ table }, into) {
    for (const row of table.rows(into)) {
      yield;
      const { line, cell } = row;
      const article = into.article(line, {
        url: cell('url'),
        title: cell('title'),
        authors: cell('author'),
        at: cell('date'),
      });
      if (!article) continue;
      const known = ['highlight', 'title', 'author', 'url', 'note', 'date', 'color', 'tags'];
      into.highlight(line, article, {
        quote: cell('highlight'),
        note: cell('note'),
        tags: printedList(cell('tags')),
        color: cell('color'),
        at: cell('date'),
        ext: row.others(known),
      });
    }
  },
};

/** Readwise Reader's list of documents: articles without marks. */
export const readerCsv: Reader = {
  format: 'readwiseReader',
  knows: ({ table }) => table.has('title', 'url', 'reading progress'),
  columns: {
    note: 'note',
    url: 'url',
    title: 'title',
    author: 'author',
    date: 'saved date',
    tags: 'document tags',
  },
  *read({ table }, into) {
    for (const row of table.rows(into)) {
      yield;
      const { line, cell } = row;
      const ext = row.others(['title', 'url', 'document tags', 'saved date', 'author', 'note']);
      into.article(line, {
        url: cell('url'),
        title: cell('title'),
        tags: printedList(cell('document tags')),
        authors: cell('author'),
        note: cell('note'),
        at: cell('saved date'),
        ext,
      });
    }
  },
};
