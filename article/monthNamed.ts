/** How the months begin in the languages most read here; the others are asked of the browser. */
const BEGINNINGS =
  'jan jän ene gen;feb féb fev fév;mar mär mrt;apr abr avr;mai may maj mag;jun juin giu;jul juil lug;aug ago aou aoû;sep sép set sét;oct okt ott out;nov;dec dez des déc déz dés dic diz dis'
    .split(';')
    .map((beginnings) => beginnings.split(' '));
const LANGUAGES = ['ru', 'uk', 'ar', 'ar-SY'];

/** The month that a word names, 1 to 12; 0 where it names none. `language` is the page's, where it names one. */
export function monthNamed(word: string, language: string): number {
  const lower = word.toLowerCase().replace(/\.$/, '');
  const known = BEGINNINGS.findIndex((beginnings) => beginnings.some((one) => lower.startsWith(one))) + 1;
  if (known) return known;
  for (const locale of language ? [language, ...LANGUAGES] : LANGUAGES) {
    const month = monthsIn(locale).findIndex((name) => name.startsWith(lower)) + 1;
    if (month) return month;
  }
  return 0;
}

/** The names as they stand after a day (many languages bend them). */
function monthsIn(locale: string): string[] {
  try {
    const format = new Intl.DateTimeFormat(locale, {
      calendar: 'gregory',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    return Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(Date.UTC(2024, month, 15));
      return parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
    });
  } catch {
    // Not a language the browser knows.
    return [];
  }
}
