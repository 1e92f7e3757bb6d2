/** A word or a mark of a sentence; offsets in UTF-16 units. */
export interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
  word: boolean;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Stands within quotation marks, or is one. */
  quoted: boolean;
}

const PAIRS: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '"': '"',
  '‘': '’',
  "'": "'",
  '‚': '‘’',
  '「': '」',
};
const LETTER = /[\p{L}\p{N}]/u;

/** Stretches within quotation marks, marks included; an unclosed one runs to the end. Only the outermost count. */
export function quotedSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] ?? '';
    const closing = PAIRS[mark];
    if (!closing) continue;
    const inWord = LETTER.test(text[i - 1] ?? ' ');
    const single = "'‘‚".includes(mark);
    // An apostrophe is no quotation mark, and a closing mark opens nothing.
    if (inWord || (single && !LETTER.test(text[i + 1] ?? ' '))) continue;
    let end = -1;
    for (let j = i + 1; j < text.length; j++) {
      if (!closing.includes(text[j] ?? ' ')) continue;
      if (single && LETTER.test(text[j + 1] ?? ' ')) continue;
      end = j;
      break;
    }
    if (end < 0) {
      if (single || mark === '»') continue;
      end = text.length - 1;
    }
    spans.push([i, end + 1]);
    i = end;
  }
  return spans;
}

/** Abbreviations whose dot ends no sentence: titles, initials, and names of offices. */
const DOTTED =
  /^(?:dr|mr|mrs|ms|prof|st|sr|sra|srta|mme|mlle|gov|sen|rep|gen|lt|col|jr|capt|sgt|rev|hon|dipl|ing|med|jur|phil|lic|d|dª|ud|p|\p{L})$/iu;
const WORD =
  /\d+(?:[.,]\d+)+|[\p{L}\p{N}][\p{L}\p{M}\p{N}&]*(?:(?:[-‐‑'’.][\p{L}\p{N}]|[-‐‑]\/)[\p{L}\p{M}\p{N}&]*)*(?:['’](?=s\b)|(?<=s)['’](?=\s\p{L}))?|\S/gu;
/** French short words written together with the next. */
const CLITIC = /^(?:l|d|j|m|t|s|c|n|qu|lorsqu|puisqu|jusqu)['’]/iu;

/** Words and marks in order. `split` parts French elisions: “l’Intérieur” are two words. */
export function readTokens(text: string, split: boolean): Token[] {
  const spans = quotedSpans(text);
  const tokens: Token[] = [];
  const add = (piece: string, start: number) => {
    const end = start + piece.length;
    tokens.push({
      text: piece,
      lower: piece.toLowerCase().replaceAll('’', "'"),
      start,
      end,
      word: LETTER.test(piece),
      capital: /^\p{Lu}/u.test(piece),
      quoted: spans.some(([from, to]) => start < to && end > from),
    });
  };
  for (const match of text.matchAll(WORD)) {
    let [piece, start] = [match[0], match.index];
    const clitic = split ? CLITIC.exec(piece)?.[0] : undefined;
    if (clitic && clitic.length < piece.length) {
      add(clitic, start);
      piece = piece.slice(clitic.length);
      start += clitic.length;
    }
    const last = tokens.at(-1);
    if (
      piece === '.' &&
      last?.word &&
      last.capital &&
      last.end === start &&
      DOTTED.test(last.text) &&
      start + 1 < text.length
    ) {
      last.text += '.';
      last.end += 1;
    } else add(piece, start);
  }
  return tokens;
}
