/** A number with its unit as written in a sentence. */
export interface Figure {
  /** As written: “3.1 per cent”. */
  text: string;
  /** What it may be worth, scale words included; two readings where “1.200” leaves it open. */
  values: number[];
  /** The number alone, before million or billion: the same digits with another scale are another unit. */
  digits: number[];
  /** `%`, `pp` (percentage points), a currency, or ''. */
  unit: string;
}

const SCALES: [RegExp, number][] = [
  [/^(?:thousand|tausend|k)$/iu, 1e3],
  [/^(?:million|mio|mn|m)$/iu, 1e6],
  [/^(?:billion|milliard|milliarde|milliarden|mrd|bn)$/iu, 1e9],
  [/^(?:trillion|tn)$/iu, 1e12],
];

const SMALL = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SMALL_WORD = SMALL.join('|');

const UNITS: [RegExp, string][] = [
  [/^(?:percentage[ -]points?|points? of a per ?cent|pp)$/iu, 'pp'],
  [/^(?:%|％|per ?cent|pct|prozent)$/iu, '%'],
  [/^(?:\$|us\$|usd|dollars?)$/iu, '$'],
  [/^(?:€|eur|euros?)$/iu, '€'],
  [/^(?:£|gbp|pounds?)$/iu, '£'],
];

const NUMBER = String.raw`\d+(?:[.,\u00A0\u202F' ]\d{3})*(?:[.,]\d+)?|\d+`;
const SCALE = 'thousand|million|billion|trillion|tausend|mio|milliarden?|mrd|bn|tn|mn|[mk]';
const UNIT =
  '%|％|percentage[ -]points?|per ?cent|pct|prozent|pp|us\\$|usd|dollars?|eur|euros?|gbp|pounds?|[$€£]';

const RATIO = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\d+|${SMALL_WORD})\s+(?:in(?: every)?|out of(?: every)?)\s+(\d+|${SMALL_WORD})(?![\p{L}\p{N}])`,
  'giu',
);
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(us\$|[$€£])?\s?(${NUMBER}|(?:${SMALL_WORD})(?=\s(?:${SCALE}|per ?cent|percentage)))(?:[\s-]?(${SCALE})(?![\p{L}\p{N}]))?(?:[\s-]?(${UNIT})(?![\p{L}\p{N}]))?`,
  'giu',
);

const smallNumber = (text: string): number => {
  const index = SMALL.indexOf(text.toLowerCase());
  return index < 0 ? Number(text) : index + 1;
};

/** Readings of a written number: “1,200” is 1200, “3,1” is 3.1, and “1.200” may be either. */
function readings(text: string): number[] {
  if (SMALL.includes(text.toLowerCase())) return [smallNumber(text)];
  const plain = text.replace(/[\s'\u00A0\u202F]/gu, '');
  const marks = plain.match(/[.,]/gu) ?? [];
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (marks.length === 0) return [Number(plain)];
  const whole = Number(plain.replace(/[.,]/gu, ''));
  const decimal = Number(`${plain.slice(0, last).replace(/[.,]/gu, '')}.${plain.slice(last + 1)}`);
  const mixed = new Set(marks).size > 1;
  if (mixed || plain.length - last !== 4) return [decimal];
  // Three digits behind the only kind of mark: thousands, but a single mark may be a decimal one.
  return marks.length > 1 ? [whole] : [whole, decimal];
}

const unitOf = (text: string | undefined): string =>
  text ? (UNITS.find(([name]) => name.test(text.trim()))?.[1] ?? '') : '';

/**
 * The figures of a text, in order: decimals in both notations, per cent, percentage points, scales, three currencies,
 * and “3 in 10” as 30 %. Dates and times come out as bare numbers. English, and what German news needs.
 */
export function readFigures(text: string): Figure[] {
  const figures: (Figure & { at: number })[] = [];
  const rest = text.replace(RATIO, (whole: string, part: string, of: string, at: number) => {
    const value = (100 * smallNumber(part)) / smallNumber(of);
    figures.push({ text: whole, values: [value], digits: [value], unit: '%', at });
    return ' '.repeat(whole.length);
  });
  for (const match of rest.matchAll(FIGURE)) {
    const [whole, before, number = '', scaleWord, after] = match;
    const factor = SCALES.find(([name]) => scaleWord && name.test(scaleWord))?.[1] ?? 1;
    const digits = readings(number);
    figures.push({
      text: whole.trim(),
      values: digits.map((value) => value * factor),
      digits,
      unit: unitOf(after) || unitOf(before),
      at: match.index,
    });
  }
  return figures.sort((a, b) => a.at - b.at).map(({ at: _, ...figure }) => figure);
}
