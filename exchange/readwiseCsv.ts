import type { Annotation } from '#model/records.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { csvRow } from './csvRow.ts';
import { isFields } from './foreign/Reader.ts';

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];
const OURS = new Set(COLUMNS.map((name) => name.toLowerCase()));

/** Columns of Readwise's own export that its import does not ask for, as it writes them. */
const THEIRS = new Map(['Amazon Book ID', 'Location Type'].map((name) => [name.toLowerCase(), name]));

/** Marks without a quote are left out, as Readwise refuses them. */
const marksIn = ({ annotations }: ArticleNotes): Annotation[] =>
  annotations.filter(({ target, deletedAt }) => target.exact.trim() !== '' && deletedAt === undefined);

/** What came with a row of Readwise and has no place in our records, by the name of its column. */
function keptOf({ ext }: Annotation): Map<string, string> {
  const fields = ext.readwise;
  return new Map(
    Object.entries(isFields(fields) ? fields : {}).flatMap(([name, value]): [string, string][] => {
      // Rows that were put together hold each other's cells.
      const cells = [value].flat().filter((one) => typeof one === 'string');
      return cells.length > 0 ? [[name, cells.join('\n')]] : [];
    }),
  );
}

/**
 * A library in the form that Readwise imports, in pieces of one article each: quotes with their notes, and behind them
 * the columns that came from there and have no place here.
 * @param library is gone through twice: which columns there are stands in the first row
 */
export async function* libraryToReadwise(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
): AsyncGenerator<string, void> {
  const names = new Set<string>();
  for await (const notes of library)
    for (const mark of marksIn(notes))
      for (const name of keptOf(mark).keys()) if (!OURS.has(name)) names.add(name);
  const more = [...names].sort();
  yield csvRow([...COLUMNS, ...more.map((name) => THEIRS.get(name) ?? name)]);
  for await (const notes of library) {
    const { article } = notes;
    const rows = inDocumentOrder(marksIn(notes)).map((mark) => {
      const { target, retarget, note, createdAt } = mark;
      const kept = keptOf(mark);
      return csvRow([
        (retarget ?? target).exact,
        article.title ?? '',
        article.authors.join(', '),
        addressOf(article),
        note,
        kept.get('location') ?? String((retarget ?? target).start),
        createdAt,
        ...more.map((name) => kept.get(name) ?? ''),
      ]);
    });
    if (rows.length > 0) yield rows.join('');
  }
}
