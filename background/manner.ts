import pageWords from 'virtual:words/page';
import { browser } from 'wxt/browser';
import { type Translate, translator } from '#locales/translator.ts';
import { type Manner, mannerOf } from '#model/appearance.ts';
import { languageFor, tagFor } from '#model/languages.ts';
import { readSettings } from '#storage/settings.ts';

/**
 * How views in pages look and speak, and what the button and the menus say. The browser's own look-up can't be told
 * another language than its own, so the words are carried here; pages get them from here.
 */
export async function manner(): Promise<Manner> {
  const own = browser.i18n.getUILanguage();
  const settings = await readSettings();
  const language = languageFor(settings.language, own);
  return mannerOf(tagFor(language, own), pageWords[language], settings);
}

/** The look-up in the reader's language. */
export async function translate(): Promise<Translate> {
  const { tag, words } = await manner();
  return translator((key) => words[key], tag);
}
