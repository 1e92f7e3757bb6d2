import pageWords from 'virtual:words/page';
import { browser } from 'wxt/browser';
import { type Translate, translator } from '#locales/translator.ts';
import { languageFor, tagFor } from '#model/languages.ts';
import type { Speech } from '#model/Speech.ts';
import { readSettings } from '#storage/settings.ts';

/**
 * What the reader's language says on the button, in menus and in pages. The browser's own look-up can't be told
 * another language than its own, so the words are carried here; pages get them from here.
 */
export async function speech(): Promise<Speech> {
  const own = browser.i18n.getUILanguage();
  const language = languageFor((await readSettings()).language, own);
  return { tag: tagFor(language, own), words: pageWords[language] };
}

/** The look-up in the reader's language. */
export async function translate(): Promise<Translate> {
  const { tag, words } = await speech();
  return translator((key) => words[key], tag);
}
