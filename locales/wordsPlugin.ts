import { LANGUAGES } from '#model/languages.ts';
import { isPageWord } from './pageWords.ts';
import { readWords } from './readWords.ts';

const PREFIX = '\0claimlight/words-';

const pageWords = () =>
  Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(Object.entries(readWords(language)).filter(([key]) => isPageWord(key))),
    ]),
  );

/**
 * Gives Vite the words as modules: `virtual:words/de` those of a language, `virtual:words/page` of every language those that the
 * background and the page's own views need.
 */
export const wordsPlugin = {
  name: 'words',
  resolveId: (id: string) =>
    id.startsWith('virtual:words/') ? `${PREFIX}${id.slice('virtual:words/'.length)}.js` : undefined,
  load(id: string) {
    if (!id.startsWith(PREFIX)) return undefined;
    const name = id.slice(PREFIX.length, -'.js'.length);
    const language = LANGUAGES.find((one) => one === name);
    return `export default ${JSON.stringify(language ? readWords(language) : pageWords())}`;
  },
};
