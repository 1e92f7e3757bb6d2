import type { Language } from '#model/languages.ts';
import type { Words } from './translator.ts';

const LOADERS: Record<Language, () => Promise<{ default: Words }>> = {
  en: () => import('virtual:words/en'),
  de: () => import('virtual:words/de'),
  fr: () => import('virtual:words/fr'),
  es: () => import('virtual:words/es'),
  ar: () => import('virtual:words/ar'),
  ja: () => import('virtual:words/ja'),
};

/** All words of a language, for extension pages: one file of the package, read when it is wanted. */
export const loadWords = async (language: Language): Promise<Words> => (await LOADERS[language]()).default;
