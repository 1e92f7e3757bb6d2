import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { askingDay, isDue, nextDueMoment } from '#evidence/dueClaims.ts';
import type { ClaimEntry } from '#model/ClaimEntry.ts';
import { logFault } from '#model/logFault.ts';

/** Where the days stand on which claims are to be asked about: only the days, so that a badge needs no library. */
const KEY = 'dueDays';
const DaysSchema = v.fallback(v.array(v.pipe(v.string(), v.maxLength(10))), []);
/** The alarm for the next such day. */
const ALARM = 'dueDay';

/** Keeps on which days claims are asked about where the worker's death does not reach. @returns whether they changed. */
export async function noteDueDays(claims: readonly ClaimEntry[]): Promise<boolean> {
  const days = claims.flatMap(({ claim }) => askingDay(claim) ?? []).sort();
  const before = await readDays();
  if (before.length === days.length && before.every((day, at) => day === days[at])) return false;
  await browser.storage.local.set({ [KEY]: days });
  await wakeWhenDue();
  return true;
}

const readDays = async (): Promise<string[]> =>
  v.parse(DaysSchema, (await browser.storage.local.get(KEY))[KEY]);

/** How many claims are due now. */
export async function dueCount(now = new Date()): Promise<number> {
  return (await readDays()).filter((day) => isDue(day, now)).length;
}

/** Has the browser wake us when the next day begins on which a claim is due; where there is none, nothing is set. */
async function wakeWhenDue(): Promise<void> {
  const moment = nextDueMoment(await readDays(), new Date());
  if (moment) await browser.alarms.create(ALARM, { when: moment.getTime() });
  else await browser.alarms.clear(ALARM);
}

/** Shows by `show` that a day has come, at its midnight and without anything being pressed. */
export function registerDueDays(show: () => Promise<unknown>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM)
      show()
        .then(wakeWhenDue)
        .catch((error) => logFault(error, 'due days not shown'));
  });
  // Firefox forgets alarms when it is closed, and the clock or its zone may have been changed since one was set.
  browser.runtime.onStartup.addListener(() => void wakeWhenDue().catch(logFault));
}
