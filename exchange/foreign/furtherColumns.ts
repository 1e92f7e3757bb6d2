import { COLUMN_ROLES, type ColumnRoles } from '#model/ColumnRole.ts';
import type { UnknownTable } from './ForeignRecords.ts';
import type { OwnColumns, Table } from './Table.ts';

/** Rows of which the reader is shown a cell. */
const LOOKED_AT = 20;
/** Units of a name of a column, and of a cell that is shown. */
const LONGEST_NAME = 80;
const LONGEST_SAMPLE = 120;

/**
 * Columns in a known program's table that its reader makes nothing of: the program's own that have no place here, and
 * those that somebody added or renamed. Undefined where there are none.
 */
export function furtherColumns(
  table: Table,
  own: OwnColumns,
  chosen: ColumnRoles = {},
): UnknownTable | undefined {
  const roles = COLUMN_ROLES.filter(
    (role) => role === 'keep' || role === 'ignore' || own[role] !== undefined,
  );
  const names = table.leftOver().filter((name) => name !== '' && name.length <= LONGEST_NAME);
  const samples = new Map<string, string>();
  let looked = 0;
  for (const { cell } of table.rows({ refuse: () => undefined })) {
    for (const name of names) if (!samples.get(name)) samples.set(name, cell(name));
    if (++looked === LOOKED_AT) break;
  }
  if (names.length === 0) return undefined;
  return {
    roles,
    columns: names.map((name) => ({
      name,
      role: roles.find((role) => Object.hasOwn(chosen, name) && role === chosen[name]) ?? 'keep',
      sample: (samples.get(name) ?? '').slice(0, LONGEST_SAMPLE),
    })),
  };
}
