import { clip, LIMITS, oneLine } from '#model/text.ts';

/** As text with lines as ours; what is no text is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\r\n?/gu, '\n') : '';
/** In one line; null where nothing stands there. */
export const lineOf = (value: unknown): string | null => oneLine(textOf(value), LIMITS.line) || null;

/** A list of names, from a list or from a text with commas; each once, clipped to what a record may hold. */
export function namesOf(value: unknown, separator: RegExp, most: number): string[] {
  const all = Array.isArray(value) ? value : textOf(value).split(separator);
  const names = all.map((name) => clip(textOf(name).replace(/\s+/gu, ' ').trim(), LIMITS.name));
  return [...new Set(names)].filter(Boolean).slice(0, most);
}

/** Two notes on one thing, one below the other; what is said already, word for word, is not said again. */
export function joined(before: string, note: string): string {
  const isThere = before.split('\n\n').includes(note) || before === note;
  return isThere ? before : clip(`${before}\n\n${note}`.trim(), LIMITS.note);
}

/** An offset in UTF-16 units, from a number or its text. */
export const offsetOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};
