import { monthNamed } from './monthNamed.ts';

const YEAR = '((?:17|18|19|20)\\d{2})';
const WORD = '([^\\s\\d,.:/()|]{3,20})';
/** 17 May 2024, 17. Mai 2024, 17 de mayo de 2024, 24 نيسان / أبريل 2020 */
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s-]+(?:de\\s+|of\\s+)?${WORD}\\.?(?:\\s*/\\s*[^\\s\\d]+)?[\\s,-]+(?:del?\\s+)?${YEAR}\\b`,
  'gi',
);
/** May 17, 2024 */
const MONTH_FIRST = new RegExp(`${WORD}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}\\b`, 'gi');
const CLOCK =
  /(\d{1,2}):(\d{2})(?::?(\d{2}))?(?:\.\d+)?\s*(?:([ap])\.?\s?m\b\.?)?\s*(?:(?:UTC|GMT)?\s?([+-]\d{1,2}(?::?\d{2})?)|([A-Z]{2,4})\b)?/i;
/** Offsets of the names that stand in pages, hours. */
const ZONES: Record<string, number> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
Object.assign(ZONES, { BST: 1, CET: 1, CEST: 2, MEZ: 1, MESZ: 2, EET: 2, EEST: 3, MSK: 3, JST: 9, KST: 9 });

/**
 * The time in UTC, or null. A date without a time or zone keeps its day. `language` is the page's, for the names of its
 * months; those of the languages most read are known without it.
 */
export function parseDate(raw: string, language = ''): string | null {
  const text = raw.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  if (/^\d{10}(?:\d{3})?$/.test(text)) return valid(Number(text) * (text.length === 10 ? 1000 : 1));
  const year =
    /\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?=T|\D|$)/.exec(text) ??
    /(\d{4})\s?[/.年년]\s?(\d{1,2})\s?[/.月월]\s?(\d{1,2})/.exec(text);
  if (year) return build(text, year, year[1], year[2], year[3]);
  const numeric = /\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/.exec(text);
  if (numeric) {
    // 3/25/2024 can only be American; where both readings exist the day comes first, as in most of the world.
    const [, a, b, y] = numeric;
    return Number(b) > 12 ? build(text, numeric, y, a, b) : build(text, numeric, y, b, a);
  }
  for (const found of [...text.matchAll(MONTH_FIRST), ...text.matchAll(DAY_FIRST)]) {
    const [day, word] = /^\d/.test(found[1] ?? '') ? [found[1], found[2]] : [found[2], found[1]];
    const month = monthNamed(word ?? '', language);
    if (month) return build(text, found, found[3], String(month), day);
  }
  return null;
}

/** The day and, where one follows, the time of day; without a zone it counts as UTC. */
function build(text: string, found: RegExpExecArray, y?: string, m?: string, d?: string): string | null {
  const [month, day] = [Number(m), Number(d)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const rest = text
    .slice(found.index + found[0].length)
    .replace(/^T(\d\d)(?=\d\d)/, '$1:')
    .slice(0, 45);
  const clock = CLOCK.exec(rest);
  if (!clock) return valid(Date.UTC(Number(y), month - 1, day));
  const [, hour, minute, second = '0', half, offset = '', name = ''] = clock;
  const pm = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?/.exec(offset) ?? [];
  const shift =
    60 * (ZONES[name.toUpperCase()] ?? 0) + (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
  return valid(Date.UTC(Number(y), month - 1, day, pm, Number(minute) - shift, Number(second)));
}

/** Newspapers' archives begin around 1700; a date further ahead than a day is no publication. */
const valid = (time: number) =>
  Number.isFinite(time) && time > Date.UTC(1700, 0) && time < Date.now() + 86_400_000
    ? new Date(time).toISOString()
    : null;
