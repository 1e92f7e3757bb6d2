const NAMED: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  szlig: 'ß',
};

/** Letters with marks: `&ouml;` is an o and the mark, composed. */
const MARKS: Record<string, string> = {
  uml: '\u0308',
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
};

function named(name: string): string | undefined {
  const mark = MARKS[name.slice(1)];
  return mark ? `${name.charAt(0)}${mark}`.normalize('NFC') : NAMED[name.toLowerCase()];
}

/**
 * One line of plain text: tags and doubly escaped entities resolved, spaces collapsed, invisible and direction-changing
 * characters removed, well-formed, at most `most` UTF-16 units. Anything but a string gives ''.
 */
export function cleanText(value: unknown, most = 1_000): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, 4 * most)
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,7}));/gi, (whole, decimal, hex, name) => {
      if (name) return named(name) ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
    })
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
    .trim();
}

/** Letters and digits; compiled once, for classes of Unicode take a millisecond to compile. */
const WORD = /[\p{L}\p{N}]+/gu;
/** The same in texts of Latin letters, marks and punctuation alone, as most are: it costs next to nothing. */
const LATIN_WORD = /[\dA-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ɏ]+/g;
const BEYOND_LATIN = /[\u0250-\u02ff\u0370-\u200f\u2060-\u209f\u20c0-\uffff]/;

/** The words of a text. */
export const wordsIn = (text: string): string[] =>
  text.match(BEYOND_LATIN.test(text) ? WORD : LATIN_WORD) ?? [];

/** Letters and digits only, for comparing. */
export const keyOf = (text: string) => wordsIn(text.toLowerCase().normalize('NFKD')).join('');

/** Whether a text begins with a capital letter of any script that has them, or with a letter of another script. */
export const opensAsName = (text: string) => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return (
    first !== first.toLowerCase() ||
    (first > '\u02ff' && wordsIn(first).length > 0 && first === first.toUpperCase())
  );
};
