import type { Article } from '#model/records.ts';
import { noteIn } from '../hypothesisJson.ts';
import type { Gathering } from './Gathering.ts';
import { selectorsOf } from './hypothesisSelectors.ts';
import { OwnEntries } from './OwnEntries.ts';
import { fieldsOf, isFields, listOf, othersOf, type Reader, stringOf } from './Reader.ts';

/** The annotations of an export of the client (`annotations`) or of an answer of its API (`rows`). */
const annotationsOf = (json: unknown): unknown[] | undefined => {
  const { annotations, rows } = fieldsOf(json);
  const list = Array.isArray(annotations) ? annotations : Array.isArray(rows) ? rows : undefined;
  const isOne = (one: unknown) => isFields(one) && 'uri' in one && ('target' in one || 'text' in one);
  return list?.some(isOne) ||
    (list?.length === 0 && isFields(json) && ('export_date' in json || 'total' in json))
    ? list
    : undefined;
};

/** Hypothesis, JSON: an export of the client or an answer of the API. */
export const hypothesisJson: Reader = {
  format: 'hypothesis',
  knows: ({ json }) => annotationsOf(json) !== undefined,
  *read({ json }, into) {
    const all = annotationsOf(json) ?? [];
    const own = new OwnEntries(all, into);
    const ids = new Map<string, string>();
    const late: { line: number; one: Record<string, unknown>; article: Article }[] = [];
    for (const [at, one] of all.entries()) {
      yield;
      const line = at + 1;
      if (!isFields(one)) {
        into.refuse(line, 'not an annotation');
        continue;
      }
      if (
        own.take(one, ({ annotation }) => {
          if (annotation && typeof one.id === 'string') ids.set(one.id, annotation.id);
          return {
            note: annotation ? noteIn(stringOf(one.text), annotation) : stringOf(one.text),
            tags: listOf(one.tags).map(stringOf).filter(Boolean),
          };
        })
      )
        continue;
      const title = listOf(fieldsOf(one.document).title).find((text) => typeof text === 'string');
      const article = into.article(line, { url: one.uri, title, at: one.created });
      if (!article) continue;
      if (listOf(one.references).length > 0) late.push({ line, one, article });
      else take(line, one, article, into, ids);
    }
    // An answer may stand before the one it answers.
    for (const { line, one, article } of late) answer(line, one, article, into, ids);
  },
};

function take(
  line: number,
  one: Record<string, unknown>,
  article: Article,
  into: Gathering,
  ids: Map<string, string>,
): void {
  const selectors = selectorsOf(one.target);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = fieldsOf(selectors.find(({ type }) => type === 'TextPositionSelector'));
  if (!quote) {
    // A note of the page as a whole.
    const note = stringOf(one.text);
    if (note === '' && listOf(one.tags).length === 0) into.refuse(line, 'no marked words and no note');
    else into.article(line, { url: one.uri, note, tags: one.tags, at: one.created, entry: entryOf(one) });
    return;
  }
  const made = into.highlight(line, article, {
    quote: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    start: position.start,
    end: position.end,
    note: one.text,
    tags: one.tags,
    at: one.created,
    changedAt: one.updated,
    id: one.id,
    entry: entryOf(one),
  });
  if (made && typeof one.id === 'string') ids.set(one.id, made.id);
}

/** What has no place in our records: it is given back when the mark is written for Hypothesis again. */
function entryOf(one: Record<string, unknown>): Record<string, unknown> {
  const document = othersOf(fieldsOf(one.document), 'title');
  return {
    ...othersOf(one, 'uri', 'text', 'tags', 'created', 'updated', 'document', 'claimlight'),
    ...(Object.keys(document).length > 0 && { document }),
  };
}

/** An answer goes below the note it answers: the nearest one above it that is there. */
function answer(
  line: number,
  one: Record<string, unknown>,
  article: Article,
  into: Gathering,
  ids: Map<string, string>,
): void {
  const above = listOf(one.references).findLast((id) => typeof id === 'string' && ids.has(id));
  const annotation = into.annotation(ids.get(stringOf(above)) ?? '');
  const text = stringOf(one.text).trim();
  if (text === '') into.refuse(line, 'an empty answer');
  else if (annotation) into.addNote(annotation, quoted(text, one.user));
  else into.article(line, { url: article.urls[0], note: quoted(text, one.user) });
}

const quoted = (text: string, user: unknown): string => {
  const who =
    stringOf(user)
      .replace(/^acct:/u, '')
      .split('@')[0] ?? '';
  return (who ? `${who}: ${text}` : text).replace(/^/gmu, '> ');
};

/** Hypothesis, CSV or tab-separated. */
export const hypothesisCsv: Reader = {
  format: 'hypothesis',
  knows: ({ table }) => table.has('created at', 'url', 'quote/description', 'comment'),
  columns: {
    quote: 'quote/description',
    note: 'comment',
    url: 'url',
    title: 'page',
    date: 'created at',
    tags: 'tags',
  },
  *read({ table }, into) {
    for (const row of table.rows(into)) {
      yield;
      const { line, cell } = row;
      const article = into.article(line, { url: cell('url'), title: cell('page'), at: cell('created at') });
      if (!article) continue;
      const facts = { note: cell('comment'), tags: cell('tags'), at: cell('created at') };
      const quote = cell('quote/description');
      if (/page note/iu.test(cell('type')) || quote.trim() === '')
        into.article(line, { url: cell('url'), ...facts });
      else if (/reply/iu.test(cell('type')))
        into.article(line, { url: cell('url'), note: quoted(facts.note || quote, cell('author')) });
      else {
        const ext = row.others(['created at', 'url', 'page', 'quote/description', 'comment', 'tags']);
        into.highlight(line, article, { quote, ...facts, ext });
      }
    }
  },
};
