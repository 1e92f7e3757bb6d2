/**
 * Accents, points and signs that NFKD splits off letters, of the scripts that are also written without them, and the
 * Arabic stretching line. Vowel signs of Thai or Hindi and the voicing of kana make other words and stay.
 */
const MARKS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single marks are what is looked for
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/gu;
/** Letters that NFKD does not take apart, and forms that are one letter. */
const WHOLE_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
};
const WHOLE_LETTER = /[ßæœøłđıς]/g;
/** A character with what belongs to it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** A text for comparing: lower case, without accents, in plain widths, every run of white space one space. */
export function fold(text: string): string {
  const plain = /^[\u0021-\u007e ]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(MARKS, '')
        .toLowerCase()
        // A capital I with a point becomes two characters only here.
        .replace(MARKS, '')
        .replace(WHOLE_LETTER, (letter) => WHOLE_LETTERS[letter] ?? letter);
  // Most texts have single spaces only; looking is cheaper than replacing each of them.
  return /[^\S ]| {2}/.test(plain) ? plain.replace(/\s+/g, ' ') : plain;
}

/**
 * Where stretches of `fold(text)` stand in the text itself, UTF-16 units; each begins and ends with a whole character.
 * The stretches must be in order and not overlap. Folding changes lengths, so the text is folded again piece by piece
 * until the last stretch is reached.
 */
export function unfoldRanges(
  text: string,
  ranges: readonly (readonly [start: number, end: number])[],
): [start: number, end: number][] {
  const found: [number, number][] = [];
  let folded = 0;
  let blank = false;
  let from = -1;
  for (const { 0: character, index } of text.matchAll(CLUSTER)) {
    let piece = fold(character);
    if (piece.startsWith(' ') && blank) piece = piece.slice(1);
    if (piece !== '') blank = piece.endsWith(' ');
    const to = folded + piece.length;
    for (let range = ranges[found.length]; range && piece !== ''; range = ranges[found.length]) {
      if (from < 0 && range[0] < to) from = index;
      if (from < 0 || range[1] > to) break;
      found.push([from, index + character.length]);
      from = -1;
    }
    if (found.length === ranges.length) break;
    folded = to;
  }
  if (from >= 0) found.push([from, text.length]);
  return found;
}

/** `unfoldRanges` of one stretch. */
export const unfoldRange = (text: string, start: number, end: number): [start: number, end: number] =>
  unfoldRanges(text, [[start, end]])[0] ?? [text.length, text.length];
