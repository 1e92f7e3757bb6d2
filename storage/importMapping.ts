import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { COLUMN_ROLES } from '#model/ColumnRole.ts';
import { COLORS } from '#model/records.ts';

const PREFIX = 'importMapping:';
const Name = v.pipe(v.string(), v.maxLength(200));
const MappingSchema = v.fallback(
  v.strictObject({
    colors: v.record(Name, v.picklist(COLORS)),
    tags: v.record(Name, Name),
    columns: v.optional(v.record(Name, v.picklist(COLUMN_ROLES))),
  }),
  { colors: {}, tags: {} },
);

/** What the reader made of another program's colours and tags, by their names in its files. */
export type ImportMapping = v.InferOutput<typeof MappingSchema>;

/**
 * The choice of the last file of a program, so that a second file of it comes in alike.
 * @param format the program's name, or what names a table: its columns
 */
export async function readImportMapping(format: string): Promise<ImportMapping> {
  const key = PREFIX + format;
  return v.parse(MappingSchema, (await browser.storage.local.get(key))[key] ?? null);
}

export async function writeImportMapping(format: string, mapping: ImportMapping): Promise<void> {
  await browser.storage.local.set({ [PREFIX + format]: mapping });
}
