import { sameFigure } from './figureProblems.ts';
import { type Figure, readFigures } from './readFigures.ts';

/** A word as it is compared, and as it stands. */
export interface ComparedWord {
  key: string;
  text: string;
  figure?: Figure;
}

/** Stands in for an omission mark among the words. */
export const GAP = '…';

const OMISSION =
  /\[\s*(?:…|\.\.\.|\. \. \.)\s*\]|\(\s*(?:…|\.\.\.|\. \. \.)\s*\)|…|\.{3,}|(?<=\s)\. \. \.(?=\s|$)/gu;
/** One letter in brackets is another capital: “[T]he”. */
const LETTER = /\[(\p{L})\](?=\p{L})/gu;
const SIC = /\[\s*sic[!.]?\s*\]/giu;
/** An editor's word in brackets stands for one or more words of the speaker. */
const INSERTION = /\[[^\]]{0,200}\]/gu;
const WORD = /…|[\p{L}\p{M}\p{N}]+(?:['.][\p{L}\p{M}\p{N}]+)*|[&§]/gu;
/** Marks that no reader sees, and letters joined in print. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/** Spaces of the same length for what is taken out, so that offsets hold. */
const blank = (text: string): string => ' '.repeat(text.length);

/**
 * Words in the form in which they are compared. Punctuation, quotation marks, case, spaces, hyphens and the way a figure is written
 * are no difference.
 */
export function comparedWords(text: string, language?: string | null): ComparedWord[] {
  const plain = text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[ﬁﬂﬀﬃﬄ]|[\uFF01-\uFF5E]/gu, (part) => part.normalize('NFKC'))
    .replace(/[‘’ʼ`´′]/gu, "'")
    .replace(SIC, blank)
    .replace(LETTER, '$1')
    .replace(OMISSION, (mark) => GAP.padEnd(mark.length))
    .replace(INSERTION, (mark) => (mark.includes(GAP) ? mark : GAP.padEnd(mark.length)));
  const figures = readFigures(plain, language);
  const words: ComparedWord[] = [];
  let at = 0;
  const add = (from: number, to: number) => {
    for (const match of plain.slice(from, to).matchAll(WORD)) {
      const key = match[0].toLowerCase().replace(/(?<=(?:^|\.)\p{L})\.(?=\p{L}(?:\.|$))/gu, '');
      words.push({ key: key === GAP ? GAP : key, text: match[0] });
    }
  };
  for (const figure of figures) {
    add(at, figure.start);
    words.push({
      key: `#${figure.unit}:${figure.values.map((value) => +value.toPrecision(12)).join('|')}`,
      text: figure.text,
      figure,
    });
    at = figure.end;
  }
  add(at, plain.length);
  // “30 % of ships” and “3 in 10 ships”, “1,5 million de personnes” and “1 500 000 personnes”.
  return words.filter(
    ({ key }, i) => !(isAmount(words[i - 1]?.figure) && /^(?:of|der|des|von|de|d'?|du|los|las)$/u.test(key)),
  );
}

const isAmount = (figure: Figure | undefined): boolean =>
  !!figure && (figure.unit === '%' || (figure.unit === '' && (figure.values[0] ?? 0) >= 1e6));

/** Whether two words are no difference. */
export function sameWord(a: ComparedWord, b: ComparedWord): boolean {
  if (a.key === b.key) return true;
  if (isOne(a, b) || isOne(b, a)) return true;
  return !!a.figure && !!b.figure && sameFigure(a.figure, b.figure);
}

/** “one person” and “1 person”; “one” alone is read as no figure. */
const isOne = (word: ComparedWord, other: ComparedWord): boolean =>
  /^(?:one|ein|eine|einen|einer|un|une|uno|una)$/u.test(word.key) &&
  other.figure?.unit === '' &&
  other.figure.values[0] === 1;
