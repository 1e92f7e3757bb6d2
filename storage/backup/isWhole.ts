import { readBackup } from './readBackup.ts';

/** Whether a backup file is complete and unaltered, by its last line and, where given, an expected hash. */
export async function isWhole(file: Blob, sha256?: string): Promise<boolean> {
  for await (const event of readBackup(file)) {
    if (event.type === 'fault' || event.type === 'refused') return false;
  }
  if (sha256 === undefined) return true;
  const end = await file.slice(Math.max(0, file.size - 200)).text();
  return end.includes(`"sha256":"${sha256}"`);
}
