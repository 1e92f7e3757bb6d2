/** Marks that NFKD splits off letters, and the few letters it does not take apart. */
const MARKS = /\p{M}+/gu;
const WHOLE_LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
const WHOLE_LETTER = /[ßæœøłđı]/g;

/** A text for comparing: lower case, without accents, every run of white space one space. */
export function fold(text: string): string {
  const plain = /^[\u0021-\u007e ]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(MARKS, '')
        .toLowerCase()
        .replace(WHOLE_LETTER, (letter) => WHOLE_LETTERS[letter] ?? letter);
  // Most texts have single spaces only; looking is cheaper than replacing each of them.
  return /[^\S ]| {2}/.test(plain) ? plain.replace(/\s+/g, ' ') : plain;
}

/**
 * Where a stretch of `fold(text)` stands in the text itself, UTF-16 units. Folding changes lengths, so
 * the text is folded again piece by piece until the stretch is reached.
 */
export function unfoldRange(text: string, start: number, end: number): [start: number, end: number] {
  let folded = 0;
  let blank = false;
  let from = text.length;
  let offset = 0;
  for (const character of text) {
    // A mark alone folds to nothing and belongs to the letter before it.
    let piece = fold(character);
    if (piece === ' ' && blank) piece = '';
    else if (piece !== '') blank = piece.endsWith(' ');
    if (folded <= start && folded + piece.length > start && from === text.length) from = offset;
    if (folded >= end && piece !== '') return [from, offset];
    folded += piece.length;
    offset += character.length;
  }
  return [from, text.length];
}
