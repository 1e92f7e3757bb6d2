import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import { setWords } from '#components/strings.ts';
import { loadWords } from '#locales/loadWords.ts';
import { directionOf, languageFor, tagFor } from '#model/languages.ts';
import { logFault } from '#model/logFault.ts';
import { onSettingsChange, readSettings } from '#storage/settings.ts';

/** A page of the extension that has begun. */
interface StartedPage {
  /** Aborted when the page goes, while it can still write. */
  signal: AbortSignal;
  /**
   * Draws the page's view, and once more when the reader chooses another language.
   * @param refresh reads again what holds sentences already
   */
  draw: (view: () => ComponentChild, refresh?: () => Promise<unknown>) => void;
}

/** The reader's words and the way they are written. */
async function speak(title: (() => string) | undefined): Promise<void> {
  const own = browser.i18n.getUILanguage();
  const choice = await readSettings()
    .then(({ language }) => language)
    .catch((error): 'system' => {
      logFault(error, 'language not read');
      return 'system';
    });
  const language = languageFor(choice, own);
  const words = await loadWords(language);
  const tag = tagFor(language, own);
  setWords((key) => words[key], tag);
  document.documentElement.lang = tag;
  document.documentElement.dir = directionOf(tag);
  if (title) document.title = title();
}

/**
 * What every page of the extension begins with: its words, its language, and an end. Wait for it before anything that
 * speaks to the reader.
 */
export async function startPage(title?: () => string): Promise<StartedPage> {
  const stop = new AbortController();
  addEventListener('pagehide', () => stop.abort());
  await speak(title);
  return {
    signal: stop.signal,
    draw: (view, refresh = async () => undefined) => {
      const root = document.getElementById('root');
      if (!root) throw new Error('The page has no element for its view.');
      render(view(), root);
      onSettingsChange((changed) => {
        if (!changed.includes('language')) return;
        speak(title)
          .then(refresh)
          .catch(logFault)
          .finally(() => render(view(), root));
      }, stop.signal);
    },
  };
}
