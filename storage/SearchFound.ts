import type { Excerpt } from '#model/excerpt.ts';
import type { Annotation, Article } from '#model/records.ts';
import type { QueryFault } from '#model/searchQuery.ts';

export const SEARCH_FIELDS = ['quote', 'note', 'claim', 'source', 'tag', 'title', 'article note'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** A piece of one text of a record, with every word found marked. */
export interface SearchExcerpt extends Excerpt {
  field: SearchField;
}

export interface SearchHit {
  /** Absent where only the article itself (title, note, tag) matches. */
  annotation?: Annotation;
  /** At least one; further ones for words that stand in other texts. */
  excerpts: SearchExcerpt[];
}

/** What was found in one article, the closest first. */
export interface FoundArticle {
  article: Article;
  /** All finds in it, of which `hits` are the first. */
  total: number;
  hits: SearchHit[];
}

export interface SearchFound {
  /** Those with the closest finds first, then the newest. */
  articles: FoundArticle[];
  /** Finds in the whole library, and in how many articles they stand. */
  total: number;
  totalArticles: number;
  /** What is wrong with the query; the rest of it was searched. */
  faults: QueryFault[];
}

export const GROUPINGS = ['article', 'day', 'tag', 'site', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface OverviewGroup {
  /** An article's id, a day (YYYY-MM-DD), a tag, an outlet, a source's address; '' for what has none. */
  key: string;
  title: string;
  site?: string;
  articleId?: string;
  /** Ids of annotations. One may stand in several groups. */
  ids: string[];
}

/** The annotations that a query asks for, all for an empty one. */
export interface Overview {
  groups: OverviewGroup[];
  /** Annotations, each counted once. */
  total: number;
  faults: QueryFault[];
}

/** Words to choose conditions from, the most used first. */
export interface Facets {
  tags: { name: string; count: number }[];
  sites: { name: string; count: number }[];
  /** Titles of sources; where there is none, their addresses. */
  sources: { name: string; count: number }[];
}

export interface FigureRow {
  /** An outlet ('' for none) or a month (YYYY-MM). */
  name: string;
  marks: number;
  claims: number;
  unsourced: number;
}

/** How the claims that a query asks for are sourced. */
export interface Figures {
  marks: number;
  claims: number;
  unsourced: number;
  single: number;
  corroborated: number;
  contested: number;
  /** The outlets with most claims, and how many more there are. */
  bySite: FigureRow[];
  otherSites: number;
  /** The last months in which something was marked, newest first. */
  byMonth: FigureRow[];
}
