import { readCsv, separatorOf } from './readCsv.ts';

/** One row of a table by the names of its columns, in small letters. */
export interface TableRow {
  line: number;
  cell: (name: string) => string;
  /** Whether it has as many cells as the table has columns. */
  isWhole: boolean;
  /** Cells of columns that none of these names. */
  others: (known: readonly string[]) => Record<string, string>;
}

/** A text of separated values whose first row names the columns. */
export class Table {
  readonly columns: readonly string[];
  readonly #text: string;
  readonly #separator: string;

  constructor(text: string) {
    this.#text = text.replace(/^\uFEFF/u, '');
    this.#separator = separatorOf(this.#text.split(/\r\n?|\n/u, 1)[0] ?? '');
    const [header] = readCsv(this.#text, this.#separator);
    this.columns = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  }

  has(...names: string[]): boolean {
    return names.every((name) => this.columns.includes(name));
  }

  *rows(): Generator<TableRow> {
    let isHeader = true;
    for (const { line, cells } of readCsv(this.#text, this.#separator)) {
      if (isHeader) isHeader = false;
      else
        yield {
          line,
          isWhole: cells.length === this.columns.length,
          cell: (name) => cells[this.columns.indexOf(name)] ?? '',
          others: (known) =>
            Object.fromEntries(
              this.columns.flatMap((name, at) => {
                const text = cells[at] ?? '';
                return known.includes(name) || text === '' ? [] : [[name, text]];
              }),
            ),
        };
    }
  }
}
