import type { Annotation, Article } from '#model/records.ts';
import { linkDestination } from './markdownLink.ts';

/** An article with its annotations, in any order; deleted ones may be among them and are left out. */
export interface ArticleNotes {
  article: Article;
  annotations: Annotation[];
}

/** As the marks stand in the article; equal places by age, and by id so that the order never depends on the store. */
export function inDocumentOrder(annotations: Annotation[]): Annotation[] {
  const place = ({ retarget, target }: Annotation) => retarget ?? target;
  const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return annotations
    .filter(({ deletedAt }) => deletedAt === undefined)
    .sort(
      (a, b) =>
        place(a).start - place(b).start ||
        place(a).end - place(b).end ||
        compare(a.createdAt, b.createdAt) ||
        compare(a.id, b.id),
    );
}

/** The article's own address; '' where it has no http(s) one. */
export const addressOf = ({ canonicalUrl, urls }: Article): string =>
  [canonicalUrl ?? '', ...urls].find((url) => linkDestination(url) !== '') ?? '';
