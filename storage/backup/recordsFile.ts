import type { Annotation, Article } from '#model/records.ts';
import { latestVersion } from '../migrations.ts';
import { BackupLines } from './BackupLines.ts';
import { FORMAT } from './format.ts';
import type { BackupHeader } from './verbs.ts';

/** Records of one part of the file: a line for each, built at once. */
const PART = 250;

/**
 * Records that come from elsewhere as a backup file, so that they come in as backups do: with a preview, in whole
 * batches, with progress, to be stopped and undone, and twice without effect. A step for each part of the file.
 * @param at when the file they come from was made, ISO 8601 UTC.
 */
export function* recordsFile(
  articles: readonly Article[],
  annotations: readonly Annotation[],
  at: string,
): Generator<void, Blob> {
  const lines = new BackupLines();
  const counts = { articles: articles.length, annotations: annotations.length, versions: 0 };
  const header: BackupHeader = {
    format: FORMAT,
    version: latestVersion(),
    libraryId: '',
    exportedAt: at,
    counts,
  };
  lines.append([header]);
  for (const [store, records] of Object.entries({ articles, annotations }))
    for (let from = 0; from < records.length; from += PART) {
      yield;
      lines.append(records.slice(from, from + PART).map((record) => ({ store, record })));
    }
  return lines.end(articles.length + annotations.length).file;
}
