import { logMended } from '#model/logFault.ts';
import type { Library } from '#storage/index.ts';
import { exchangeNow } from '#storage/sync/exchangeNow.ts';

/** How often a page of ours that is open looks for what other devices wrote, ms. */
const EVERY = 3 * 60_000;

/** Looks for what other devices wrote: now, and every few minutes while the page is in sight. */
export function keepExchanging(library: Library, stop: AbortSignal): void {
  const look = () => {
    if (document.visibilityState === 'hidden' || library.status === 'unavailable') return;
    // The options say what is wrong; a view does its work all the same.
    exchangeNow(library).catch((error) => logMended(error, 'other devices are looked at later'));
  };
  look();
  const timer = setInterval(look, EVERY);
  stop.addEventListener('abort', () => clearInterval(timer));
}
