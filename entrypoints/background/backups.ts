import { tell } from '@/messaging/call';
import type { Library } from '@/storage';
import { dailyFileIfDue } from './dailyFile';

/** Quiet after the last change before backups are looked at, ms; the worker lives 30 s after an event. */
const QUIET = 3_000;
/** A snapshot is taken at most this often, hours. */
const SNAPSHOT_HOURS = 4;

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;

async function look(open: () => Promise<Library>): Promise<void> {
  const library = await open();
  // The recovery page may have mended what this context found lost when it opened.
  if (library.status !== 'ok') await library.check();
  if (library.status !== 'ok') return;
  const snapshot = await library.backup.snapshotIfDue(SNAPSHOT_HOURS);
  const file = await dailyFileIfDue(library);
  // Open pages say how old the last backup is.
  if (snapshot || file) await tell('changed', { articleIds: [], annotationIds: [] });
}

/** Looks soon whether a backup is due; never in the way of a write, never two looks at once. */
export function backupSoon(open: () => Promise<Library>): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    running = (running ?? Promise.resolve())
      .then(() => look(open))
      .catch((error) => console.error('Claimlight: no backup', error));
  }, QUIET);
}
