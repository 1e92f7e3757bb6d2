/* Values stand in what was written as a number between two controls, until it is known where they stand. */

const FIRST = '\u0001';
const LAST = '\u0002';

export const placeholder = (number: number): string => FIRST + number + LAST;

/** Text without what could be taken for a placeholder, with LF at the end of its lines. */
export const withoutPlaceholders = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  text.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '');

/** Literal text and values in turn, beginning and ending with text. */
export function splitAtPlaceholders<T>(
  text: string,
  values: readonly T[],
): { before: string; value: T }[] & { rest: string } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  const pieces = text.split(/\u0001(\d+)\u0002/u);
  const pairs: { before: string; value: T }[] = [];
  for (let at = 0; at + 1 < pieces.length; at += 2)
    pairs.push({ before: pieces[at] ?? '', value: values[Number(pieces[at + 1])] as T });
  return Object.assign(pairs, { rest: pieces.at(-1) ?? '' });
}
