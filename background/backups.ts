import { tell } from '#messaging/call.ts';
import { logFault } from '#model/logFault.ts';
import { dailyFileIfDue } from '#storage/backup/dailyFile.ts';
import type { Library } from '#storage/index.ts';

/** Quiet after the last change before backups are looked at, ms; the worker lives 30 s after an event. */
const QUIET = 3_000;
/** A snapshot is taken at most this often, hours: a small one costs nothing, a large one some seconds. */
const SMALL_HOURS = 1;
const LARGE_HOURS = 4;
/** From this size on it is large, bytes. */
const LARGE = 4_000_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;

async function look(open: () => Promise<Library>): Promise<void> {
  const library = await open();
  // Counted each time: what was damaged since must not replace a good copy, and what was found lost when this
  // context opened the library may be mended by now.
  if ((await library.check()) !== 'ok') return;
  await library.trash.purge();
  const last = await library.backup.last();
  const hours = (last?.bytes ?? 0) < LARGE ? SMALL_HOURS : LARGE_HOURS;
  const snapshot = await library.backup.snapshotIfDue(hours);
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
      .catch((error) => logFault(error, 'no backup'));
  }, QUIET);
}
