import type { Gathering } from './Gathering.ts';
import { type CsvRow, readCsv, separatorOf } from './readCsv.ts';

/** Rows that say how a program writes them. */
const ROWS_LOOKED_AT = 20;

/** One row of a table by the names of its columns, in small letters. */
export interface TableRow {
  line: number;
  cell: (name: string) => string;
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

  /** The rows below the header, one by one; those that are damaged or hold more than there are columns are refused. */
  *rows(into: Pick<Gathering, 'refuse'>): Generator<TableRow> {
    const width = this.columns.length;
    const most = this.#endsInSeparators() ? Number.POSITIVE_INFINITY : width;
    for (const { line, cells, damage } of this.#below()) {
      // Missing cells at the end are empty.
      if (damage) into.refuse(line, damage);
      else if (cells.length > most || cells.slice(width).some((cell) => cell !== ''))
        into.refuse(line, `more cells than columns: ${cells.length} of ${width}`);
      else yield this.#row(line, cells);
    }
  }

  *#below(): Generator<CsvRow> {
    let isHeader = true;
    for (const row of readCsv(this.#text, this.#separator)) {
      if (!isHeader) yield row;
      isHeader = false;
    }
  }

  /** Some programs end each row with a separator: then an empty cell too many says nothing. */
  #endsInSeparators(): boolean {
    let looked = 0;
    for (const { cells, damage } of this.#below()) {
      if (damage) continue;
      if (cells.length <= this.columns.length || cells.at(-1) !== '') return false;
      if (++looked === ROWS_LOOKED_AT) break;
    }
    return looked > 1;
  }

  #row(line: number, cells: string[]): TableRow {
    return {
      line,
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
