import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { detectArticle } from '#article/detectArticle.ts';
import type { Payload } from '#messaging/protocol.ts';

/** The browser's own API: see below. */
declare const chrome: { runtime?: { id?: string; sendMessage(message: unknown): Promise<unknown> } };

/** A page with less text than this may still be building itself, UTF-16 units. */
const THIN_TEXT = 1_500;
/** Quiet time after the last change before a thin page is looked at again, ms. */
const QUIET = 300;
/** Looks at a thin page, and for how long it may be waited for, ms. */
const MOST_LOOKS = 6;
const LONGEST_WAIT = 20_000;
/** How often a verdict that nobody answered is told again, and the first pause before it, ms; it grows. */
const MOST_REPEATS = 4;
const PAUSE = 300;
/** After this time nobody answers any more: a background that is just being stopped may take a message with it, ms. */
const PATIENCE = 3_000;

/**
 * Decides, and no more: title, authors and dates are read by the annotator once the page is an article.
 * Runs on every http(s) page (registered in wxt.config.ts), so it must stay small and leave nothing behind: no WXT
 * content script (their wrapper brings the polyfill, 3.5 kB), and the browser's own API, whose `sendMessage` returns
 * a promise in Manifest V3 of both browsers. It ends once the page is known.
 */
export default defineUnlistedScript(() => {
  let told = '';
  const look = (): boolean => {
    const url = location.href;
    const detection = detectArticle(document, url);
    const isArticle = detection.kind !== 'other';
    const payload: Payload<'pageSeen'> = { url, detection };
    const news = JSON.stringify(payload);
    if (news !== told) {
      told = news;
      // No answer of any kind is what a background leaves behind that died while it worked.
      const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
      Promise.race([ask({ call: 'pageSeen', payload }), late])
        .catch(() => null)
        .then((answer) => answer ?? unheard());
    }
    return isArticle;
  };
  // In an old script the call throws at once.
  const ask = async (message: unknown) => chrome.runtime?.sendMessage(message);

  let repeats = 0;
  const unheard = () => {
    // After an update nobody answers this old script; the new one has looked already.
    if (!chrome.runtime?.id || repeats === MOST_REPEATS) return end();
    repeats += 1;
    // Looked at anew: the page may have moved on meanwhile, or another detector may have told of it.
    told = '';
    setTimeout(look, PAUSE * repeats);
  };

  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    watch.disconnect();
  };
  const watch = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      looks += 1;
      if (look() || looks >= MOST_LOOKS || performance.now() - start > LONGEST_WAIT) end();
    }, QUIET);
  });
  const start = performance.now();

  if (look()) return;
  if ((document.body?.textContent?.length ?? 0) > THIN_TEXT) return;
  watch.observe(document, { childList: true, subtree: true });
  setTimeout(end, LONGEST_WAIT);
});
