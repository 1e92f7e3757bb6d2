/** The languages that Claimlight speaks (BCP 47 primary tags). Each has its file in locales/. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the reader chose: one of the languages, or what the browser speaks. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** Each language by its own name, so that a reader finds it whatever the page speaks just now. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  ja: '日本語',
};

const primary = (tag: string) => tag.split(/[-_]/u)[0]?.toLowerCase() ?? '';

/** The language to speak; English where the browser speaks none of ours. */
export function languageFor(choice: LanguageChoice, interfaceLanguage: string): Language {
  if (choice !== 'system') return choice;
  return LANGUAGES.find((language) => language === primary(interfaceLanguage)) ?? 'en';
}

/**
 * BCP 47 tag for dates, figures and lists. They follow the browser's region only where the words do, too (British or
 * American English, say): a German date inside an English sentence helps nobody.
 */
export const tagFor = (language: Language, interfaceLanguage: string): string =>
  primary(interfaceLanguage) === language ? interfaceLanguage.replaceAll('_', '-') : language;

/** Which way a language is written. */
export const directionOf = (tag: string): 'rtl' | 'ltr' => (primary(tag) === 'ar' ? 'rtl' : 'ltr');
