import { parseDate } from './parseDate.ts';

/** The zones people live in, in half hours from UTC: whole hours, and the odd ones. */
const isZone = (halves: number) =>
  halves !== 0 &&
  halves >= -22 &&
  halves <= 28 &&
  (halves % 2 === 0 || [-7, -5, 7, 9, 11, 13, 19, 21].includes(halves));

/**
 * A moment as the outlet's own clock had it, ISO 8601 with an offset: systems write UTC into the head while the page
 * shows local time, and near midnight the two name different days. `shown` are texts of the page that give a day and
 * a time without saying UTC; one of the same minute in a zone that people live in tells the offset. Null where none
 * does.
 */
export function onOutletClock(iso: string, shown: string[], language: string): string | null {
  const moment = Date.parse(iso);
  for (const text of shown) {
    if (!/\d:\d\d/.test(text) || /\d\s?(?:Z|UTC|GMT)\b|[+-]00:?00/i.test(text)) continue;
    const local = parseDate(text.replace(/\s*(?:[+-]\d{1,2}:?\d{2}|\b[A-Z]{3,4})$/, ''), language);
    const halves = local ? (minuteOf(Date.parse(local)) - minuteOf(moment)) / 30 : 0;
    if (!isZone(halves)) continue;
    const clock = new Date(moment + halves * 1_800_000).toISOString().slice(0, 19);
    const hours = String(Math.floor(Math.abs(halves) / 2)).padStart(2, '0');
    return `${clock}${halves < 0 ? '-' : '+'}${hours}:${halves % 2 ? '30' : '00'}`;
  }
  return null;
}

const minuteOf = (time: number) => Math.floor(time / 60_000);
