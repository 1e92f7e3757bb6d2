import { webAddress } from '#model/webAddress.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { plainLine } from './plainLine.ts';
import { linkToQuote } from './textFragment.ts';

/** A piece of JSON-LD. */
interface Thing {
  '@type': string;
  [name: string]: unknown;
}

/** Drops what is not known. */
const thing = (type: string, fields: Record<string, unknown>): Thing => ({
  '@type': type,
  ...Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ),
});

/**
 * The claims of an article that have a verdict of the reader's, as schema.org ClaimReview and Claim in JSON-LD. The rating
 * is the verdict in the reader's own words (`alternateName`): no number is made up for it. `reviewedAt` is ISO 8601.
 */
export function claimReviews({ article, annotations }: ArticleNotes, reviewedAt: string): string {
  const url = addressOf(article);
  const reviews = inDocumentOrder(annotations)
    .filter(({ claim, deletedAt }) => deletedAt === undefined && claim?.verdict?.trim())
    .map((annotation) => {
      const { claim, target, retarget, sources } = annotation;
      const quote = retarget ?? target;
      const page = linkToQuote(annotation.url, quote) || annotation.url || url;
      return thing('ClaimReview', {
        '@id': `urn:uuid:${annotation.id}`,
        claimReviewed: plainLine(claim?.statement || quote.exact),
        datePublished: reviewedAt.slice(0, 10),
        reviewBody: claim?.reason,
        reviewRating: thing('Rating', { alternateName: claim?.verdict, ratingExplanation: claim?.reason }),
        itemReviewed: thing('Claim', {
          text: quote.exact,
          datePublished: article.publishedAt ?? undefined,
          author: claim?.attribution ? thing('Thing', { name: claim.attribution }) : undefined,
          appearance: thing('NewsArticle', {
            url: page,
            headline: article.title ?? undefined,
            datePublished: article.publishedAt ?? undefined,
            archivedAt: article.archived?.url,
            publisher: article.site ? thing('Organization', { name: article.site }) : undefined,
            author: article.authors.map((name) => thing('Person', { name })),
          }),
        }),
        citation: sources
          .filter((source) => source.url || source.title)
          .map((source) =>
            thing('CreativeWork', {
              url: webAddress(source.url),
              name: source.title,
              text: source.quote?.exact,
              archivedAt: source.archivedUrl,
              publisher: source.site ? thing('Organization', { name: source.site }) : undefined,
            }),
          ),
      });
    });
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': reviews }, null, 2)}\n`;
}
