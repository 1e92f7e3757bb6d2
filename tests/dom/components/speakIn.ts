import { setWords } from '#components/strings.ts';
import { loadWords } from '#locales/loadWords.ts';
import type { Words } from '#locales/translator.ts';
import { directionOf, type Language } from '#model/languages.ts';

const ACCENTED: Record<string, string> = {
  a: 'å',
  c: 'ç',
  d: 'ð',
  e: 'é',
  g: 'ğ',
  h: 'ħ',
  i: 'î',
  k: 'ķ',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ü',
  w: 'ŵ',
  y: 'ý',
  z: 'ž',
};

/** Marks what came through the look-up. */
export const FENCE = '⟦';

/**
 * Words of no language: each letter with an accent, a fence around, and a third longer, as translations are. What is on
 * the screen without a fence did not come from locales/.
 */
const pseudo = (text: string): string => {
  const accented = text.replace(/\{\w+\}|\$\d|[a-z]/gu, (part) => ACCENTED[part] ?? part);
  return `${FENCE}${accented}${' öñé'.repeat(Math.ceil(text.length / 12))}⟧`;
};

/** Sets views to speak a language, or the pseudo one, and the document to be written its way. */
export async function speakIn(language: Language | 'pseudo'): Promise<void> {
  const words = await loadWords(language === 'pseudo' ? 'en' : language);
  const tag = language === 'pseudo' ? 'en' : language;
  const own: Words =
    language === 'pseudo'
      ? Object.fromEntries(Object.entries(words).map(([key, text]) => [key, pseudo(text)]))
      : words;
  setWords((key) => own[key], tag);
  document.documentElement.lang = tag;
  document.documentElement.dir = directionOf(tag);
}
