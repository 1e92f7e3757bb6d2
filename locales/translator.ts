import type { i18n } from '#i18n';
import { directionOf } from '#model/languages.ts';

/** The typed look-up of locales/en.yml: `t(key)`, `t(key, count)`, `t(key, { name: value })`. */
export type Translate = (typeof i18n)['t'];

/** Words by key. A plural has a key for each form: `counts.all#one`, `counts.all#few`; `counts.all#0` for none. */
export type Words = Readonly<Record<string, string>>;

type Value = string | number;

/**
 * Reads words by key: plural forms by the rules of the language (`Intl.PluralRules`), `$1` for the count, `{name}` for
 * values. Figures are written as the language writes them. Where writing runs from right to left, values are set
 * apart (U+2068, U+2069), so that a title or an address from elsewhere does not turn the sentence around.
 *
 * @param read gives the words of a key, nothing or an empty text where there are none
 * @param tag BCP 47
 */
export function translator(read: (key: string) => string | undefined, tag: string): Translate {
  const plurals = new Intl.PluralRules(tag);
  const figures = new Intl.NumberFormat(tag);
  const isMirrored = directionOf(tag) === 'rtl';
  const written = (value: Value) =>
    typeof value === 'number' ? figures.format(value) : isMirrored ? `\u2068${value}\u2069` : value;

  const form = (key: string, count: number) =>
    read(`${key}#${count}`) ||
    read(`${key}#${plurals.select(count)}`) ||
    read(`${key}#other`) ||
    one(key, count);
  const one = (key: string, count: number) => {
    // The browser's own look-up has the English forms in one message.
    const forms = read(key)?.split(' | ');
    return (
      forms && (forms[count === 0 && forms.length > 2 ? 0 : forms.length - (count === 1 ? 2 : 1)] ?? forms[0])
    );
  };

  const look = (key: string, ...rest: unknown[]) => {
    const count = rest.find((value) => typeof value === 'number');
    const named = rest.find((value) => typeof value === 'object' && value !== null) as
      | Record<string, Value>
      | undefined;
    const text = (count === undefined ? read(key) : form(key, count)) || key;
    return text
      .replaceAll('$1', count === undefined ? '$1' : figures.format(count))
      .replace(/\{(\w+)\}/gu, (whole, name: string) => written(named?.[name] ?? whole));
  };
  return look as unknown as Translate;
}
