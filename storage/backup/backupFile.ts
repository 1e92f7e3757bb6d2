import type { BackupInfo } from '../index.ts';

/** The end line of a backup file is shorter than this, bytes. */
const END = 300;
/** The header is shorter than this, bytes: it holds the reader's settings, with a list of sites. */
const HEADER = 1_048_576;

/** What a backup file says of itself; `at` is when it was made. Throws for a file without header or end. */
export async function backupInfo(file: Blob, at: string): Promise<BackupInfo> {
  const start = await file.slice(0, HEADER).text();
  const header = JSON.parse(start.slice(0, start.indexOf('\n'))) as { counts: { annotations: number } };
  const last = (await file.slice(-END).text()).trimEnd().split('\n').at(-1) ?? '';
  const { sha256 } = JSON.parse(last) as { sha256: string };
  return { at, count: header.counts.annotations, sha256, bytes: file.size };
}

/** "claimlight-2026-11-23.jsonl": the reader's own day. */
export function backupName(at: Date, ending: '.jsonl' | '.jsonl.gz'): string {
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0'));
  return `claimlight-${day.join('-')}${ending}`;
}

/** Packs a file; backups are taken packed, too. */
export function packed(file: Blob): Promise<Blob> {
  return new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
