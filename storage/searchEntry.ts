import { askingDay, localDay } from '#evidence/dueClaims.ts';
import { normalisedSource } from '#evidence/normalisedSource.ts';
import { sourcingStatus } from '#evidence/sourcingStatus.ts';
import { fold } from '#model/fold.ts';
import { NEVER_LOOKED } from '#model/neverLooked.ts';
import type { AnchorState, Annotation, Article, Color, SourcingStatus } from '#model/records.ts';
import { type FieldText, searchedArticleTexts, searchedTexts } from './searchedTexts.ts';

/** What a search and an overview know of an article. Texts in `fields` and `words` are folded. */
export interface ArticleEntry {
  id: string;
  fields: FieldText[];
  title: string;
  site: string;
  /** Tags, authors, and the outlet with the hosts of its addresses, for conditions. */
  words: { tags: string[]; authors: string[]; sites: string[] };
  tags: string[];
  day: string;
  updatedAt: string;
}

/** What a search and an overview know of an annotation. */
export interface AnnotationEntry {
  id: string;
  articleId: string;
  fields: FieldText[];
  createdAt: string;
  /** The reader's day on which it was made. */
  day: string;
  /** Where it stands in the article. */
  start: number;
  color: Color;
  tags: string[];
  foldedTags: string[];
  isClaim: boolean;
  /** Null where there is neither claim nor source. */
  status: SourcingStatus | null;
  /** As the last look found it; null for one that was never looked for. */
  state: AnchorState | null;
  /** The day to ask about it. */
  asking: string | null;
  /** Addresses or titles of its sources, each once. */
  sources: { key: string; title: string }[];
}

/** The whole library as it is searched, by id. */
export interface SearchCache {
  articles: Map<string, ArticleEntry>;
  annotations: Map<string, AnnotationEntry>;
}

export function articleEntry(article: Article): ArticleEntry {
  const { id, tags, authors, site, urls, createdAt, updatedAt } = article;
  return {
    id,
    fields: searchedArticleTexts(article).map(folded),
    title: article.title ?? urls[0] ?? '',
    site: site || (urls[0] ? hostOf(urls[0]) : ''),
    words: {
      tags: tags.map(fold),
      authors: authors.map(fold),
      sites: [...new Set([...(site ? [fold(site)] : []), ...urls.map(hostOf)])],
    },
    tags,
    day: localDay(new Date(createdAt)),
    updatedAt,
  };
}

export function annotationEntry(annotation: Annotation): AnnotationEntry {
  const { id, articleId, createdAt, claim, sources, anchor, tags, color } = annotation;
  return {
    id,
    articleId,
    fields: searchedTexts(annotation).map(folded),
    createdAt,
    day: localDay(new Date(createdAt)),
    start: (annotation.retarget ?? annotation.target).start,
    color,
    tags,
    foldedTags: tags.map(fold),
    isClaim: claim !== undefined,
    status: claim || sources.length > 0 ? sourcingStatus(sources) : null,
    state: anchor.checkedAt === NEVER_LOOKED ? null : anchor.state,
    asking: askingDay(claim),
    sources: sourcesOf(annotation),
  };
}

function sourcesOf({ sources }: Annotation): AnnotationEntry['sources'] {
  const known = new Map<string, string>();
  for (const { url, title } of sources) {
    const key = normalisedSource(url) || fold(title);
    if (key && !known.get(key)) known.set(key, title || url);
  }
  return [...known].map(([key, title]) => ({ key, title }));
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';

const folded = ({ field, text }: FieldText): FieldText => ({ field, text: fold(text) });
