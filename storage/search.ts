import { fold, unfoldRange } from './fold.ts';
import type { Library, SearchField, SearchHit } from './library.ts';
import type { Reader } from './read.ts';
import {
  createSearchCache,
  type FoldedField,
  type SearchCache,
  searchedArticleTexts,
  searchedTexts,
} from './searchCache.ts';

/** Text shown on each side of a match, UTF-16 units. */
const AROUND = 60;

interface Found {
  articleId: string;
  annotationId?: string;
  createdAt: string;
  field: SearchField;
  /** Which of the record's texts. */
  index: number;
  /** Position of the match in the folded text. */
  at: number;
  term: string;
}

/**
 * Substring search over the library: every word (or "phrase in quotes") must occur in an annotation or
 * its article. Newest first. 34 ms for 100,000 notes, where an index in the database made writes 13 times slower.
 */
export function createSearch(reader: Reader): Library['search'] {
  const cache = createSearchCache(reader);
  return async (query, { limit }) => {
    const terms = searchTerms(query);
    if (terms.length === 0) return [];
    const found = findAll(await cache.upToDate(), terms, limit);
    return reader.read(async (transaction) => {
      const hits: SearchHit[] = [];
      for (const one of found) {
        const article = await transaction.objectStore('articles').get(one.articleId);
        const annotation =
          one.annotationId === undefined
            ? undefined
            : await transaction.objectStore('annotations').get(one.annotationId);
        if (!article || (one.annotationId !== undefined && !annotation)) continue;
        const texts = annotation ? searchedTexts(annotation) : searchedArticleTexts(article);
        const text = texts[one.index]?.text ?? '';
        hits.push({ article, ...(annotation && { annotation }), field: one.field, ...snippet(text, one) });
      }
      return hits;
    });
  };
}

/** Pure: the folded words and quoted phrases of a query. */
export function searchTerms(query: string): string[] {
  const parts = fold(query.slice(0, 1_000)).matchAll(/["“„«]([^"”“»]+)["”“»]|(\S+)/g);
  return [...parts].map(([, phrase, word]) => (phrase ?? word ?? '').trim()).filter((term) => term !== '');
}

function findAll(cache: SearchCache, terms: string[], limit: number): Found[] {
  const found: Found[] = [];
  const shown = new Set<string>();
  for (const [annotationId, { articleId, createdAt, fields }] of cache.annotations) {
    const around = cache.articles.get(articleId);
    if (!around) continue;
    const own = match(fields, terms);
    const rest = terms.filter((term) => !fields.some(({ text }) => text.includes(term)));
    // Words that only the article has narrow the search; at least one must be the annotation's own.
    if (!own || rest.some((term) => !around.some(({ text }) => text.includes(term)))) continue;
    found.push({ articleId, annotationId, createdAt, ...own });
    shown.add(articleId);
  }
  for (const [articleId, fields] of cache.articles) {
    const all = terms.every((term) => fields.some(({ text }) => text.includes(term)));
    const own = all ? match(fields, terms) : undefined;
    if (own && !shown.has(articleId)) found.push({ articleId, createdAt: '', ...own });
  }
  // Articles found by their own words stand first, then annotations, newest first.
  found.sort((a, b) => {
    if ((a.annotationId === undefined) !== (b.annotationId === undefined)) return a.annotationId ? 1 : -1;
    return a.createdAt < b.createdAt ? 1 : -1;
  });
  return found.slice(0, limit);
}

function match(
  fields: FoldedField[],
  terms: string[],
): Pick<Found, 'field' | 'index' | 'at' | 'term'> | undefined {
  for (const term of terms) {
    for (const [index, { field, text }] of fields.entries()) {
      const at = text.indexOf(term);
      if (at >= 0) return { field, index, at, term };
    }
  }
  return undefined;
}

function snippet(text: string, { at, term }: Found): Pick<SearchHit, 'snippet' | 'range'> {
  const [start, end] = unfoldRange(text, at, at + term.length);
  const from = wordBorder(text, Math.max(0, start - AROUND), start);
  const to = Math.min(text.length, end + AROUND);
  const cut = text.slice(from, to).toWellFormed();
  return { snippet: cut, range: [start - from, end - from] };
}

/** The first word's start between two offsets, so that a snippet does not begin within a word. */
function wordBorder(text: string, from: number, to: number): number {
  if (from === 0) return 0;
  const blank = text.slice(from, to).search(/\s/);
  return blank < 0 ? from : from + blank + 1;
}
