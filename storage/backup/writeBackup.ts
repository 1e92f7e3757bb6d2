import type { LongDeed } from '../LongDeed.ts';
import type { Database } from '../stores.ts';
import { BackupLines } from './BackupLines.ts';
import { FORMAT, RECORD_STORES } from './format.ts';
import type { BackupHeader, BackupInfo } from './verbs.ts';

/** Records read at once. */
const PAGE = 1_000;

export interface WrittenBackup {
  file: Blob;
  /** `at` is the time of the last change in it. */
  info: BackupInfo;
  seq: number;
}

/**
 * Writes the whole library, trash included, as a backup file. One transaction, so that the file is one
 * state; each page becomes a part of a Blob, which the browser keeps outside the script's memory. The
 * same library gives the same bytes.
 *
 * @param settings what the reader chose in the options
 */
export async function writeBackup(
  database: Database,
  settings?: Record<string, unknown>,
  watch: LongDeed = {},
): Promise<WrittenBackup> {
  const transaction = database.transaction(['articles', 'annotations', 'versions', 'meta'], 'readonly');
  const ended = transaction.done.then(
    () => undefined,
    (error: unknown) => error,
  );
  const meta = await transaction.objectStore('meta').get('library');
  const counts = {
    articles: await transaction.objectStore('articles').count(),
    annotations: await transaction.objectStore('annotations').count(),
    versions: await transaction.objectStore('versions').count(),
  };
  const header: BackupHeader = {
    format: FORMAT,
    version: database.version,
    libraryId: meta?.libraryId ?? '',
    exportedAt: meta?.changedAt ?? '1970-01-01T00:00:00.000Z',
    counts,
    ...(settings && { settings }),
  };
  const lines = new BackupLines();
  lines.append([header]);
  let count = 0;
  const total = counts.articles + counts.annotations + counts.versions;
  for (const store of RECORD_STORES) {
    let last: string | undefined;
    for (;;) {
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const page: { id: string }[] = await transaction.objectStore(store).getAll(range, PAGE);
      if (page.length === 0) break;
      watch.signal?.throwIfAborted();
      lines.append(page.map((record) => ({ store, record })));
      count += page.length;
      watch.onProgress?.(count, total);
      last = page.at(-1)?.id;
      if (page.length < PAGE) break;
    }
  }
  const failure = await ended;
  if (failure) throw failure;
  const { file, sha256 } = lines.end(count);
  const info: BackupInfo = { at: header.exportedAt, count: counts.annotations, sha256, bytes: file.size };
  return { file, info, seq: meta?.seq ?? 0 };
}
