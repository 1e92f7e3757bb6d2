import type { Annotation, Article } from '#model/records.ts';
import type { SearchField } from './SearchFound.ts';

/** One searchable text of a record. */
export interface FieldText {
  field: SearchField;
  text: string;
}

/** The texts of an annotation that are searched, in the order in which a match is shown. */
export function searchedTexts(annotation: Annotation): FieldText[] {
  const { target, note, claim, sources, tags } = annotation;
  const texts: [SearchField, string | undefined][] = [
    ['quote', target.exact],
    ['note', note],
    [
      'claim',
      claim && [claim.statement, claim.attribution, claim.verdict, claim.reason].filter(Boolean).join(' · '),
    ],
    ...sources.map((source): [SearchField, string] => [
      'source',
      [source.title, source.site, source.url, ...source.authors, source.quote?.exact, source.note]
        .filter(Boolean)
        .join(' · '),
    ]),
    ...tags.map((tag): [SearchField, string] => ['tag', tag]),
  ];
  return texts
    .filter((one): one is [SearchField, string] => Boolean(one[1]))
    .map(([field, text]) => ({ field, text }));
}

/** The texts of an article that are searched. */
export function searchedArticleTexts(article: Article): FieldText[] {
  const title = [article.title, article.site, ...article.authors].filter(Boolean).join(' · ');
  return [
    { field: 'title' as const, text: title },
    { field: 'article note' as const, text: article.note },
    ...article.tags.map((tag) => ({ field: 'tag' as const, text: tag })),
  ].filter(({ text }) => text !== '');
}
