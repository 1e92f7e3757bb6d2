import { mapRecords, type RecordMapping } from '#exchange/foreign/mapRecords.ts';
import { type ForeignRecords, readForeign } from '#exchange/index.ts';
import { textDigest } from '#exchange/textDigest.ts';
import { recordsFile } from '#storage/backup/recordsFile.ts';
import { readImportMapping } from '#storage/importMapping.ts';
import type { ImportPreview, Library } from '#storage/index.ts';
import { type FileEdits, readEdits } from './readEdits.ts';

/** A file of another program is read in memory, so it has a bound that a backup does not have, bytes. */
const LARGEST_FOREIGN = 500_000_000;

/** A file that the reader chose, and what taking it in would do. */
export interface ChosenFile {
  name: string;
  /** What is brought in: a backup as it is, or the records of another program as one. */
  file: Blob;
  preview: ImportPreview;
  /** Where the file is another program's, or Markdown. */
  foreign?: ForeignFile;
}

/** What a file of another program holds, and what is made of it. */
export interface ForeignFile {
  /** As they were read. */
  records: ForeignRecords;
  mapping: RecordMapping;
  /** When the file was made, ISO 8601 UTC. */
  at: string;
  /** Where it is a table that nobody knows: to be read again by other columns. */
  source?: File;
  edits?: FileEdits | undefined;
}

/**
 * Looks into a file: one of our own backups, or one of another program, told apart by what it holds.
 * @returns the reason, as a sentence of the file's reader, where nothing of it can be taken.
 */
export async function readChosenFile(
  library: Library,
  file: File,
): Promise<ChosenFile | { refused: string | null; preview: ImportPreview }> {
  const preview = await library.backup.preview(file);
  if (preview.refusedFile !== 'notOurs' && preview.refusedFile !== 'notText') {
    return preview.refusedFile ? { refused: null, preview } : { name: file.name, file, preview };
  }
  if (file.size > LARGEST_FOREIGN) return { refused: null, preview };
  const records = readForeign(new Uint8Array(await file.arrayBuffer()), file.name);
  const isNothing = records.format === '' || records.articles.length + records.annotations.length === 0;
  if (isNothing && !records.table) return { refused: records.refused[0]?.reason ?? null, preview };
  const mapping = await readImportMapping(mappingName(records));
  const foreign: ForeignFile = {
    records: records.table && mapping.columns ? await readAgain(file, mapping) : records,
    mapping,
    at: new Date(file.lastModified).toISOString(),
    edits: await readEdits(library, records),
    ...(records.table && { source: file }),
  };
  const made = fileOf(foreign);
  return { name: file.name, file: made, preview: await library.backup.preview(made), foreign };
}

/** What is brought in of a file of another program: its records with the reader's colours and tags. */
export function fileOf({ records, mapping, at }: ForeignFile): Blob {
  const { articles, annotations } = mapRecords(records, mapping);
  return recordsFile(articles, annotations, at);
}

const readAgain = async (file: File, { columns }: RecordMapping): Promise<ForeignRecords> =>
  readForeign(new Uint8Array(await file.arrayBuffer()), file.name, columns);

/** The file with another mapping; where its columns changed, it is read again. */
export async function withMapping(foreign: ForeignFile, mapping: RecordMapping): Promise<ForeignFile> {
  const { source } = foreign;
  const isOther = source && mapping.columns !== foreign.mapping.columns;
  return { ...foreign, mapping, ...(isOther && { records: await readAgain(source, mapping) }) };
}

/** What a mapping is remembered by: the program, or the names of a table's columns. */
export const mappingName = ({ format, table }: ForeignRecords): string =>
  table ? `table ${textDigest(table.columns.map(({ name }) => name).join('\n'))}` : format;
