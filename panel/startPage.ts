import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import { setManner } from '#components/manner.ts';
import { loadWords } from '#locales/loadWords.ts';
import { mannerOf } from '#model/appearance.ts';
import { languageFor, tagFor } from '#model/languages.ts';
import { logFault } from '#model/logFault.ts';
import { removePassed } from '#storage/passingFile.ts';
import { onSettingsChange, readSettings, SETTINGS_AS_INSTALLED } from '#storage/settings.ts';

/** A page of the extension that has begun. */
interface StartedPage {
  /** Aborted when the page goes, while it can still write. */
  signal: AbortSignal;
  /**
   * Draws the page's view, and anew when the reader chooses another language or look.
   * @param refresh reads again what holds sentences already
   */
  draw: (view: () => ComponentChild, refresh?: () => Promise<unknown>) => void;
}

/** Settings that are seen at once in every view. */
const SEEN = ['language', 'theme', 'textSize', 'colors', 'defaultColor'] as const;

/** A page that is open this long has done what its reader waits for, ms. */
const SETTLED = 5_000;

/** Looks and speaks as the reader chose. */
async function adopt(title: (() => string) | undefined): Promise<void> {
  const own = browser.i18n.getUILanguage();
  const settings = await readSettings().catch((error) => {
    logFault(error, 'settings not read');
    return SETTINGS_AS_INSTALLED;
  });
  const language = languageFor(settings.language, own);
  setManner(mannerOf(tagFor(language, own), await loadWords(language), settings), document.documentElement);
  if (title) document.title = title();
}

/**
 * What every page of the extension begins with: its words, its language, and an end. Wait for it before anything that
 * speaks to the reader.
 */
export async function startPage(title?: () => string): Promise<StartedPage> {
  const stop = new AbortController();
  addEventListener('pagehide', () => stop.abort());
  await adopt(title);
  const timer = setTimeout(removePassed, SETTLED);
  stop.signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    signal: stop.signal,
    draw: (view, refresh = async () => undefined) => {
      const root = document.getElementById('root');
      if (!root) throw new Error('The page has no element for its view.');
      render(view(), root);
      onSettingsChange((changed) => {
        if (!SEEN.some((name) => changed.includes(name))) return;
        adopt(title)
          .then(() => render(view(), root))
          .then(refresh)
          .catch(logFault)
          .finally(() => render(view(), root));
      }, stop.signal);
    },
  };
}
