import { languageOf } from './attribution/languageOf.ts';
import { FIGURE_LANGUAGES, type FigureLanguage, monthNumber, spelledNumber } from './numberWords.ts';
import { currencyOf, scaleAt, unitAt } from './units.ts';

/** A number with its unit as written in a sentence. */
export interface Figure {
  /** As written: “3.1 per cent”. */
  text: string;
  /** What it may be worth, scale words included; two readings where “1.200” leaves it open. */
  values: number[];
  /** The number alone, before million or billion: the same digits with another scale are another unit. */
  digits: number[];
  /** `%`, `pp` (percentage points), a currency, a measure, `date`, or ''. Of a date, `values` are year (0 where missing) × 10,000 + month × 100 + day. */
  unit: string;
  /** Where it stands, UTF-16 units. */
  start: number;
  end: number;
  /** A small number in words, or a share in words: compared only with another figure. */
  weak: boolean;
}

interface Piece {
  text: string;
  start: number;
  end: number;
  digit: boolean;
}

const PIECE =
  /\d{1,3}(?:[.,'’\u00A0\u202F ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|us\$|°[CF]?|\p{L}[\p{L}\p{M}]*|\S/giu;

/** Readings of a written number: “1,200” is 1200, “3,1” is 3.1, and “1.200” may be either where the language is not told. */
function readings(text: string, language: FigureLanguage | undefined): number[] {
  const plain = text.replace(/[\s'’\u00A0\u202F]/gu, '');
  const marks = plain.match(/[.,]/gu) ?? [];
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (marks.length === 0) return [Number(plain)];
  const whole = Number(plain.replace(/[.,]/gu, ''));
  const decimal = Number(`${plain.slice(0, last).replace(/[.,]/gu, '')}.${plain.slice(last + 1)}`);
  const mixed = new Set(marks).size > 1;
  if (mixed || plain.length - last !== 4) return [decimal];
  // Three digits behind the only kind of mark: thousands, but a single mark may be a decimal one.
  if (marks.length > 1) return [whole];
  if (!language || plain.startsWith('0')) return plain.startsWith('0') ? [decimal] : [whole, decimal];
  return [(language === 'en') === (marks[0] === ',') ? whole : decimal];
}

const RATIO: Record<FigureLanguage, RegExp> = {
  en: /^(?:in|in every|out of|out of every)$/u,
  de: /^(?:von|von je)$/u,
  fr: /^sur$/u,
  es: /^(?:de cada|de)$/u,
};
/** Shares in words, in per cent. */
const SHARES: Record<FigureLanguage, [RegExp, number][]> = {
  en: [
    [/^three quarters$/u, 75],
    [/^two thirds$/u, 200 / 3],
    [/^(?:a|one) third$/u, 100 / 3],
    [/^(?:a|one) quarter$/u, 25],
    [/^(?:a|one) fifth$/u, 20],
    [/^(?:a|one) tenth$/u, 10],
    [/^half$/u, 50],
  ],
  de: [
    [/^drei viertel$/u, 75],
    [/^dreiviertel$/u, 75],
    [/^zwei drittel$/u, 200 / 3],
    [/^ein drittel$/u, 100 / 3],
    [/^ein viertel$/u, 25],
    [/^ein fünftel$/u, 20],
    [/^ein zehntel$/u, 10],
    [/^(?:die )?hälfte$/u, 50],
  ],
  fr: [
    [/^trois quarts$/u, 75],
    [/^deux tiers$/u, 200 / 3],
    [/^un tiers$/u, 100 / 3],
    [/^un quart$/u, 25],
    [/^un cinquième$/u, 20],
    [/^un dixième$/u, 10],
    [/^(?:la )?moitié$/u, 50],
  ],
  es: [
    [/^tres cuartos$/u, 75],
    [/^dos tercios$/u, 200 / 3],
    [/^un tercio$/u, 100 / 3],
    [/^un cuarto$/u, 25],
    [/^la mitad$/u, 50],
    [/^mitad$/u, 50],
  ],
};

const known = (language: string | null | undefined): FigureLanguage | undefined =>
  FIGURE_LANGUAGES.find((code) => code === (language ?? '').toLowerCase().split(/[-_]/u)[0]);

/** Offsets and worth of one number at a piece, digits or words. */
interface Worth {
  values: number[];
  length: number;
  spelled: boolean;
  alone: boolean;
}

/**
 * The figures of a text, in order: numbers in digits and words, decimals and thousands in the notation of the language (BCP 47; both
 * notations where it is not told), per cent, percentage points, currencies, measures, scales, dates, and shares (“3 in 10” is 30 %).
 * English, German, French and Spanish.
 */
export function readFigures(text: string, language?: string | null): Figure[] {
  const told = known(language);
  const spoken = (told ?? languageOf(text).code) as FigureLanguage;
  const pieces: Piece[] = [...text.matchAll(PIECE)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    digit: /^\d/u.test(match[0]),
  }));
  const lower = pieces.map((piece) => piece.text.toLowerCase());
  // Hyphens part the words of a number (“twenty-three”) and a number from its unit.
  const skip = (at: number) => (/^[-‐‑–]$/u.test(lower[at] ?? '') && joined(at) ? at + 1 : at);
  const joined = (at: number) =>
    pieces[at - 1]?.end === pieces[at]?.start && pieces[at]?.end === pieces[at + 1]?.start;
  const figures: Figure[] = [];
  const add = (from: number, to: number, facts: Omit<Figure, 'text' | 'start' | 'end'>) => {
    const [start, end] = [pieces[from]?.start ?? 0, pieces[to - 1]?.end ?? 0];
    figures.push({ text: text.slice(start, end), start, end, ...facts });
  };
  /** Words from a piece on without hyphens, and how many pieces each prefix of them takes. */
  const wordsFrom = (at: number): { words: string[]; ends: number[] } => {
    const [words, ends]: [string[], number[]] = [[], []];
    for (let i = at; i < pieces.length && words.length < 14; i++) {
      if (i > at && /^[-‐‑–]$/u.test(lower[i] ?? '') && joined(i)) continue;
      words.push(lower[i] ?? '');
      ends.push(i + 1);
    }
    return { words, ends };
  };
  const numberAt = (at: number): Worth | undefined => {
    const piece = pieces[at];
    if (!piece) return undefined;
    const before = pieces[at - 1];
    const touching = before?.end === piece.start;
    if (piece.digit) {
      const name =
        touching &&
        (/\p{L}/u.test(before.text) ||
          (/^[-‐‑]$/u.test(before.text) &&
            /\p{L}$/u.test(pieces[at - 2]?.text ?? '') &&
            pieces[at - 2]?.end === before.start));
      if (name && !currencyOf(before.text)) return undefined;
      return { values: readings(piece.text, told), length: 1, spelled: false, alone: false };
    }
    const { words, ends } = wordsFrom(at);
    const found = spelledNumber(words, 0, spoken);
    if (!found) return undefined;
    return {
      values: [found.value],
      length: (ends[found.length - 1] ?? at + 1) - at,
      spelled: true,
      alone: found.alone,
    };
  };
  for (let i = 0; i < pieces.length; ) {
    const date = dateAt(pieces, lower, i, told ?? spoken, told);
    if (date) {
      add(i, date.to, { values: date.values, digits: date.values, unit: 'date', weak: false });
      i = date.to;
      continue;
    }
    const share = SHARES[spoken].find(([pattern]) =>
      [2, 1].some((n) => pattern.test(wordsFrom(i).words.slice(0, n).join(' '))),
    );
    if (share) {
      const { words, ends } = wordsFrom(i);
      const n = [2, 1].find((count) => share[0].test(words.slice(0, count).join(' '))) ?? 1;
      const to = ends[n - 1] ?? i + 1;
      add(i, to, { values: [share[1]], digits: [share[1]], unit: '%', weak: true });
      i = to;
      continue;
    }
    const number = numberAt(i);
    if (!number) {
      i++;
      continue;
    }
    let to = i + number.length;
    const ratio = ratioAt(to);
    if (ratio) {
      const of = numberAt(ratio);
      const whole = of?.values[0] ?? 0;
      if (of && whole > (number.values[0] ?? 0) && whole <= 1000) {
        const value = (100 * (number.values[0] ?? 0)) / whole;
        to = ratio + of.length;
        add(i, to, { values: [value], digits: [value], unit: '%', weak: false });
        i = to;
        continue;
      }
    }
    let factor = 1;
    const scaled = wordsFrom(skip(to));
    const scale =
      scaleAt(scaled.words, 0, spoken) ?? (number.spelled ? undefined : scaleAt(scaled.words, 0, 'en'));
    const letters = pieces[to]?.text ?? '';
    const single = letters.length === 1 && pieces[to]?.start !== pieces[to - 1]?.end;
    if (scale && !single && !/^[\d]/u.test(letters)) {
      factor = scale.factor;
      to = scaled.ends[scale.length - 1] ?? to + 1;
    }
    // “5 Mio.”, “millions d'euros”, “millones de dólares”.
    let at = skip(to);
    if (lower[at] === '.' && /^(?:mio|mrd|bio|mill)$/u.test(lower[at - 1] ?? '')) at++;
    if (factor >= 1e6 && /^(?:d|de|of)$/u.test(lower[at] ?? ''))
      at += lower[at + 1] === "'" || lower[at + 1] === '’' ? 2 : 1;
    const named = wordsFrom(at);
    const unit = unitAt(named.words, 0);
    let sign = '';
    let from = i;
    const before = lower[i - 1] ?? '';
    if (currencyOf(before) && /^(?:us\$|[$€£¥])$|^(?:usd|eur|gbp|chf)$/u.test(before)) {
      sign = currencyOf(before);
      from = i - 1;
    }
    const minus =
      lower[from - 1] === 'minus' ||
      (/^[-−]$/u.test(lower[from - 1] ?? '') &&
        pieces[from - 1]?.end === pieces[from]?.start &&
        pieces[from - 2]?.end !== pieces[from - 1]?.start);
    if (minus) from--;
    if (unit) to = named.ends[unit.length - 1] ?? to;
    if (number.alone && !unit && factor === 1) {
      i++;
      continue;
    }
    const values = number.values.map((value) => (minus ? -value : value));
    add(from, to, {
      values: values.map((value) => value * factor),
      digits: values,
      unit: unit?.unit ?? sign,
      weak: number.spelled && factor === 1 && !unit && (number.values[0] ?? 0) <= 12,
    });
    i = to;
  }
  return figures;

  /** Where the second number of “3 in 10” begins; one word may stand between (“un Français sur quatre”). */
  function ratioAt(at: number): number | undefined {
    for (const from of [at, at + 1]) {
      if (from > at && (spoken === 'en' ? !/s$|people/u.test(lower[at] ?? '') : spoken === 'es')) continue;
      for (const length of [3, 2, 1]) {
        if (from + length > lower.length) continue;
        if (RATIO[spoken].test(lower.slice(from, from + length).join(' ')) && numberAt(from + length))
          return from + length;
      }
    }
    return undefined;
  }
}

const YEAR = /^(?:1[5-9]|20)\d\d$/u;

/** A day with its month, with or without a year: “3 March 2024”, “3. März”, “2024-03-03”, “3/3/2024”. */
function dateAt(
  pieces: Piece[],
  lower: string[],
  at: number,
  language: FigureLanguage,
  told: FigureLanguage | undefined,
): { values: number[]; to: number } | undefined {
  const word = (i: number) => lower[i] ?? '';
  const day = (i: number) =>
    pieces[i]?.digit && /^\d{1,2}$/u.test(word(i)) && Number(word(i)) >= 1 && Number(word(i)) <= 31
      ? Number(word(i))
      : 0;
  const worth = (year: number, month: number, of: number) => year * 10_000 + month * 100 + of;
  const before = pieces[at - 1];
  if (before?.end === pieces[at]?.start && /[\p{L}\d./-]/u.test(before?.text ?? '')) return undefined;
  if (
    YEAR.test(word(at)) &&
    word(at + 1) === '-' &&
    word(at + 3) === '-' &&
    /^\d\d$/u.test(word(at + 2)) &&
    /^\d\d$/u.test(word(at + 4))
  ) {
    return { values: [worth(Number(word(at)), Number(word(at + 2)), Number(word(at + 4)))], to: at + 5 };
  }
  const numeric = numericDate(pieces, at);
  if (numeric) {
    const [first, second, year] = numeric.parts;
    const orders =
      told && told !== 'en'
        ? [[first, second]]
        : [
            [first, second],
            [second, first],
          ];
    const values = orders
      .filter(([d = 0, m = 0]) => d >= 1 && d <= 31 && m >= 1 && m <= 12)
      .map(([d = 0, m = 0]) => worth(year ?? 0, m, d));
    if (values.length > 0) return { values, to: numeric.to };
  }
  const yearFrom = (i: number): { year: number; to: number } => {
    let j = i;
    if (word(j) === '.') j++;
    if (word(j) === ',') j++;
    if (/^(?:de|del)$/u.test(word(j))) j++;
    return YEAR.test(word(j)) ? { year: Number(word(j)), to: j + 1 } : { year: 0, to: i };
  };
  // The month first: “March 3, 2024”, “March 3rd”.
  const first = monthNumber(word(at), language);
  if (first > 0 && language === 'en' && /^\p{Lu}/u.test(pieces[at]?.text ?? '')) {
    let i = at + 1;
    if (word(i) === '.') i++;
    if (day(i) > 0) {
      const of = day(i);
      i++;
      if (/^(?:st|nd|rd|th)$/u.test(word(i))) i++;
      const { year, to } = yearFrom(i);
      return { values: [worth(year, first, of)], to };
    }
  }
  if (day(at) > 0) {
    let i = at + 1;
    if (/^(?:st|nd|rd|th|er|\.)$/u.test(word(i))) i++;
    if (/^(?:of|de)$/u.test(word(i))) i++;
    const month = monthNumber(word(i), language);
    const capital = language === 'fr' || language === 'es' || /^\p{Lu}/u.test(pieces[i]?.text ?? '');
    if (month > 0 && capital) {
      const { year, to } = yearFrom(i + 1);
      return { values: [worth(year, month, day(at))], to };
    }
  }
  return undefined;
}

/** “3.3.2024” comes as pieces “3.3”, “.”, “2024”; “3/3/2024” as five. */
function numericDate(pieces: Piece[], at: number): { parts: number[]; to: number } | undefined {
  let [text, to] = ['', at];
  for (let i = at; i < Math.min(pieces.length, at + 5); i++) {
    const piece = pieces[i];
    if (!piece || (i > at && pieces[i - 1]?.end !== piece.start) || !/^[\d./]+$/u.test(piece.text)) break;
    text += piece.text;
    const match = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/u.exec(text);
    to = i + 1;
    if (match) return { parts: [Number(match[1]), Number(match[3]), Number(match[4])], to };
  }
  return undefined;
}
