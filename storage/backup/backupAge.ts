import type { BackupAge } from '#model/BackupAge.ts';
import type { Library } from '../index.ts';

/** How old the newest verified backup is, beside the library or in a file, and what no file holds yet. */
export async function backupAge(library: Library): Promise<BackupAge> {
  const [beside, file, unsaved] = await Promise.all([
    library.backup.last(),
    library.backup.lastFile(),
    library.backup.unsavedElsewhere(),
  ]);
  const times = [beside?.at, file?.at].filter((at) => at !== undefined).sort();
  return { at: times.at(-1) ?? null, unsaved };
}
