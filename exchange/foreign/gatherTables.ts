import { COLUMN_ROLES } from '#model/ColumnRole.ts';
import type { UnknownTable } from './ForeignRecords.ts';

/**
 * The columns of all tables of an archive as one list: a name that stands in several is said once, and may be what it can be in
 * one of them: the others pass over what they have no place for.
 */
export function gatherTables(tables: readonly UnknownTable[]): UnknownTable | undefined {
  const [only, ...others] = tables;
  if (!only || others.length === 0) return only;
  const columns = new Map<string, UnknownTable['columns'][number]>();
  for (const { roles = COLUMN_ROLES, columns: some } of tables) {
    for (const column of some) {
      const before = columns.get(column.name);
      const offered = COLUMN_ROLES.filter((role) => roles.includes(role) || before?.roles?.includes(role));
      columns.set(column.name, {
        name: column.name,
        role: before && before.role !== 'keep' ? before.role : column.role,
        sample: before?.sample || column.sample,
        roles: offered,
      });
    }
  }
  const isKnown = tables.some(({ roles }) => roles !== undefined);
  return { columns: [...columns.values()], ...(isKnown && { roles: COLUMN_ROLES }) };
}
