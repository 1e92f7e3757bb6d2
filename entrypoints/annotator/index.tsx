import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { SeatedWorld } from '#annotator/Seat.ts';
import { startAnnotator } from '#annotator/startAnnotator.ts';
import { setManner } from '#components/manner.ts';
import { quickStyles } from '#components/quick/quickStyles.ts';
import { setWords } from '#components/strings.ts';
import type { Manner } from '#model/appearance.ts';
import { Quick } from './Quick.tsx';

/** A frame whose colours are not those of its document would show an opaque ground at its corners. */
function adopt(manner: Manner, { documentElement, defaultView }: Document): void {
  setManner(manner, documentElement);
  const frame = defaultView?.frameElement as HTMLElement | null;
  frame?.style.setProperty('color-scheme', manner.theme === 'system' ? 'light dark' : manner.theme);
}

/** Firefox opens its sidebar from its own gestures only, never from a page; on Android it is a page that opens any time. */
const CAN_OPEN_SIDEBAR = import.meta.env.CHROME || /Android/.test(navigator.userAgent);

/**
 * Injected on demand. No WXT content script: their wrapper posts a message with the extension's id to the page,
 * and no page shall learn who reads it.
 */
export default defineUnlistedScript(() => {
  // Left there by a live annotator: a second injection ends at once, and what joins it finds its place.
  const world = globalThis as SeatedWorld;
  if (world.claimlight?.isAlive()) return;
  const stop = new AbortController();
  // After an update this script goes on without its extension; an open editor stays, for it holds what was typed.
  const isAlive = () => !stop.signal.aborted && browser.runtime?.id !== undefined;
  const here: SeatedWorld['claimlight'] = { isAlive };
  world.claimlight = here;

  // Until the background has handed over the reader's words, the browser's own look-up has to do. What it is given for
  // $1 is put in by the translator.
  setWords(
    (key) => browser.i18n.getMessage(key.replace(/[.#]/g, '_') as '@@ui_locale', ['$1']),
    browser.i18n.getUILanguage().replaceAll('_', '-'),
  );
  let manner: Manner | null = null;
  const seat = startAnnotator({
    css: quickStyles,
    stop,
    isAlive,
    adopt: (chosen) => {
      manner = chosen;
    },
    render: (root, state, actions) => {
      if (manner) adopt(manner, root.ownerDocument);
      render(<Quick state={state} actions={actions} canOpenSidebar={CAN_OPEN_SIDEBAR} />, root);
    },
  });
  here.seat = Object.assign(seat, { manner: () => manner });
});
