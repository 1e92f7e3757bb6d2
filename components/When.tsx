import { locale } from './strings.ts';

interface Props {
  /** ISO 8601. */
  at: string;
  /** `day`: 12 March 2026. `minute`: with the time of day. `ago`: how long ago, with the day as tooltip. */
  as?: 'day' | 'minute' | 'ago';
  /** Seam for tests: the present, milliseconds. */
  now?: number;
}

const DAY = 86_400_000;
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A date in words; the year is left out within the last half year. Empty for what is no date. */
export function dayInWords(at: string, now = Date.now()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const recent = Math.abs(now - date.getTime()) < 183 * DAY;
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'long',
    ...(recent ? {} : { year: 'numeric' }),
  }).format(date);
}

/** "2 days ago" up to a month, then the day. Empty for what is no date. */
export function agoInWords(at: string, now = Date.now()): string {
  const elapsed = now - new Date(at).getTime();
  if (Number.isNaN(elapsed)) return '';
  if (Math.abs(elapsed) > 30 * DAY) return dayInWords(at, now);
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  const [unit, length] = STEPS.find(([, size]) => Math.abs(elapsed) >= size) ?? (['second', 1000] as const);
  return relative.format(unit === 'second' ? 0 : -Math.round(elapsed / length), unit);
}

/** A moment, machine-readable and in words. */
export function When({ at, as = 'day', now = Date.now() }: Props) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const full = new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(date);
  const words = as === 'minute' ? full : as === 'ago' ? agoInWords(at, now) : dayInWords(at, now);
  return (
    <time dateTime={at} title={as === 'minute' ? undefined : full}>
      {words}
    </time>
  );
}
