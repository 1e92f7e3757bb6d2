export interface CsvRow {
  /** The line on which the row begins, from 1. */
  line: number;
  cells: string[];
}

/** Longer rows are no rows: a quotation mark that is never closed. UTF-16 units. */
const LONGEST_ROW = 2_000_000;

/**
 * Rows of a text of separated values (RFC 4180, and what programs make of it: any line ends, quotation marks within
 * bare cells, text behind a closing mark). Empty lines are left out. Of our own, because the usual packages bring
 * requests or `new Function`, which no script of ours may hold, and do not tell on which line a row begins.
 */
export function* readCsv(text: string, separator: string): Generator<CsvRow> {
  let [at, line] = [0, 1];
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] };
    const start = at;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        at++;
        for (;;) {
          const close = text.indexOf('"', at);
          const end = close < 0 ? text.length : close;
          cell += text.slice(at, end);
          at = end + 1;
          if (text[at] !== '"' || close < 0) break;
          cell += '"';
          at++;
        }
      }
      const bare = /[\r\n]/u;
      const from = at;
      while (at < text.length && text[at] !== separator && !bare.test(text[at] ?? '')) at++;
      cell += text.slice(from, at);
      line += cell.match(/\r\n|\r|\n/gu)?.length ?? 0;
      row.cells.push(cell);
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    if (at < text.length) line++;
    at++;
    if (at - start > LONGEST_ROW) row.cells.length = 0;
    if (row.cells.length !== 1 || row.cells[0] !== '') yield row;
  }
}

/** The separator of a header line: whichever of the usual ones stands in it most, outside quotation marks. */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/gu, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
