/** Languages whose numbers and months are read. */
export type FigureLanguage = 'en' | 'de' | 'fr' | 'es';
export const FIGURE_LANGUAGES: readonly FigureLanguage[] = ['en', 'de', 'fr', 'es'];

const list = (text: string, from = 0, step = 1): [string, number][] =>
  text.split(' ').map((word, i) => [word, from + i * step]);

const SPELLED: Record<FigureLanguage, Map<string, number>> = {
  en: new Map([
    ...list(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    ),
    ...list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    ['dozen', 12],
  ]),
  de: new Map([
    ...list(
      'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    ),
    ...list('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', 20, 10),
    ['dreissig', 30],
    ['dutzend', 12],
  ]),
  fr: new Map([
    ...list(
      'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    ),
    ...list('vingt trente quarante cinquante soixante septante huitante nonante', 20, 10),
    ['une', 1],
    ['vingts', 20],
    ['douzaine', 12],
    ['octante', 80],
  ]),
  es: new Map([
    ...list(
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
    ),
    ...list('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    ...list(
      'cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
      100,
      100,
    ),
    ['un', 1],
    ['una', 1],
    ['veintiún', 21],
    ['ciento', 100],
    ['docena', 12],
    ...list(
      'doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
      200,
      100,
    ),
  ]),
};
const HUNDREDS: Record<FigureLanguage, RegExp> = {
  en: /^hundreds?$/u,
  de: /^hundert$/u,
  fr: /^cents?$/u,
  es: /^(?!)/u,
};
const THOUSANDS: Record<FigureLanguage, RegExp> = {
  en: /^thousand$/u,
  de: /^tausend$/u,
  fr: /^mille$/u,
  es: /^mil$/u,
};
/** “one” alone is more often an article or a pronoun. */
const ARTICLES = new Set(['one', 'un', 'une', 'una', 'uno', 'eins', 'ein', 'eine']);

/** German numbers are one word: “dreihundertvierundzwanzig”. */
function germanNumber(word: string): number | undefined {
  const simple = SPELLED.de.get(word);
  if (simple !== undefined) return simple;
  const parts = /^(?:(.*?)tausend)?(?:(.*?)hundert)?(?:und)?(.*)$/u.exec(word);
  if (parts && (parts[1] !== undefined || parts[2] !== undefined)) {
    const value = (text: string | undefined, none: number): number | undefined =>
      text === undefined || text === '' ? none : text === 'ein' ? 1 : germanNumber(text);
    const thousands = parts[1] === undefined ? 0 : value(parts[1], 1);
    const hundreds = parts[2] === undefined ? 0 : value(parts[2], 1);
    const rest = value(parts[3], 0);
    if (thousands === undefined || hundreds === undefined || rest === undefined) return undefined;
    return thousands * 1000 + hundreds * 100 + rest;
  }
  const compound = /^(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(.+zig|.+ßig|.+ssig)$/u.exec(word);
  const tens = SPELLED.de.get(compound?.[2] ?? '');
  if (!compound || tens === undefined) return undefined;
  return tens + (compound[1] === 'ein' ? 1 : (SPELLED.de.get(compound[1] ?? '') ?? 0));
}

/**
 * A number spelled out at a word: its value and how many words (hyphens part them) it takes. `alone`: only an article or “one”,
 * which is a number only next to a unit or a scale. Up to 999,999.
 */
export function spelledNumber(
  words: readonly string[],
  at: number,
  language: FigureLanguage,
): { value: number; length: number; alone: boolean } | undefined {
  const spelled = SPELLED[language];
  const numberAt = (i: number) =>
    language === 'de' ? germanNumber(words[i] ?? '') : spelled.get(words[i] ?? '');
  let [total, group, i] = [0, 0, at];
  let seen = false;
  // “a hundred and five”.
  const next = words[at + 1] ?? '';
  if (
    language === 'en' &&
    words[at] === 'a' &&
    (HUNDREDS.en.test(next) || THOUSANDS.en.test(next) || next === 'dozen')
  ) {
    if (next === 'dozen') return { value: 12, length: 2, alone: false };
    [group, i, seen] = [1, at + 1, true];
  }
  for (; i < words.length; i++) {
    const word = words[i] ?? '';
    const value = numberAt(i);
    if (value !== undefined) {
      // “twenty three”, “quatre-vingt-dix”, but not “two three”.
      const times = language === 'fr' && value === 20 && group % 100 === 4 && /^vingts?$/u.test(word);
      const tail = group % 100;
      const fits =
        group === 0 ||
        times ||
        (tail === 0 && value < 100) ||
        (tail >= 20 && tail % 10 === 0 && value < (language === 'fr' ? 20 : 10)) ||
        (language === 'es' && group < 100 && value >= 100);
      if (!fits) break;
      group = times ? group - 4 + 80 : group + value;
      seen = true;
    } else if (HUNDREDS[language].test(word) && language !== 'de') {
      if (!seen && language === 'en') break;
      group = Math.max(1, group) * 100;
      seen = true;
    } else if (THOUSANDS[language].test(word)) {
      if (!seen && language === 'en') break;
      total += Math.max(1, group) * 1000;
      group = 0;
      seen = true;
    } else if (
      seen &&
      /^(?:and|et|y)$/u.test(word) &&
      group > 0 &&
      numberAt(i + 1) !== undefined &&
      (language !== 'en' ? group % 100 >= 20 && (numberAt(i + 1) ?? 0) < 20 : group % 100 === 0)
    ) {
      // “a hundred and five”, “trente et un”, “treinta y dos”.
    } else break;
  }
  if (!seen) return undefined;
  return { value: total + group, length: i - at, alone: i - at === 1 && ARTICLES.has(words[at] ?? '') };
}

const MONTHS: Record<FigureLanguage, string> = {
  en: 'jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?',
  de: 'j(?:an(?:uar)?|änner) feb(?:ruar)? märz apr(?:il)? mai juni? juli? aug(?:ust)? sept?(?:ember)? okt(?:ober)? nov(?:ember)? dez(?:ember)?',
  fr: 'janv(?:ier)? févr?(?:ier)? mars avr(?:il)? mai juin juil(?:let)? août sept(?:embre)? oct(?:obre)? nov(?:embre)? déc(?:embre)?',
  es: 'ene(?:ro)? feb(?:rero)? mar(?:zo)? abr(?:il)? mayo jun(?:io)? jul(?:io)? ago(?:sto)? sep?t?(?:iembre)? oct(?:ubre)? nov(?:iembre)? dic(?:iembre)?',
};
const MONTH_PATTERNS = Object.fromEntries(
  FIGURE_LANGUAGES.map((language) => [
    language,
    MONTHS[language].split(' ').map((month) => new RegExp(`^${month}$`, 'u')),
  ]),
) as Record<FigureLanguage, RegExp[]>;

/** 1 to 12 for a month's name or abbreviation, else 0. */
export const monthNumber = (word: string, language: FigureLanguage): number =>
  MONTH_PATTERNS[language].findIndex((pattern) => pattern.test(word)) + 1;
