import type { i18n } from '#i18n';

/** The typed look-up of locales/en.yml: `t(key)`, `t(key, count)`, `t(key, { name: value })`. */
export type Translate = (typeof i18n)['t'];

type Look = (key: string, ...rest: unknown[]) => string;

let look: Look = (key) => {
  throw new Error(`Strings are not set up: call setTranslator before rendering (asked for "${key}")`);
};
let language = 'en';

/**
 * Says where words come from. An entry point passes `i18n.t` and the browser's interface language before
 * it renders; tests pass a reader of locales/en.yml. Views never touch `browser.*` for their words.
 *
 * Dates follow the interface language only where the words do, too (British or American English, say): a
 * German date inside an English sentence helps nobody.
 */
export function setTranslator(translate: Translate, interfaceLanguage: string): void {
  look = translate as unknown as Look;
  const words = translate('wordsLanguage');
  const alike = interfaceLanguage.split(/[-_]/u)[0]?.toLowerCase() === words;
  language = alike ? interfaceLanguage.replaceAll('_', '-') : words;
}

/** The reader's words for a key of locales/en.yml. */
export const t = ((key: string, ...rest: unknown[]) => look(key, ...rest)) as unknown as Translate;

/** BCP 47 tag for dates, numbers and lists, so that they agree with the words around them. */
export const locale = (): string => language;
