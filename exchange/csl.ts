import type { Article, Source } from '#model/records.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { labels } from './annotationSection.ts';
import { plainLine } from './plainLine.ts';
import { recordKey } from './recordKey.ts';

interface CslDate {
  'date-parts': number[][];
}

/** An item of CSL-JSON 1.0, as citation processors read it; absent where a fact is not known. */
export interface CslItem {
  id: string;
  type: string;
  title?: string;
  'container-title'?: string;
  author?: { literal: string }[];
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  language?: string;
  section?: string;
  abstract?: string;
  archive_location?: string;
  note?: string;
}

/** The type of an item by what the reader says a source is. */
const TYPES: Record<string, string> = {
  dataset: 'dataset',
  study: 'report',
  report: 'report',
  interview: 'interview',
  document: 'document',
  book: 'book',
  article: 'article-newspaper',
  law: 'legislation',
  speech: 'speech',
};

/** A day of a time; [] parts are never written. */
function cslDate(time: string | null): CslDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(time ?? '') ?? [];
  return year === undefined ? undefined : { 'date-parts': [[Number(year), Number(month), Number(day)]] };
}

/** Only what is known: citation processors print empty fields as such. */
function known(item: { [K in keyof CslItem]: CslItem[K] | null | undefined }): CslItem {
  const facts = Object.entries(item).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(facts) as unknown as CslItem;
}

// Names of newsrooms can't be told from names of people, so nothing is taken apart.
const authorsOf = (names: string[]) =>
  names
    .map(plainLine)
    .filter(Boolean)
    .map((literal) => ({ literal }));

const articleItem = (article: Article, id: string): CslItem =>
  known({
    id,
    type: article.kind === 'news' ? 'article-newspaper' : 'webpage',
    title: plainLine(article.title ?? ''),
    'container-title': plainLine(article.site ?? ''),
    author: authorsOf(article.authors),
    issued: cslDate(article.publishedAt),
    accessed: cslDate(article.createdAt),
    URL: addressOf(article),
    language: article.language,
    section: plainLine(article.section ?? ''),
    abstract: plainLine(article.description ?? ''),
    archive_location: article.archived?.url,
  });

const sourceItem = (source: Source, id: string): CslItem =>
  known({
    id,
    type: TYPES[source.kind.trim().toLowerCase()] ?? (source.url ? 'webpage' : 'document'),
    title: plainLine(source.title || source.url),
    'container-title': plainLine(source.site),
    author: authorsOf(source.authors),
    issued: cslDate(source.publishedAt),
    accessed: cslDate(source.accessedAt),
    URL: source.url,
    archive_location: source.archivedUrl,
    note: plainLine(source.locator),
  });

/** The key by which a text cites an article. */
export const articleCitekey = ({ id }: Article): string => recordKey(id);

/** An article and the sources of its annotations as CSL-JSON items, with the keys that the Pandoc preset cites. */
export function cslItems({ article, annotations }: ArticleNotes): CslItem[] {
  const label = labels();
  return [
    articleItem(article, articleCitekey(article)),
    ...inDocumentOrder(annotations).flatMap(({ id, sources }) => {
      const items = sources.map((source) => sourceItem(source, label(source.id)));
      label(id);
      return items;
    }),
  ];
}
