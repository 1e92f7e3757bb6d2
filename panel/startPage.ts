import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import { setTranslator } from '#components/strings.ts';
import { i18n } from '#i18n';

/** A page of the extension that has begun. */
interface StartedPage {
  /** Aborted when the page goes, while it can still write. */
  signal: AbortSignal;
  /** Draws the page's view, once. */
  draw: (view: ComponentChild) => void;
}

/**
 * What every page of the extension begins with: its words, its language, and an end. Call it before anything that
 * speaks to the reader.
 */
export function startPage(): StartedPage {
  setTranslator(i18n.t, browser.i18n.getUILanguage());
  document.documentElement.lang = browser.i18n.getUILanguage();
  const stop = new AbortController();
  addEventListener('pagehide', () => stop.abort());
  return {
    signal: stop.signal,
    draw: (view) => {
      const root = document.getElementById('root');
      if (!root) throw new Error('The page has no element for its view.');
      render(view, root);
    },
  };
}
