import { cleanText } from './cleanText.ts';
import { attributeOf, rootOf, select, textOf } from './dom.ts';
import type { Head } from './head.ts';
import { onOutletClock } from './outletClock.ts';
import { parseDate } from './parseDate.ts';
import { openingDate, type Surroundings } from './surroundings.ts';

/** Metas that content systems write on single pieces only. */
const DATE_METAS =
  'article:published_time og:article:published_time datepublished date dc.date dc.date.issued dc.date.created dcterms.date dcterms.created pubdate publishdate publish-date publish_date sailthru.date parsely-pub-date cxenseparse:recs:publishtime og:pubdate ptime originalpublicationdate article.published published published_at displaydate date.issued'.split(
    ' ',
  );

/** The same in the spellings of single systems. */
const OTHER_METAS = ['property', 'name', 'itemprop']
  .map(
    (key) =>
      `meta[${key}*="publi" i][${key}*="date" i],meta[${key}*="publi" i][${key}*="time" i],meta[${key}*="pubdate" i]`,
  )
  .join(',');

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

/** Where the outlet's own clock may be shown. */
const SHOWN = 'time,[class*="date" i]';

/** What says that a time is not that of publication. */
const CHANGED =
  /updat|aktuali[sz]|actuali[sz]|modifi|geändert|bearbeitet|edited|mis à jour|aggiorna|atualiz|zuletzt|обновлено/i;

/** When the piece was first published; the time of its last change is never taken for it. */
export function publishedDate(
  document: Document,
  url: string,
  linked: unknown,
  head: Head,
  near: Surroundings,
  stale: ReadonlySet<Element>,
): FoundDate | null {
  const root = rootOf(document);
  const language = (root && attributeOf(root, 'lang')) ?? '';
  const first = (values: unknown[]) => firstDate(values, language);
  const inPage = (selectors: string[]) => {
    for (const selector of selectors) {
      const places = select(document, selector, 12).filter((element) => !near.isElsewhere(element));
      const found = first(places.map(wordsOf).filter((text) => text.length < 120 && !CHANGED.test(text)));
      if (found) return found;
    }
    return null;
  };
  const fresh = (selector: string, most: number) =>
    select(document, selector, most).filter((element) => !stale.has(element));
  const metas = DATE_METAS.flatMap((name) => head.all(name).slice(0, 1));
  const found =
    first([linked]) ??
    first(metas) ??
    first(fresh(OTHER_METAS, 3).map(wordsOf)) ??
    first(fresh(DATE_PLACES[0] ?? '', 3).map(wordsOf)) ??
    first([brokenDate(fresh('script[type="application/ld+json" i]', 10))]) ??
    inPage(DATE_PLACES.slice(1, 3)) ??
    dateInAddress(url) ??
    inPage(DATE_PLACES.slice(3, 5)) ??
    first(dated(near.lines())) ??
    inPage(DATE_PLACES.slice(5)) ??
    first(dated(near.above()));
  if (!found?.iso || !/:\d\d.*(?:Z|[+-]00:?00|UTC|GMT)$/i.test(found.raw)) return found;
  const shown = select(document, SHOWN, 12).filter((element) => !near.isElsewhere(element));
  const texts = [...metas, ...dated(shown.map((element) => textOf(element).trim()))];
  const clock =
    onOutletClock(found.iso, texts, language) ?? onOutletClock(found.iso, dated(near.lines()), language);
  return { ...found, raw: clock ?? found.raw };
}

export function modifiedDate(document: Document, linked: unknown, head: Head): FoundDate | null {
  return (
    firstDate([linked, ...MODIFIED_METAS.map((name) => head.meta(name))]) ??
    firstDate(select(document, '[itemprop~="dateModified"]', 2).map(wordsOf))
  );
}

/** From linked data that are too broken to be parsed: a bracket too many, comments, single quotes. */
const brokenDate = (scripts: Element[]) =>
  scripts
    .map((script) => /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(textOf(script).slice(0, 100_000))?.[1])
    .find((date) => date !== undefined);

/** What may be a date among lines, or in the opening of a text. */
const dated = (lines: string[]) =>
  lines
    .map((line) => (line.length < 60 ? line : openingDate(line)))
    .filter((line) => /\d/.test(line) && !CHANGED.test(line));

const wordsOf = (element: Element) =>
  attributeOf(element, 'datetime') ||
  attributeOf(element, 'content') ||
  attributeOf(element, 'data-date') ||
  textOf(element).slice(0, 200);

function dateInAddress(url: string): FoundDate | null {
  const found = /[/_-]((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(
    url.slice(0, 1_000),
  );
  return found
    ? { iso: `${found[1]}-${found[2]}-${found[3]}T00:00:00.000Z`, raw: found.slice(1).join('-') }
    : null;
}

function firstDate(values: unknown[], language = ''): FoundDate | null {
  for (const value of values) {
    const raw = cleanText(
      typeof value === 'number' ? String(value) : Array.isArray(value) ? value[0] : value,
      120,
    );
    const iso = raw === '' ? null : parseDate(raw, language);
    if (iso) return { iso, raw };
  }
  return null;
}
