const MONTHS =
  'jan(?:\\w*)|feb(?:\\w*)|m[aä]r(?:\\w*)|a[pbv]r(?:\\w*)|ma[iy]\\w*|ju[nl]\\w*|jui[nl]\\w*|a[ug]\\w*|ao[uû]t|s[eé]p\\w*|set\\w*|o[ckt]t\\w*|out\\w*|nov\\w*|d[eéi][czs]\\w*|ene\\w*|gen\\w*|mag\\w*|giu\\w*|lug\\w*|f[eé]v\\w*|ago\\w*';
const WORDED = new RegExp(
  `(\\d{1,2})\\.?\\s+(?:de\\s+)?(${MONTHS})\\.?,?\\s+(?:de\\s+)?((?:19|20)\\d{2})`,
  'i',
);

const MONTH_FIRST = new RegExp(
  `\\b(${MONTHS})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})(?!.*\\d:\\d)`,
  'i',
);

/** The time in UTC, or null. A date without a time or zone keeps its day. */
export function parseDate(raw: string): string | null {
  const text = raw.replace(/^(?:published|updated|veröffentlicht|stand|am|on|posted)\s*:?\s*/i, '');
  if (/^\d{10}(?:\d{3})?$/.test(text)) return valid(Number(text) * (text.length === 10 ? 1000 : 1));
  const iso =
    /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?(?:\d{2})?)?)?/i.exec(
      text,
    );
  if (iso) return build(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7]);
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}))?/.exec(text);
  if (packed) return build(...(packed.slice(1) as [string, string, string]));
  const east = /(\d{4})\s?[/.年년]\s?(\d{1,2})\s?[/.月월]\s?(\d{1,2})(?:\D{0,6}(\d{1,2}):(\d{2}))?/.exec(
    text,
  );
  if (east) return build(east[1], east[2], east[3], east[4], east[5]);
  const numeric = /\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b(?:\D{0,8}(\d{1,2}):(\d{2}))?/.exec(text);
  if (numeric) {
    // 3/25/2024 can only be American; where both readings exist the day comes first, as in most of the world.
    const monthFirst = Number(numeric[2]) > 12;
    return build(
      numeric[3],
      monthFirst ? numeric[1] : numeric[2],
      monthFirst ? numeric[2] : numeric[1],
      numeric[4],
      numeric[5],
    );
  }
  const american = MONTH_FIRST.exec(text);
  if (american && monthOf(american[1] ?? ''))
    return build(american[3], String(monthOf(american[1] ?? '')), american[2]);
  const worded = WORDED.exec(text);
  if (worded) {
    const month = monthOf(worded[2] ?? '');
    if (month) return build(worded[3], String(month), worded[1]);
  }
  // English prose dates; without a zone the browser reads them in its own, so the day is rebuilt as written.
  const time = /(?:19|20)\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return null;
  if (/(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*(?:\(.*\))?$/i.test(text)) return valid(time);
  const local = new Date(time);
  return valid(
    Date.UTC(local.getFullYear(), local.getMonth(), local.getDate(), local.getHours(), local.getMinutes()),
  );
}

/** The first three letters tell months apart in the languages of the list. */
const monthOf = (word: string) =>
  [
    /^[jeg](?:an|än|ne|en)/i,
    /^f/i,
    /^m[aä]r/i,
    /^a[pbv]/i,
    /^ma/i,
    /^(?:jun|juin|giu)/i,
    /^(?:jul|juil|lug)/i,
    /^a[ugo]/i,
    /^s/i,
    /^o/i,
    /^n/i,
    /^d/i,
  ].findIndex((name) => name.test(word)) + 1;

function build(
  y?: string,
  m?: string,
  d?: string,
  hour = '0',
  minute = '0',
  second = '0',
  zone = 'Z',
): string | null {
  const [month, day] = [Number(m), Number(d)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const offset = /([+-])(\d{1,2}):?(\d{2})?/.exec(zone);
  const shift = offset ? (offset[1] === '-' ? 1 : -1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) : 0;
  return valid(Date.UTC(Number(y), month - 1, day, Number(hour), Number(minute) + shift, Number(second)));
}

/** Newspapers' archives begin around 1700; a date further ahead than a day is no publication. */
const valid = (time: number) =>
  Number.isFinite(time) && time > Date.UTC(1700, 0) && time < Date.now() + 86_400_000
    ? new Date(time).toISOString()
    : null;
