import { NEVER_LOOKED } from '#model/neverLooked.ts';
import type { Annotation, Article } from '#model/records.ts';
import type { ArticleSummary } from './library.ts';

/** Pure: what lists show of an article. */
export function summarise(article: Article, annotations: Annotation[]): ArticleSummary {
  const live = annotations.filter(({ deletedAt }) => deletedAt === undefined);
  const number = (test: (annotation: Annotation) => boolean) => live.filter(test).length;
  const stances = (annotation: Annotation) => new Set(annotation.sources.map(({ stance }) => stance));
  return {
    article,
    count: live.length,
    lastAnnotatedAt:
      live
        .map(({ createdAt }) => createdAt)
        .sort()
        .at(-1) ?? null,
    claims: number(({ claim }) => claim !== undefined),
    sourced: number(({ sources }) => sources.length > 0),
    disputed: number((one) => stances(one).has('supports') && stances(one).has('disputes')),
    changed: number(({ anchor }) => anchor.state === 'changed'),
    suggested: number(({ anchor }) => anchor.state === 'suggested'),
    // An imported mark is not missing before its page was opened.
    missing: number(({ anchor }) => anchor.state === 'missing' && anchor.checkedAt !== NEVER_LOOKED),
  };
}
