import type { ColumnRole, ColumnRoles } from '#model/ColumnRole.ts';
import type { Gathering } from './Gathering.ts';
import { type CsvRow, readCsv, separatorOf } from './readCsv.ts';
import { withMore } from './withMore.ts';

/** Rows that say how a program writes them. */
const ROWS_LOOKED_AT = 20;

/** One row of a table by the names of its columns, in small letters. */
export interface TableRow {
  line: number;
  cell: (name: string) => string;
  /** Cells of columns that none of these names. */
  others: (known: readonly string[]) => Record<string, string>;
}

/** The column of a program in which a thing stands; the names of what its reader can make of further ones, too. */
export type OwnColumns = Partial<Record<ColumnRole, string>>;

/** A text of separated values whose first row names the columns. */
export class Table {
  readonly columns: readonly string[];
  readonly #text: string;
  readonly #separator: string;
  /** Names that a reader of this table knows what to do with; filled as it reads. */
  readonly #known = new Set<string>();
  /** Further columns for one of the program's own, by the name of that. */
  readonly #more = new Map<string, { role: ColumnRole; from: string[] }>();
  readonly #given = new Set<string>();
  #tagsBetween = ',';

  constructor(text: string) {
    this.#text = text.replace(/^\uFEFF/u, '');
    this.#separator = separatorOf(this.#text.split(/\r\n?|\n/u, 1)[0] ?? '');
    const [header] = readCsv(this.#text, this.#separator);
    this.columns = (header?.cells ?? []).map((name) => name.trim().toLowerCase());
  }

  has(...names: string[]): boolean {
    return names.every((name) => this.columns.includes(name));
  }

  /** Lets further columns stand for a program's own ones, as the reader says; those it has itself stay what they are. */
  give(roles: ColumnRoles, own: OwnColumns, tagsBetween = ','): void {
    this.#tagsBetween = tagsBetween;
    const names = this.columns.filter((name) => !Object.values(own).includes(name));
    for (const name of names) {
      const role = Object.hasOwn(roles, name) ? (roles[name] ?? 'keep') : 'keep';
      const target = own[role];
      if (target === undefined && role !== 'ignore') continue;
      this.#given.add(name);
      if (target === undefined) continue;
      const before = this.#more.get(target);
      this.#more.set(target, { role, from: [...(before?.from ?? []), name] });
    }
  }

  /** Columns of which a program's reader made nothing. Once it has read a row. */
  leftOver(): string[] {
    return this.#known.size === 0 ? [] : [...new Set(this.columns)].filter((name) => !this.#known.has(name));
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
    const plain = (name: string) => cells[this.columns.indexOf(name)] ?? '';
    return {
      line,
      cell: (name) => {
        const more = this.#more.get(name);
        return more ? withMore(more.role, plain(name), more.from.map(plain), this.#tagsBetween) : plain(name);
      },
      others: (known) => {
        for (const name of known) this.#known.add(name);
        return Object.fromEntries(
          this.columns.flatMap((name, at) => {
            const text = cells[at] ?? '';
            return known.includes(name) || this.#given.has(name) || text === '' ? [] : [[name, text]];
          }),
        );
      },
    };
  }
}
