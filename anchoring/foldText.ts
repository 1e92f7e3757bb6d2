/**
 * What counts as the same text.
 *
 * `normaliseText` makes the *display* text: one space for any run of white space, no invisible marks, NFC,
 * ligatures spelled out. `foldText` makes the *comparison* text: same length as the display text, one unit
 * for one unit, with case, quotation marks and dashes evened out, so offsets are valid in both.
 */

/** Soft hyphen, zero-width space and joiners, bidi marks and isolates, word joiner, BOM. */
const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
/** White space of HTML and of typography (no-break, thin, ideographic …). */
const SPACE = '\\s\\u0085';
/** Latin ligatures that a CMS may spell out. */
const LIGATURE = '\\ufb00-\\ufb06';
/** Marks that may compose with the letter before them: Latin/Greek/Cyrillic, kana voicing, Hangul vowels. */
const COMBINING = '\\u0300-\\u036f\\u3099\\u309a\\u1161-\\u11ff';

/** True for text that is not already normal; most text nodes are, and then nothing is copied. */
const NOT_NORMAL = new RegExp(
  `[\\t\\n\\r\\f\\v\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000${INVISIBLE}${LIGATURE}${COMBINING}]|  `,
);
const NEEDS_UNITS = new RegExp(`[${LIGATURE}${COMBINING}]`);
/** A joiner between two pictographs is part of an emoji and is kept; all other invisible marks go. */
const INVISIBLES = new RegExp(`(?:(?![\\u200d])[${INVISIBLE}]|(?<![\\ud800-\\udfff\\ufe0f])\\u200d)+`, 'g');
const SPACES = new RegExp(`[${SPACE}]+`, 'g');
/** One step of a node's text: a run of white space, or one unit with the marks that belong to it. */
const UNIT = new RegExp(`[${SPACE}]+|[^][${COMBINING}]*`, 'g');

export const isNormal = (raw: string): boolean => !NOT_NORMAL.test(raw);

/** Display text of a raw string. Leading and trailing space is kept as one space. */
export function normaliseText(raw: string): string {
  if (isNormal(raw)) return raw;
  const text = NEEDS_UNITS.test(raw) ? raw.replace(UNIT, displayUnit) : raw;
  return text.replace(INVISIBLES, '').replace(SPACES, ' ');
}

const displayUnit = (unit: string): string => {
  const code = unit.charCodeAt(0);
  return code >= 0xfb00 && code <= 0xfb06 ? unit.normalize('NFKC') : unit.normalize('NFC');
};

/**
 * Offset in `raw` of the `at`-th unit of `normaliseText(raw)`.
 * `end` asks for the boundary after unit `at - 1` instead of before unit `at`, which differs where raw text has
 * units that the display text has not.
 */
export function rawOffset(raw: string, at: number, end: boolean): number {
  if (isNormal(raw)) return Math.min(at, raw.length);
  let low = 0;
  let high = raw.length;
  // The display length of a prefix never shrinks as the prefix grows, except inside a composed letter, whose
  // display length is constant: bisect on it.
  while (low < high) {
    const middle = (low + high) >> 1;
    const length = prefixLength(raw, middle);
    if (end ? length >= at : length > at) high = middle;
    else low = middle + 1;
  }
  if (end) return skipMarks(raw, low);
  return low === 0 ? 0 : unitStart(raw, low - (prefixLength(raw, low) > at ? 1 : 0));
}

/** Length in display units of `raw.slice(0, to)`. */
export const prefixLength = (raw: string, to: number): number => normaliseText(raw.slice(0, to)).length;

const COMBINES = new RegExp(`[${COMBINING}]`);

function skipMarks(raw: string, at: number): number {
  while (at < raw.length && COMBINES.test(raw.charAt(at))) at++;
  return at;
}

function unitStart(raw: string, at: number): number {
  while (at > 0 && COMBINES.test(raw.charAt(at))) at--;
  return at;
}

/** Comparison code of every UTF-16 unit met so far, 0 before: a page needs some hundred of them. */
const FOLD = new Uint16Array(65536);
/** The same, but 0 also for units that a display text may not hold as they are. */
const PLAIN = new Uint16Array(65536);
const SAME = new Map<string, string>();
for (const [to, from] of [
  ["'", '\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`\u2039\u203a'],
  ['"', '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d'],
  ['σ', 'ς'],
] as const) {
  for (const unit of from) SAME.set(unit, to);
}

/** Works out a unit's comparison code and keeps it. */
function learn(code: number): number {
  const unit = String.fromCharCode(code);
  const lower = SAME.get(unit) ?? unit.toLowerCase();
  const folded = lower.length === 1 ? lower.charCodeAt(0) : code;
  FOLD[code] = folded;
  if (!isSpecial(code)) PLAIN[code] = folded;
  return folded;
}

/** Comparison code of one unit of a display text. */
export const foldUnit = (code: number): number => FOLD[code] || learn(code);

const isSpecial = (code: number): boolean => NOT_NORMAL.test(String.fromCharCode(code));

/** Comparison codes of a display text, one per unit. */
export function foldCodes(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  foldInto(text, codes, 0);
  return codes;
}

/** Writes a display text's comparison codes to `codes[at …]`. */
export function foldInto(text: string, codes: Uint16Array, at: number): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    codes[at + i] = FOLD[code] || learn(code);
  }
}

/**
 * Writes the comparison codes of `text[from, to)` to `codes[at …]`. False, and nothing to rely on in `codes`, if a unit
 * is not its own display text. Runs of spaces are the caller's matter.
 */
export function foldIfPlain(text: string, from: number, to: number, codes: Uint16Array, at: number): boolean {
  const shift = at - from;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    let code = PLAIN[unit] ?? 0;
    if (code === 0) {
      if (isSpecial(unit)) return false;
      code = learn(unit);
    }
    codes[i + shift] = code;
  }
  return true;
}

/** Whether a display text stands at an offset of comparison codes. */
export function standsFolded(text: string, codes: Uint16Array, at: number): boolean {
  if (at < 0 || at + text.length > codes.length) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((FOLD[code] || learn(code)) !== codes[at + i]) return false;
  }
  return true;
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Comparison text for codes. Lone surrogates become U+FFFD; the length stays. */
export const codesToText = (codes: Uint16Array): string => utf16.decode(codes);

/** Comparison text of a display text: same length, case, quotation marks and dashes evened out. */
export const foldText = (text: string): string => codesToText(foldCodes(text));
