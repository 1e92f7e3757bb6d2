import type { FigureLanguage } from './numberWords.ts';

const CENT: [RegExp, string][] = [
  [
    /^(?:percentage points?|points? of a per ?cent|pp|prozentpunkten?|prozentpunkt|points? de pourcentage|puntos? porcentual(?:es)?|pct ?pts?)$/u,
    'pp',
  ],
  [/^(?:%|per ?cent|pct|prozent|pour ?cents?|por ?cientos?)$/u, '%'],
];
/** Words behind a number that say what is counted or measured; alike in the four languages. */
const UNITS: [RegExp, string][] = [
  ...CENT,
  [/^(?:\$|us\$|usd|(?:us )?dollars?|us-dollars?|dólar(?:es)?)$/u, '$'],
  [/^(?:€|eur|euros?)$/u, '€'],
  [/^(?:£|gbp|pounds?|pfund|livres?|libras?)$/u, '£'],
  [/^(?:¥|yen|yens)$/u, '¥'],
  [/^(?:chf|francs?|franken|francos?)$/u, 'CHF'],
  [/^(?:km|kilomet(?:er|re)s?|kilomètres?|kilómetros?|kilometern)$/u, 'km'],
  [/^(?:met(?:er|re)s?|mètres?|metros?|metern)$/u, 'metre'],
  [/^(?:miles?|meilen|milles?|millas?)$/u, 'mile'],
  [/^(?:feet|ft|fuß)$/u, 'foot'],
  [/^(?:kg|kilos?|kilograms?|kilogramm|kilogrammes?|kilogramos?)$/u, 'kg'],
  [/^(?:tonnes?|tons?|tonnen|toneladas?)$/u, 'tonne'],
  [/^(?:lit(?:er|re)s?|liter|litern|litros?)$/u, 'litre'],
  [/^(?:hectares?|hektar|hectáreas?|ha)$/u, 'hectare'],
  [/^(?:acres?)$/u, 'acre'],
  [/^(?:°c|degrees? celsius|grad celsius|celsius)$/u, '°C'],
  [/^(?:°f|degrees? fahrenheit|fahrenheit)$/u, '°F'],
  [/^(?:°|degrees?|grad|degrés?|grados?)$/u, '°'],
  [/^(?:kw|kilowatts?)$/u, 'kW'],
  [/^(?:mw|megawatts?)$/u, 'MW'],
  [/^(?:gw|gigawatts?)$/u, 'GW'],
  [/^(?:seconds?|sekunden?|secondes?|segundos?)$/u, 'second'],
  [/^(?:minutes?|minuten?|minutos?)$/u, 'minute'],
  [/^(?:hours?|stunden?|heures?|horas?)$/u, 'hour'],
  [/^(?:days?|tagen?|tag|jours?|días?)$/u, 'day'],
  [/^(?:weeks?|wochen?|semaines?|semanas?)$/u, 'week'],
  [/^(?:months?|monaten?|monat|mois|mes|meses)$/u, 'month'],
  [/^(?:years?|jahren?|jahr|ans|années?|años?)$/u, 'year'],
];

/** The unit that up to three words name from `at`, the longest first. Words in lower case. */
export function unitAt(words: readonly string[], at: number): { unit: string; length: number } | undefined {
  for (const length of [5, 4, 3, 2, 1]) {
    if (at + length > words.length) continue;
    const text = words.slice(at, at + length).join(' ');
    const unit = UNITS.find(([name]) => name.test(text))?.[1];
    if (unit) return { unit, length };
  }
  return undefined;
}

/** The currency that a sign before a number names. */
export const currencyOf = (sign: string): string =>
  UNITS.find(([name, unit]) => '$€£¥CHF'.includes(unit) && name.test(sign.toLowerCase()))?.[1] ?? '';

const SCALES: Record<FigureLanguage, [RegExp, number][]> = {
  en: [
    [/^(?:thousands?|k)$/u, 1e3],
    [/^(?:millions?|mn|m)$/u, 1e6],
    [/^(?:billions?|bn|milliards?)$/u, 1e9],
    [/^(?:trillions?|tn)$/u, 1e12],
  ],
  de: [
    [/^tausend$/u, 1e3],
    [/^(?:millionen?|mio)$/u, 1e6],
    [/^(?:milliarden?|mrd)$/u, 1e9],
    [/^(?:billionen?|bio)$/u, 1e12],
  ],
  fr: [
    [/^(?:mille|milliers?)$/u, 1e3],
    [/^(?:millions?|mio)$/u, 1e6],
    [/^(?:milliards?|mds?)$/u, 1e9],
    [/^billions?$/u, 1e12],
  ],
  es: [
    [/^(?:mil millones)$/u, 1e9],
    [/^(?:millón|millones)$/u, 1e6],
    [/^miles?$|^mil$/u, 1e3],
    [/^(?:billón|billones)$/u, 1e12],
  ],
};

/** “million” and its like from `at`: the factor and how many words. */
export function scaleAt(
  words: readonly string[],
  at: number,
  language: FigureLanguage,
): { factor: number; length: number } | undefined {
  for (const length of [2, 1]) {
    if (at + length > words.length) continue;
    const text = words.slice(at, at + length).join(' ');
    const factor = SCALES[language].find(([name]) => name.test(text))?.[1];
    if (factor) return { factor, length };
  }
  return undefined;
}
