import { browser } from 'wxt/browser';
import { logMended } from '#model/logFault.ts';
import type { Library } from '#storage/index.ts';
import { exchangeNow } from '#storage/sync/exchangeNow.ts';

/** Quiet after the last change before other devices are told, ms; the worker lives 30 s after an event. */
const QUIET = 6_000;
/** The alarm that looks for other devices where no page of ours is open. */
const ALARM = 'exchange';
/** How often it does, minutes: a listing each time. */
const EVERY = 15;
/** After what time an exchange goes on that the background did not live to end, minutes. */
const AGAIN = 1;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells other devices soon, where the reader has set that up; never in the way of a write. */
export function exchangeSoon(open: () => Promise<Library>): void {
  clearTimeout(timer);
  timer = setTimeout(() => void exchange(open), QUIET);
}

/** Looks for other devices by alarm, and after a start of the browser. Where that is not set up, nothing is set. */
export function registerExchanges(open: () => Promise<Library>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void exchange(open);
  });
  // Firefox forgets alarms when it is closed.
  browser.runtime.onStartup.addListener(() => exchangeSoon(open));
}

async function exchange(open: () => Promise<Library>): Promise<void> {
  try {
    const library = await open();
    const setup = (await library.sync.standing())?.setup;
    if (!setup || setup.paused || setup.carrier === 'file') {
      await browser.alarms.clear(ALARM);
      return;
    }
    // Set before: the background may die at any step, and each step leaves everything whole.
    await wakeIn(AGAIN);
    await exchangeNow(library).finally(() => wakeIn(EVERY));
  } catch (error) {
    // The options say so; whoever writes a note is not disturbed by it.
    logMended(error, 'other devices are told later');
  }
}

const wakeIn = (minutes: number): Promise<void> =>
  browser.alarms.create(ALARM, { delayInMinutes: minutes, periodInMinutes: EVERY });
