export interface CsvRow {
  /** The line on which the row begins, from 1. */
  line: number;
  cells: string[];
  /** Why its cells can't be told, in words. */
  damage?: string;
}

/** Longer rows are no rows: a quotation mark that is never closed. UTF-16 units. */
const LONGEST_ROW = 2_000_000;

const LINE_END = /\r\n|\r|\n/gu;

/**
 * Rows of a text of separated values (RFC 4180, and what programs make of it: any line ends, quotation marks within
 * bare cells, text behind a closing mark). Empty lines are left out. Where a quotation mark is never closed, or its
 * cell takes in lines and then ends in the middle of another cell, the row's first line is the damaged one and reading
 * goes on with the next. Of our own, because the usual packages bring requests or `new Function`, which no script of
 * ours may hold, and do not tell on which line a row begins.
 */
export function* readCsv(text: string, separator: string): Generator<CsvRow> {
  let [at, line] = [0, 1];
  while (at < text.length) {
    const { cells, end } = rowAt(text, at, separator);
    if (cells) {
      if (cells.length !== 1 || cells[0] !== '') yield { line, cells };
    } else yield { line, cells: [], damage: 'a quotation mark that is never closed' };
    LINE_END.lastIndex = end;
    const found = LINE_END.exec(text);
    // Behind a row stands its line end; behind a damaged one the rest of its first line.
    const next = found ? found.index + found[0].length : text.length;
    line += text.slice(at, next).match(LINE_END)?.length ?? 0;
    at = next;
  }
}

/** The cells of the row that begins there and where it ends; no cells, and its beginning, where it is damaged. */
function rowAt(text: string, start: number, separator: string): { cells?: string[]; end: number } {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = quotedAt(text, at, separator);
      if (!quoted || quoted.end - start > LONGEST_ROW) return { end: start };
      ({ cell, end: at } = quoted);
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at++;
    cells.push(cell + text.slice(from, at));
    if (text[at] !== separator) return { cells, end: at };
    at++;
  }
}

/** The words between two quotation marks, and where what follows them begins. */
function quotedAt(text: string, start: number, separator: string): { cell: string; end: number } | undefined {
  let cell = '';
  for (let at = start + 1; at - start < LONGEST_ROW; ) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    cell += text.slice(at, close);
    at = close + 1;
    if (text[at] === '"') {
      cell += '"';
      at++;
      continue;
    }
    const isEnd = at >= text.length || text[at] === separator || text[at] === '\r' || text[at] === '\n';
    // The mark that seems to close it opens a cell further down.
    return !isEnd && /[\r\n]/u.test(cell) ? undefined : { cell, end: at };
  }
  return undefined;
}

/** The separator of a header line: whichever of the usual ones stands in it most, outside quotation marks. */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/gu, '');
  const count = (mark: string) => bare.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
