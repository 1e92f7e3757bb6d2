import type { ColumnRole, ColumnRoles } from '#model/ColumnRole.ts';
import type { ForeignRecords, UnknownTable } from './ForeignRecords.ts';
import { Gathering } from './Gathering.ts';
import { guessRoles } from './guessRoles.ts';
import type { Table, TableRow } from './Table.ts';

/** Rows that say whether a text is a table, and rows of which the reader is shown a cell. */
const LOOKED_AT = 20;
/** Units of a name of a column, and of a cell that is shown. */
const LONGEST_NAME = 80;
const LONGEST_SAMPLE = 120;

/** Whether a text has columns with names, and rows that fill them: no prose with commas in it. */
function looksLikeTable({ columns }: Table, rows: readonly TableRow[]): boolean {
  const isNamed = columns.every((name) => name !== '' && name.length <= LONGEST_NAME);
  const filled = rows.filter(({ others }) => Object.keys(others([])).length > 1);
  return columns.length > 1 && isNamed && rows.length > 0 && filled.length * 2 >= rows.length;
}

/**
 * The records of a table of any program, by what its columns are: by their names, or as the reader said.
 * Undefined where the text is no table. Nothing is made of it where no column is a quote, an address or a title.
 */
export function* readUnknownTable(
  table: Table,
  chosen: ColumnRoles = {},
): Generator<void, ForeignRecords | undefined> {
  const into = new Gathering('table');
  const first: TableRow[] = [];
  for (const row of table.rows({ refuse: () => undefined })) {
    first.push(row);
    if (first.length === LOOKED_AT) break;
  }
  if (!looksLikeTable(table, first)) return undefined;
  const roles: ColumnRoles = { ...guessRoles(table.columns), ...chosen };
  const columnsOf = (role: ColumnRole) => table.columns.filter((name) => roles[name] === role);
  const unknown: UnknownTable = {
    columns: table.columns.map((name) => ({
      name,
      role: roles[name] ?? 'keep',
      sample: (first.map(({ cell }) => cell(name)).find(Boolean) ?? '').slice(0, LONGEST_SAMPLE),
    })),
  };
  const isUsed = (['quote', 'url', 'title'] as const).some((role) => columnsOf(role).length > 0);
  if (!isUsed) return { format: '', articles: [], annotations: [], refused: [], table: unknown };
  const [authors, notes, tags] = [columnsOf('author'), columnsOf('note'), columnsOf('tags')];
  const notKept = table.columns.filter((name) => roles[name] !== 'keep');
  for (const row of table.rows(into)) {
    yield;
    const { line, cell } = row;
    const all = (names: readonly string[], between: string) =>
      names
        .map((name) => cell(name).trim())
        .filter(Boolean)
        .join(between);
    const the = (role: ColumnRole) => all(columnsOf(role).slice(0, 1), '');
    const [quote, at, ext] = [the('quote'), the('date'), row.others(notKept)];
    const own = { note: all(notes, '\n\n'), tags: all(tags, ',').replace(/[;|]/gu, ','), at, ext };
    const facts = { url: the('url'), title: the('title'), authors: all(authors, ', '), at };
    const article = into.article(line, quote ? facts : { ...facts, ...own });
    if (article && quote) into.highlight(line, article, { ...own, quote, color: the('color') || undefined });
  }
  return { ...into.done(), table: unknown };
}
