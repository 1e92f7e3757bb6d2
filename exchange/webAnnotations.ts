import type { Annotation, Article, Quote, Source } from '#model/records.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { jsonList } from './jsonList.ts';
import { linkDestination } from './markdownLink.ts';
import { ownFields } from './ownFields.ts';

/** The context of the model, and what ours carries beside it: plain JSON, which no reader of the model looks into. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  { claimlight: { '@id': 'urn:claimlight:records', '@type': '@json' } },
];

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
/** An IRI for a record: the model asks for one. */
const iriOf = (id: string): string =>
  UUID.test(id) ? `urn:uuid:${id}` : `urn:claimlight:${encodeURIComponent(id)}`;

const textBody = (purpose: string, value: string, format = 'text/plain') => ({
  type: 'TextualBody',
  purpose,
  value,
  format,
});

const quoteSelector = ({ exact, prefix, suffix }: Quote) => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix && { prefix }),
  ...(suffix && { suffix }),
});

/** A source as what it links to, with the passage; as text where it has no address. */
function sourceBody({ url, title, site, quote, stance }: Source): object {
  if (!linkDestination(url)) return textBody('linking', [stance, title || site].filter(Boolean).join(': '));
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: url,
    ...(quote && { selector: quoteSelector(quote) }),
  };
}

const bodiesOf = ({ note, tags }: { note: string; tags: string[] }): object[] => [
  ...(note ? [textBody('commenting', note, 'text/markdown')] : []),
  ...tags.map((tag) => textBody('tagging', tag)),
];

const withBodies = (bodies: object[]): { body?: object[] } => (bodies.length > 0 ? { body: bodies } : {});

/** The page as a whole: the article's own note and tags. */
export const articleEntry = (article: Article): Record<string, unknown> => ({
  id: iriOf(article.id),
  type: 'Annotation',
  motivation: 'bookmarking',
  created: article.createdAt,
  modified: article.updatedAt,
  ...withBodies([...(article.title ? [textBody('describing', article.title)] : []), ...bodiesOf(article)]),
  target: addressOf(article) || iriOf(article.id),
});

/** A mark with what was added to it. The quote is the one first marked; places are offsets in the normalised text. */
export function annotationEntry(annotation: Annotation, article: Article): Record<string, unknown> {
  const { id, target, claim, sources, color, createdAt, updatedAt, url } = annotation;
  const bodies = [
    ...bodiesOf(annotation),
    ...(claim ? [textBody('classifying', `claim: ${claim.type}`)] : []),
    ...(claim?.statement ? [textBody('describing', claim.statement)] : []),
    ...(claim?.verdict ? [textBody('assessing', claim.verdict)] : []),
    ...sources.map(sourceBody),
  ];
  return {
    id: iriOf(id),
    type: 'Annotation',
    motivation: claim ? 'assessing' : annotation.note ? 'commenting' : 'highlighting',
    created: createdAt,
    modified: updatedAt,
    ...withBodies(bodies),
    target: {
      type: 'SpecificResource',
      source: url || addressOf(article) || iriOf(article.id),
      styleClass: color,
      state: { type: 'TimeState', sourceDate: createdAt },
      selector: [
        quoteSelector(target),
        { type: 'TextPositionSelector', start: target.start, end: Math.max(target.start, target.end) },
      ],
    },
  };
}

async function* entries(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
): AsyncGenerator<object> {
  for await (const { article, annotations } of library) {
    yield { ...articleEntry(article), ...ownFields({ article }) };
    for (const annotation of inDocumentOrder(annotations))
      yield { ...annotationEntry(annotation, article), ...ownFields({ annotation }) };
  }
}

/**
 * A library as a W3C Annotation Collection (JSON-LD) with all of it on one page, in pieces of one entry each. What the
 * model has no place for stands beside it, so that it comes back whole.
 */
export function libraryToWebAnnotations(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
): AsyncGenerator<string, void> {
  const id = 'urn:claimlight:collection';
  const head = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'Claimlight library',
    first: { id: `${id}:1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items: 0 },
  };
  const text = JSON.stringify(head);
  return jsonList(text.slice(0, text.lastIndexOf('0')), entries(library), (total) => `},"total":${total}}`);
}
