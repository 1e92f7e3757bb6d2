import type { Annotation, Article } from '#model/records.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { annotationBodies, articleBodies, bodyOf, quoteSelector } from './annotationBodies.ts';
import { jsonList } from './jsonList.ts';
import { keptOf, keptTarget } from './keptAnnotation.ts';
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

/** The page as a whole: the article's own note and tags. */
export const articleEntry = (article: Article): Record<string, unknown> => ({
  id: iriOf(article.id),
  type: 'Annotation',
  ...keptOf(article, 'bookmarking'),
  created: article.createdAt,
  modified: article.updatedAt,
  ...bodyOf(article, articleBodies(article)),
  target: keptTarget(article, undefined, article.urls) ?? (addressOf(article) || iriOf(article.id)),
});

/** A mark with what was added to it. The quote is the one first marked; places are offsets in the normalised text. */
export function annotationEntry(annotation: Annotation, article: Article): Record<string, unknown> {
  const { id, target, claim, color, createdAt, updatedAt, url } = annotation;
  return {
    id: iriOf(id),
    type: 'Annotation',
    ...keptOf(annotation, claim ? 'assessing' : annotation.note ? 'commenting' : 'highlighting'),
    created: createdAt,
    modified: updatedAt,
    ...bodyOf(annotation, annotationBodies(annotation)),
    target: keptTarget(annotation, target, [url]) ?? {
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
