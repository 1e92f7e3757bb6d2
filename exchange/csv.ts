import { sourcing } from '#evidence/sourcingStatus.ts';
import { lookedState } from '#model/neverLooked.ts';
import type { Annotation, Source } from '#model/records.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { csvRow } from './csvRow.ts';
import { linkToQuote } from './textFragment.ts';
import { WORDS } from './words.ts';

/** Spreadsheets take a file for UTF-8 only if it says so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** English whatever the interface speaks, like the words of the Markdown: they are part of the format. */
const COLUMNS = [
  'Article',
  'Site',
  'Address',
  'Published',
  'Quote',
  'State',
  'Note',
  'Tags',
  'Claim',
  'Claim type',
  'Said by',
  'Claim status',
  'Sourcing',
  'Sources',
  'Created',
  'Updated',
  'Link',
];

/** Stance and address of each source on a line of its own; its title where it has no address. */
const sourceLines = (sources: Source[]): string =>
  sources
    .map(({ stance, url, title, site }) => `${WORDS.stance[stance]}: ${url || title || site}`)
    .join('\n');

/** The quote is the one the reader last agreed to, as in the Markdown. */
function annotationRow(article: ArticleNotes['article'], annotation: Annotation): string {
  const { target, retarget, anchor, note, tags, claim, sources, createdAt, updatedAt, url } = annotation;
  const quote = retarget ?? target;
  const address = addressOf(article);
  return csvRow([
    article.title ?? '',
    article.site ?? '',
    address,
    article.publishedAt ?? '',
    quote.exact,
    lookedState(anchor),
    note,
    tags.join('; '),
    claim?.statement ?? '',
    claim?.type ?? '',
    claim?.attribution ?? '',
    claim?.status ?? '',
    claim || sources.length > 0 ? sourcing(sources).status : '',
    sourceLines(sources),
    createdAt,
    updatedAt,
    linkToQuote(url, quote) || linkToQuote(address, quote),
  ]);
}

/**
 * Many articles as one CSV file (RFC 4180, UTF-8 with byte-order mark) with a row for each annotation, in pieces of one
 * article each, so that a library of any size needs the memory of one article. Join the pieces as they are. Equal
 * records give equal bytes. No cell is run as a formula: see `csvRow`.
 */
export async function* libraryToCsv(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
): AsyncGenerator<string, void> {
  yield BYTE_ORDER_MARK + csvRow(COLUMNS);
  for await (const { article, annotations } of library) {
    const rows = inDocumentOrder(annotations).map((annotation) => annotationRow(article, annotation));
    if (rows.length > 0) yield rows.join('');
  }
}
