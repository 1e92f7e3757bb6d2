import { type ForeignFormat, type RefusedEntry, readForeign } from '#exchange/index.ts';
import { recordsFile } from '#storage/backup/recordsFile.ts';
import type { ImportPreview, Library } from '#storage/index.ts';

/** A file of another program is read in memory, so it has a bound that a backup does not have, bytes. */
const LARGEST_FOREIGN = 500_000_000;

/** A file that the reader chose, and what taking it in would do. */
export interface ChosenFile {
  name: string;
  /** What is brought in: a backup as it is, or the records of another program as one. */
  file: Blob;
  preview: ImportPreview;
  /** Where the file is another program's: which, and what of it can't be taken. */
  foreign?: { format: ForeignFormat; refused: RefusedEntry[] };
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
  const { format, articles, annotations, refused } = readForeign(
    new Uint8Array(await file.arrayBuffer()),
    file.name,
  );
  if (format === '' || articles.length + annotations.length === 0)
    return { refused: refused[0]?.reason ?? null, preview };
  const records = recordsFile(articles, annotations, new Date(file.lastModified).toISOString());
  return {
    name: file.name,
    file: records,
    preview: await library.backup.preview(records),
    foreign: { format, refused },
  };
}
