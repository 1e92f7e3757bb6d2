import loaders from 'virtual:words/loaders';
import type { Language } from '#model/languages.ts';
import type { Words } from './translator.ts';

/** All words of a language, for extension pages: one file of the package, read when it is wanted. */
export const loadWords = async (language: Language): Promise<Words> => (await loaders[language]()).default;
