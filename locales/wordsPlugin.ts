import { LANGUAGES } from '#model/languages.ts';
import { isCompanionWord, isPageWord, isSentenceWord } from './pageWords.ts';
import { readWords } from './readWords.ts';

const PREFIX = '\0claimlight/words-';

const inEveryLanguage = (isWanted: (key: string) => boolean) =>
  Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(Object.entries(readWords(language)).filter(([key]) => isWanted(key))),
    ]),
  );

const GROUPS: Record<string, (key: string) => boolean> = {
  page: isPageWord,
  sentences: isSentenceWord,
  companion: isCompanionWord,
};

/** The words of a name: a language's, or a group's in every language. */
function wordsOf(name: string): object {
  const language = LANGUAGES.find((one) => one === name);
  if (language) return readWords(language);
  return inEveryLanguage(GROUPS[name] ?? isPageWord);
}

/** A module that loads each language's words as a file of their own. */
const loaders = () =>
  `export default {${LANGUAGES.map((language) => `${language}: () => import('virtual:words/${language}')`).join()}}`;

/**
 * Gives Vite the words as modules: `virtual:words/de` those of a language, `virtual:words/page` of every language those that the
 * background and the page's own views need, `virtual:words/sentences` those of reading by sentence, `virtual:words/companion` those of the companion, `virtual:words/loaders` a way to each language.
 */
export const wordsPlugin = {
  name: 'words',
  resolveId: (id: string) =>
    id.startsWith('virtual:words/') ? `${PREFIX}${id.slice('virtual:words/'.length)}.js` : undefined,
  load(id: string) {
    if (!id.startsWith(PREFIX)) return undefined;
    const name = id.slice(PREFIX.length, -'.js'.length);
    if (name === 'loaders') return loaders();
    return `export default ${JSON.stringify(wordsOf(name))}`;
  },
};
