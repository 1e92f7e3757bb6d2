import words from 'virtual:words/en';
import { setWords } from '#components/strings.ts';
import { translator } from '#locales/translator.ts';

const stemOf = (key: string) => key.replace(/#.*$/u, '');
const known = new Set(Object.keys(words).map(stemOf));

/** The English words; what locales/en.yml does not hold is a fault. */
function read(key: string): string | undefined {
  if (!known.has(stemOf(key))) throw new Error(`locales/en.yml holds no "${key}"`);
  return words[key];
}

/** The English words of a key, as the views show them. */
export const english = translator(read, 'en-GB') as unknown as (key: string, ...rest: unknown[]) => string;

setWords(read, 'en-GB');
