const MONTHS = [
  /^(?:jan|ene|gen|янв|sty)/u,
  /^(?:feb|fév|fev|фев|lut)/u,
  /^(?:mar|mär|mrz|maa|мар)/u,
  /^(?:apr|avr|abr|апр|kwi)/u,
  /^(?:may|mai|mag|mei|мая|май|maj)/u,
  /^(?:jun|juin|giu|июн|cze)/u,
  /^(?:jul|juil|lug|июл|lip)/u,
  /^(?:aug|aoû|aou|ago|авг|sie)/u,
  /^(?:sep|set|сен|wrz)/u,
  /^(?:oct|okt|out|ott|окт|paź)/u,
  /^(?:nov|ноя|lis)/u,
  /^(?:dec|dez|déc|dic|дек|gru)/u,
];

/**
 * A moment as other programs write it, as ISO 8601 in UTC; null for what is none. ISO with or without a zone (without
 * one: UTC), seconds or milliseconds since 1970, a day, and days with the name of a month in the usual languages.
 */
export function readTime(value: unknown): string | null {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{9,13}(?:\.\d+)?$/u.test(text)) return fromNumber(Number(text));
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\s|$)/iu.exec(
      `${text} `,
    );
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = iso;
    const ms = Number(`0.${fraction || '0'}`) * 1_000;
    const utc = Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
      ms,
    );
    // A 31 February would roll over into March.
    const isReal =
      new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
    return isDay(month, day) && isReal && Number(hour) < 24 ? toIso(utc - offsetOf(zone)) : null;
  }
  return fromWords(text);
}

const isDay = (month: string | undefined, day: string | undefined) =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;

/** Minutes before UTC, in ms. */
function offsetOf(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/u.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** “Sunday, March 8, 2026 7:12:31 PM”, “8. März 2026 19:12:31”, “8 mars 2026”. */
function fromWords(text: string): string | null {
  const words = (text.toLowerCase().match(/[\p{L}]+|\d+(?::\d\d){1,2}|\d+/gu) ?? []).filter(
    // Tuesdays that begin like March.
    (word) => !/^(?:mardi|martes|marted)/u.test(word),
  );
  const named = words.find((word) => /^\p{L}{3}/u.test(word) && MONTHS.some((month) => month.test(word)));
  const month = MONTHS.findIndex((name) => name.test(named ?? ''));
  const numbers = words.filter((word) => /^\d+$/u.test(word)).map(Number);
  const year = numbers.find((number) => number >= 1900 && number < 2200);
  const day = numbers.find((number) => number >= 1 && number <= 31);
  const asianDate = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/u.exec(text);
  const [y, m, d] = asianDate
    ? [Number(asianDate[1]), Number(asianDate[2]) - 1, Number(asianDate[3])]
    : [year, month, day];
  if (y === undefined || m === undefined || m < 0 || d === undefined) return null;
  const [hour = 0, minute = 0, second = 0] = (words.find((word) => word.includes(':')) ?? '0:0')
    .split(':')
    .map(Number);
  const isAfternoon = /\bp\.?\s?m\b|下午|午後|오후/iu.test(text) && hour < 12;
  const isMidnight = /\ba\.?\s?m\b|上午|午前|오전/iu.test(text) && hour === 12;
  return toIso(Date.UTC(y, m, d, isMidnight ? 0 : hour + (isAfternoon ? 12 : 0), minute, second));
}

const fromNumber = (number: number): string | null =>
  toIso(number > 100_000_000_000 ? number : number * 1_000);

function toIso(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1900 || date.getUTCFullYear() > 9999
    ? null
    : date.toISOString();
}
