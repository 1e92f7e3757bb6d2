import { mapRecords, type RecordMapping } from '#exchange/foreign/mapRecords.ts';
import { type ForeignRecords, readForeignInSteps } from '#exchange/index.ts';
import { textDigest } from '#exchange/textDigest.ts';
import { recordsFile } from '#storage/backup/recordsFile.ts';
import { readImportMapping } from '#storage/importMapping.ts';
import type { ImportPreview, Library, LongDeed } from '#storage/index.ts';
import { inSteps } from './inSteps.ts';
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
  /** Where it is a table with columns that nobody knows: to be read again by other ones. */
  source?: File;
  /** The columns by which the records were read of it; a mapping may be ahead of them. */
  readBy?: RecordMapping['columns'];
  edits?: FileEdits | undefined;
}

/**
 * Looks into a file: one of our own backups, or one of another program, told apart by what it holds.
 * @param watch hears how far it is, once the records are there, and can end it: rejects with the signal's reason
 * @returns the reason, as a sentence of the file's reader, where nothing of it can be taken.
 */
export async function readChosenFile(
  library: Library,
  file: File,
  watch: Required<LongDeed>,
): Promise<ChosenFile | { refused: string | null; preview: ImportPreview }> {
  const preview = await library.backup.preview(file, watch);
  if (preview.refusedFile !== 'notOurs' && preview.refusedFile !== 'notText') {
    return preview.refusedFile ? { refused: null, preview } : { name: file.name, file, preview };
  }
  if (file.size > LARGEST_FOREIGN) return { refused: null, preview };
  const records = await read(file, undefined, watch.signal);
  const isNothing = records.format === '' || records.articles.length + records.annotations.length === 0;
  if (isNothing && !records.table) return { refused: records.refused[0]?.reason ?? null, preview };
  const mapping = await readImportMapping(mappingName(records));
  const foreign: ForeignFile = {
    records: records.table && mapping.columns ? await read(file, mapping.columns, watch.signal) : records,
    mapping,
    at: new Date(file.lastModified).toISOString(),
    edits: await readEdits(library, records),
    ...(records.table && { source: file, readBy: mapping.columns }),
  };
  const made = await fileOf(foreign, watch.signal);
  return { name: file.name, file: made, preview: await library.backup.preview(made, watch), foreign };
}

/** What is brought in of a file of another program: its records with the reader's colours and tags. */
export function fileOf({ records, mapping, at }: ForeignFile, signal: AbortSignal): Promise<Blob> {
  const { articles, annotations } = mapRecords(records, mapping);
  return inSteps(recordsFile(articles, annotations, at), signal);
}

const read = async (
  file: File,
  columns: RecordMapping['columns'],
  signal: AbortSignal,
): Promise<ForeignRecords> =>
  inSteps(readForeignInSteps(new Uint8Array(await file.arrayBuffer()), file.name, columns), signal);

/** The file with another mapping; where its columns changed, it is read again. */
export async function withMapping(
  foreign: ForeignFile,
  mapping: RecordMapping,
  signal: AbortSignal,
): Promise<ForeignFile> {
  const { source } = foreign;
  const { columns } = mapping;
  if (!source || columns === foreign.readBy) return { ...foreign, mapping };
  return { ...foreign, mapping, records: await read(source, columns, signal), readBy: columns };
}

/** What a mapping is remembered by: the program, or the names of the columns of a table that nobody knows. */
export const mappingName = ({ format, table }: ForeignRecords): string =>
  table && !table.roles ? `table ${textDigest(table.columns.map(({ name }) => name).join('\n'))}` : format;
