import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { csvRow } from './csvRow.ts';

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];

/**
 * A library in the form that Readwise imports, in pieces of one article each: quotes with their notes. Marks without a
 * quote are left out, as Readwise refuses them.
 */
export async function* libraryToReadwise(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
): AsyncGenerator<string, void> {
  yield csvRow(COLUMNS);
  for await (const { article, annotations } of library) {
    const rows = inDocumentOrder(annotations)
      .filter(({ target }) => target.exact.trim() !== '')
      .map(({ target, retarget, note, createdAt }) =>
        csvRow([
          (retarget ?? target).exact,
          article.title ?? '',
          article.authors.join(', '),
          addressOf(article),
          note,
          String((retarget ?? target).start),
          createdAt,
        ]),
      );
    if (rows.length > 0) yield rows.join('');
  }
}
