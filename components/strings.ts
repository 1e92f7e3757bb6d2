import { type Translate, translator } from '#locales/translator.ts';

type Look = (key: string, ...rest: unknown[]) => string;

let look: Look = (key) => {
  throw new Error(`Strings are not set up: call setWords before rendering (asked for "${key}")`);
};
let tag = 'en';

/**
 * Says where words come from, before anything is rendered and again when the reader chooses another language; what is
 * on the screen has to be rendered anew then. Views never touch `browser.*` for their words.
 *
 * @param read gives the words of a key (locales/translator.ts)
 * @param language BCP 47
 */
export function setWords(read: (key: string) => string | undefined, language: string): void {
  look = translator(read, language) as unknown as Look;
  tag = language;
}

/** The reader's words for a key of locales/en.yml. */
export const t = ((key: string, ...rest: unknown[]) => look(key, ...rest)) as unknown as Translate;

/** BCP 47 tag for dates, numbers and lists, so that they agree with the words around them. */
export const locale = (): string => tag;
