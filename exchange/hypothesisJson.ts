import type { Annotation, Article } from '#model/records.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { selectorsOf } from './foreign/hypothesisSelectors.ts';
import { isSameQuote } from './foreign/isSameQuote.ts';
import { keptEntry } from './foreign/keptEntry.ts';
import { fieldsOf, othersOf } from './foreign/Reader.ts';
import { jsonList } from './jsonList.ts';
import { ownFields } from './ownFields.ts';
import { sourceParagraphs } from './sourceFootnote.ts';
import { WORDS } from './words.ts';

/** Addresses that no page has stand for articles without one. */
const uriOf = (article: Article): string => addressOf(article) || `urn:uuid:${article.id}`;

/** What Hypothesis has no fields for, as words below the note. */
function below({ claim, sources }: Annotation): string {
  const claimLine = [
    claim?.statement || claim?.type,
    claim?.attribution && `${WORDS.saidBy} ${claim.attribution}`,
    claim?.verdict && `${WORDS.verdict}: ${claim.verdict}`,
  ].filter(Boolean);
  return [
    claim && `**${WORDS.claim}:** ${claimLine.join(' · ')}`,
    ...sources.map((source) => sourceParagraphs(source).join('\n\n')),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const SEPARATOR = '\n\n* * *\n\n';

/** The text of an annotation in Hypothesis: the note, and below a line what it has no fields for. */
const textOf = (annotation: Annotation): string => {
  const more = below(annotation);
  return more ? annotation.note + SEPARATOR + more : annotation.note;
};

/** The note in a text of Hypothesis that was written from an annotation and perhaps changed there. */
export function noteIn(text: string, annotation: Annotation): string {
  const more = below(annotation);
  const tail = SEPARATOR + more;
  return more && text.endsWith(tail) ? text.slice(0, -tail.length) : text;
}

/** Fields that are written from our records, whatever came under their names. */
const OURS = ['created', 'updated', 'uri', 'text', 'tags', 'document', 'target', 'claimlight'];

/**
 * What came with an entry of Hypothesis and has no place in our records, given back. Rows of its CSV have other names,
 * and no target.
 */
function keptOf({ ext }: Annotation | Article): { kept: Record<string, unknown>; targets: unknown[] } {
  const { id, ...entry } = keptEntry(ext, 'hypothesis');
  if (!Array.isArray(entry.target)) return { kept: {}, targets: [] };
  const kept = { ...othersOf(entry, ...OURS), ...(typeof id === 'string' && id && { id }) };
  const document = fieldsOf(entry.document);
  return { kept: { ...kept, document }, targets: entry.target };
}

const document = ({ title }: Article, kept: unknown) => ({
  ...othersOf(fieldsOf(kept), 'title'),
  title: title ? [title] : [],
});

/** A note on the page as a whole. */
function pageNote(article: Article): Record<string, unknown> {
  const { kept, targets } = keptOf(article);
  const isPage = targets.every((target) => selectorsOf([target]).length === 0);
  return {
    id: article.id,
    ...kept,
    created: article.createdAt,
    updated: article.updatedAt,
    uri: uriOf(article),
    text: article.note,
    tags: article.tags,
    document: document(article, kept.document),
    target: targets.length > 0 && isPage ? targets : [{ source: uriOf(article) }],
  };
}

function mark(annotation: Annotation, article: Article): Record<string, unknown> {
  const { id, tags, createdAt, updatedAt } = annotation;
  const { kept, targets } = keptOf(annotation);
  return {
    id,
    ...kept,
    created: createdAt,
    updated: updatedAt,
    uri: annotation.url || uriOf(article),
    text: textOf(annotation),
    tags,
    document: document(article, kept.document),
    target: targetOf(annotation, article, targets),
  };
}

/** The target as it came, where it still names the same words; else ours: other selectors would name other words. */
function targetOf({ url, target }: Annotation, article: Article, kept: unknown[]): unknown[] {
  const { exact, prefix, suffix, start, end } = target;
  const given = selectorsOf(kept);
  const quote = given.find(({ type }) => type === 'TextQuoteSelector');
  if (quote && isSameQuote(quote, target)) return kept;
  return [
    {
      source: url || uriOf(article),
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
      ],
    },
  ];
}

async function* entries(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
): AsyncGenerator<object> {
  for await (const { article, annotations } of library) {
    const marks = inDocumentOrder(annotations);
    const hasOwn = article.note !== '' || article.tags.length > 0 || marks.length === 0;
    if (hasOwn) yield { ...pageNote(article), ...ownFields({ article }) };
    for (const [at, annotation] of marks.entries()) {
      const own = at === 0 && !hasOwn ? { article, annotation } : { annotation };
      yield { ...mark(annotation, article), ...ownFields(own) };
    }
  }
}

/**
 * A library as the Hypothesis client exports one, in pieces of one entry each: marks, and notes on pages. What it has no
 * place for stands beside it, so that it comes back whole.
 * @param exportedAt ISO 8601; left out, the same records give the same bytes at any time
 */
export function libraryToHypothesis(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  exportedAt = '1970-01-01T00:00:00.000Z',
): AsyncGenerator<string, void> {
  const head = { export_date: exportedAt, export_userid: '', client_version: 'claimlight', annotations: 0 };
  return jsonList(JSON.stringify(head).slice(0, -2), entries(library), () => '}');
}
