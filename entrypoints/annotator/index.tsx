import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAnnotator } from '#annotator/startAnnotator.ts';
import { quickStyles } from '#components/quick/quickStyles.ts';
import { locale, setWords } from '#components/strings.ts';
import { directionOf } from '#model/languages.ts';
import { Quick } from './Quick.tsx';

/** Left in this isolated world by a live annotator, so that a second injection ends at once. */
interface World {
  claimlight?: { isAlive: () => boolean };
}

/** Firefox opens its sidebar from its own gestures only, never from a page. */
const CAN_OPEN_SIDEBAR = import.meta.env.CHROME;

/**
 * Injected on demand. No WXT content script: their wrapper posts a message with the extension's id to the page,
 * and no page shall learn who reads it.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (world.claimlight?.isAlive()) return;
  const stop = new AbortController();
  // After an update this script goes on without its extension; an open editor stays, for it holds what was typed.
  const isAlive = () => !stop.signal.aborted && browser.runtime?.id !== undefined;
  world.claimlight = { isAlive };

  // Until the background has handed over the reader's words, the browser's own look-up has to do. What it is given for
  // $1 is put in by the translator.
  setWords(
    (key) => browser.i18n.getMessage(key.replace(/[.#]/g, '_') as '@@ui_locale', ['$1']),
    browser.i18n.getUILanguage().replaceAll('_', '-'),
  );
  startAnnotator({
    css: quickStyles,
    stop,
    isAlive,
    speak: ({ tag, words }) => setWords((key) => words[key], tag),
    render: (root, state, actions) => {
      const frame = root.ownerDocument.documentElement;
      frame.lang = locale();
      frame.dir = directionOf(locale());
      render(<Quick state={state} actions={actions} canOpenSidebar={CAN_OPEN_SIDEBAR} />, root);
    },
  });
});
