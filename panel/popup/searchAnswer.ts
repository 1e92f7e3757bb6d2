import type { SearchAnswer, SearchHit } from '#components/popup/PopupState.ts';
import { localDay } from '#evidence/dueClaims.ts';
import { rangesOf } from '#model/excerpt.ts';
import { readQuery } from '#model/searchQuery.ts';
import type { SearchField, SearchFound } from '#storage/index.ts';
import { queryFaultInWords } from '../queryFaultInWords.ts';

const WHERE: Record<SearchField, SearchHit['excerpts'][number]['where']> = {
  quote: 'quote',
  note: 'note',
  claim: 'note',
  source: 'source',
  tag: 'tag',
  title: 'title',
  'article note': 'note',
};

/** What a search found, as the popup shows it: every word of the query marked, faults of the query in words. */
export function searchAnswer(
  query: string,
  { articles, total, totalArticles, faults }: SearchFound,
): SearchAnswer {
  const words = readQuery(query, localDay(new Date())).terms.flatMap(({ text, not }) => (not ? [] : text));
  return {
    total,
    totalArticles,
    faults: faults.map(queryFaultInWords),
    articles: articles.map(({ article, total, hits }) => {
      const title = article.title ?? article.urls[0] ?? '';
      return {
        articleId: article.id,
        title: { text: title, found: rangesOf(title, words) },
        site: article.site,
        total,
        hits: hits.map(({ annotation, excerpts }) => ({
          annotationId: annotation?.id ?? null,
          color: annotation?.color ?? null,
          excerpts: excerpts.map(({ field, text, found }) => ({ where: WHERE[field], text, found })),
        })),
      };
    }),
  };
}
