import { cleanText } from './cleanText';
import { attributeOf, select, textOf } from './dom';
import type { Head } from './head';
import { parseDate } from './parseDate';
import type { Surroundings } from './surroundings';

/** Metas that content systems write on single pieces only. */
const DATE_METAS =
  'article:published_time datepublished date dc.date dc.date.issued dc.date.created dcterms.date dcterms.created pubdate publishdate publish-date publish_date sailthru.date parsely-pub-date cxenseparse:recs:publishtime og:pubdate ptime originalpublicationdate article.published published published_at displaydate date.issued'.split(
    ' ',
  );

export interface FoundDate {
  /** UTC, ISO 8601; null where the page's words are no date we understand. */
  iso: string | null;
  raw: string;
}

const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
];
const DATE_PLACES = [
  '[itemprop~="datePublished"]',
  'article time,main time,time[pubdate]',
  'time',
  '[class*="publish" i],[class*="pubdate" i]',
  '[class*="article-date" i],[class*="article__date" i],[class*="post-date" i],[class*="entry-date" i],[class*="dateline" i],[class*="timestamp" i]',
  '[class*="date" i],[id*="date" i]',
];

/** When the piece was first published; the time of its last change is never taken for it. */
export function publishedDate(
  document: Document,
  url: string,
  linked: unknown,
  head: Head,
  near: Surroundings,
): FoundDate | null {
  return (
    firstDate([linked]) ??
    firstDate(DATE_METAS.flatMap((name) => head.all(name).slice(0, 1))) ??
    firstDate(select(document, DATE_PLACES[0] ?? '', 3).map(wordsOf)) ??
    dateInPage(document, DATE_PLACES.slice(1, 3), near) ??
    dateInAddress(url) ??
    dateInPage(document, DATE_PLACES.slice(3), near) ??
    firstDate(near.lines().filter((line) => line.length < 60 && /\d/.test(line)))
  );
}

export function modifiedDate(document: Document, linked: unknown, head: Head): FoundDate | null {
  return (
    firstDate([linked, ...MODIFIED_METAS.map((name) => head.meta(name))]) ??
    firstDate(select(document, '[itemprop~="dateModified"]', 2).map(wordsOf))
  );
}

const wordsOf = (element: Element) =>
  attributeOf(element, 'datetime') ||
  attributeOf(element, 'content') ||
  attributeOf(element, 'data-date') ||
  textOf(element).slice(0, 200);

function dateInPage(document: Document, selectors: string[], near: Surroundings): FoundDate | null {
  for (const selector of selectors) {
    const places = select(document, selector, 12).filter((element) => !near.isElsewhere(element));
    const found = firstDate(places.map(wordsOf).filter((text) => text.length < 120));
    if (found) return found;
  }
  return null;
}

function dateInAddress(url: string): FoundDate | null {
  const found = /[/_-]((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(
    url.slice(0, 1_000),
  );
  return found
    ? { iso: `${found[1]}-${found[2]}-${found[3]}T00:00:00.000Z`, raw: found.slice(1).join('-') }
    : null;
}

function firstDate(values: unknown[]): FoundDate | null {
  for (const value of values) {
    const raw = cleanText(
      typeof value === 'number' ? String(value) : Array.isArray(value) ? value[0] : value,
      120,
    );
    const iso = raw === '' ? null : parseDate(raw);
    if (iso) return { iso, raw };
  }
  return null;
}
