import type { Claim } from '#model/records.ts';

/**
 * The day of the reader's calendar at a moment, YYYY-MM-DD, by the clock of this machine: a day begins at the reader's midnight, wherever
 * they travelled and however long the day is.
 */
export function localDay(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day on which the reader is to be asked about a claim; `null` where it was answered, dropped, or never had one. */
export function askingDay(claim: Claim | undefined): string | null {
  if (!claim?.resolveBy || claim.outcome || claim.status === 'dropped') return null;
  return claim.resolveBy;
}

/** Whether an asking day has come. */
export const isDue = (day: string | null, now: Date): boolean => day !== null && day <= localDay(now);

/**
 * When the next of these days begins that has not begun yet: midnight by the clock of this machine, however long the
 * days until then are. `null` where none is ahead. Days are YYYY-MM-DD; one that is in no calendar is left out.
 */
export function nextDueMoment(days: readonly string[], now: Date): Date | null {
  const today = localDay(now);
  const ahead = days.filter((day) => day > today).sort();
  for (const day of ahead) {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    const begins = new Date(year, month - 1, date);
    if (localDay(begins) === day) return begins;
  }
  return null;
}
