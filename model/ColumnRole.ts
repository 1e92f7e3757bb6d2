/** What a column of a table may be; `keep`: it has no place here and stays beside the note; `ignore`: it is left out. */
export const COLUMN_ROLES = [
  'quote',
  'note',
  'url',
  'title',
  'author',
  'date',
  'color',
  'tags',
  'keep',
  'ignore',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** By the column's name, in small letters. */
export type ColumnRoles = Record<string, ColumnRole>;
