import { logMended } from '#model/logFault.ts';
import type { Library } from '#storage/index.ts';
import { exchangeNow } from '#storage/sync/exchangeNow.ts';

/** Quiet after the last change before other devices are told, ms; the worker lives 30 s after an event. */
const QUIET = 6_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells other devices soon, where the reader has set that up; never in the way of a write. */
export function exchangeSoon(open: () => Promise<Library>): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    open()
      .then((library) => exchangeNow(library))
      // The options say so; whoever writes a note is not disturbed by it.
      .catch((error) => logMended(error, 'other devices are told later'));
  }, QUIET);
}
