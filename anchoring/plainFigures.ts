/** Languages that write a comma before decimals, and dots or spaces between thousands. */
const COMMA_DECIMALS = new Set(
  (
    'de fr es it pt nl da sv no nb nn fi is pl cs sk hu ro bg el tr ru uk be hr sl sr bs mk sq lt lv et ca gl eu ' +
    'id vi af lb fo ka hy az kk'
  ).split(' '),
);
/** German and Italian of Switzerland, Spanish of Mexico and their like. */
const POINT_DECIMALS = /^(?:de|it|fr)-(?:ch|li)|^es-(?:mx|us|gt|hn|ni|pa|pe|pr|sv|do)/i;
/** A figure with spaces, dots, commas or apostrophes in it. */
const FIGURE =
  /(?<![\d.,])\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![\d]| \d{3}(?!\d))|(?<![\d.,'’])\d+(?:[.,'’]\d+)+/gu;
const PER_CENT =
  /\s?(?:%|(?<!\p{L})(?:per cent|percent|pct\.?|prozent|pour cent|por ciento|por cento|per cento|procent|prosent|prosenttia)(?!\p{L}))/giu;

/**
 * A text with its figures written in one manner: `22,400`, `22 400` and `22’400` become `22400`, `3,1` becomes `3.1`,
 * `per cent` becomes `%`. What a comma or a dot before three digits means depends on the language (a BCP 47 tag);
 * unless another is given, as in English.
 */
export function plainFigures(text: string, language = ''): string {
  const comma =
    COMMA_DECIMALS.has(language.toLowerCase().split('-')[0] ?? '') && !POINT_DECIMALS.test(language);
  return text.replace(FIGURE, (figure) => plainFigure(figure, comma ? ',' : '.')).replace(PER_CENT, ' %');
}

function plainFigure(figure: string, decimal: string): string {
  const digits = figure.replace(/(?<=\d)[ '’](?=\d{3}(?:\D|$))/gu, '');
  const marks = digits.match(/[.,]/gu) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return digits;
  const [whole = '', rest = ''] = [
    digits.slice(0, digits.lastIndexOf(last)),
    digits.slice(digits.lastIndexOf(last) + 1),
  ];
  const isGrouped = (part: string) => /^\d{1,3}(?:[.,]\d{3})+$/u.test(part);
  if (marks.length === 1) {
    const couldBeGroup = digits === figure && rest.length === 3 && /^[1-9]\d{0,2}$/u.test(whole);
    return couldBeGroup && last !== decimal ? whole + rest : `${whole}.${rest}`;
  }
  if (new Set(marks).size === 1) return isGrouped(digits) ? digits.replace(/[.,]/gu, '') : figure;
  return isGrouped(whole) && !whole.includes(last) ? `${whole.replace(/[.,]/gu, '')}.${rest}` : figure;
}
