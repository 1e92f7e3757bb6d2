import { isDue } from '#evidence/dueClaims.ts';
import { fold } from '#model/fold.ts';
import type { SearchFilter, SearchQuery } from '#model/searchQuery.ts';
import type { AnnotationEntry, ArticleEntry } from './searchEntry.ts';
import type { FieldText } from './searchedTexts.ts';

/*
 * Pure: whether a record is what a query asks for, and how close it comes.
 */

/** How close a find is: whole words, their beginnings, parts of words; as a phrase more than any of these. */
export const CLOSENESS = { phrase: 3, words: 2, beginnings: 1, parts: 0 } as const;

/** Places of a word looked at in one text, to find one where it stands whole. */
const MOST = 50;

/** A query, taken apart for thousands of records. */
export interface Asked {
  wanted: string[];
  unwanted: string[];
  filters: SearchFilter[];
  /** All words in their order, where there are several. */
  phrase: string | undefined;
  now: Date;
}

export function askedOf({ terms, filters }: SearchQuery, now: Date): Asked {
  const wanted = terms.filter(({ not }) => !not).map(({ text }) => text);
  return {
    wanted,
    unwanted: terms.filter(({ not }) => not).map(({ text }) => text),
    filters,
    phrase: wanted.length > 1 ? wanted.join(' ') : undefined,
    now,
  };
}

const stands = (fields: FieldText[], term: string): boolean => {
  for (const { text } of fields) if (text.includes(term)) return true;
  return false;
};

/**
 * Whether an annotation is asked for. Words that only its article has narrow the search; at least one must be its own.
 */
export function isAnnotationAsked(entry: AnnotationEntry, article: ArticleEntry, asked: Asked): boolean {
  const { fields } = entry;
  let own = asked.wanted.length === 0;
  for (const term of asked.wanted) {
    if (stands(fields, term)) own = true;
    else if (!stands(article.fields, term)) return false;
  }
  if (!own) return false;
  for (const term of asked.unwanted) if (stands(fields, term) || stands(article.fields, term)) return false;
  for (const filter of asked.filters)
    if (meets(entry, article, filter, asked.now) === filter.not) return false;
  return true;
}

/** Whether an article is asked for by its own words. */
export function isArticleAsked(article: ArticleEntry, asked: Asked): boolean {
  const { fields } = article;
  if (!asked.wanted.every((term) => stands(fields, term))) return false;
  if (asked.unwanted.some((term) => stands(fields, term))) return false;
  return asked.filters.every((filter) => meets(undefined, article, filter, asked.now) !== filter.not);
}

/** How close an annotation, with its article, or an article comes to what is asked. */
export function closenessOf(fields: FieldText[], around: FieldText[], asked: Asked): number {
  const { phrase, wanted } = asked;
  if (wanted.length === 0) return CLOSENESS.parts;
  const asPhrase = phrase === undefined ? -1 : bestOf(fields, phrase);
  if (asPhrase >= 0) return CLOSENESS.phrase + asPhrase;
  let least: number = CLOSENESS.words;
  for (const term of wanted) {
    const own = bestOf(fields, term);
    least = Math.min(least, own < 0 ? bestOf(around, term) : own);
    if (least <= CLOSENESS.parts) return CLOSENESS.parts;
  }
  return least;
}

/** How well a word stands in texts; less than 0 where it does not. */
function bestOf(fields: FieldText[], term: string): number {
  let best = -1;
  for (const { text } of fields) {
    let places = 0;
    for (let at = text.indexOf(term); at >= 0 && places < MOST; at = text.indexOf(term, at + 1)) {
      places += 1;
      const begins = !isWordAt(text, at - 1);
      if (begins && !isWordAt(text, at + term.length)) return CLOSENESS.words;
      best = Math.max(best, begins ? CLOSENESS.beginnings : CLOSENESS.parts);
    }
  }
  return best;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return WORD.test(text.charAt(at));
}

/** Whether a condition holds; of an article alone none that speaks of a mark. */
function meets(
  entry: AnnotationEntry | undefined,
  article: ArticleEntry,
  filter: SearchFilter,
  now: Date,
): boolean {
  switch (filter.by) {
    case 'tag':
      return (entry?.foldedTags.includes(filter.text) ?? false) || article.words.tags.includes(filter.text);
    case 'site':
      return article.words.sites.some((site) => site.includes(filter.text));
    case 'author':
      return article.words.authors.some((author) => author.includes(filter.text));
    case 'source':
      return (
        entry?.sources.some(({ key, title }) =>
          filter.whole
            ? fold(key) === filter.text
            : fold(key).includes(filter.text) || fold(title).includes(filter.text),
        ) ?? false
      );
    case 'color':
      return entry?.color === filter.color;
    case 'before':
      return (entry ?? article).day < filter.day;
    case 'after':
      return (entry ?? article).day >= filter.day;
    case 'is':
      if (!entry) return false;
      switch (filter.state) {
        case 'claim':
          return entry.isClaim;
        case 'unsourced':
          return entry.isClaim && entry.status === 'unsourced';
        case 'contested':
          return entry.status === 'contested';
        case 'due':
          return isDue(entry.asking, now);
        default:
          return entry.state === filter.state;
      }
  }
}
