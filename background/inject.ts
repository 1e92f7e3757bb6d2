import { browser } from 'wxt/browser';
import { highlightCss } from '#annotator/highlightStyles.ts';
import { offRule } from '#identity/siteRules.ts';
import { readSettings } from '#storage/settings.ts';

const css = highlightCss();

/** Whether the reader keeps Claimlight away from a tab; a tab that is gone is not kept from anything. */
async function isKeptOff(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return offRule(tab, await readSettings()) !== null;
}

/**
 * Puts the annotator into a tab, unless the reader switched Claimlight off there. Twice is harmless: a live
 * annotator lets the second one end at once.
 */
export async function injectAnnotator(tabId: number): Promise<void> {
  if (await isKeptOff(tabId)) return;
  await browser.scripting.executeScript({ target: { tabId }, files: ['/annotator.js'] });
}

/** Firefox lets authors' sheets end at the edge of a shadow tree; Chromium paints no background from a reader's. */
const ORIGIN = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';

/**
 * Gives a tab the style sheet of highlights: its page and the frames of the same origin, which may hold the article.
 * The page's DOM is not touched.
 */
export async function styleHighlights(tabId: number, origin: string): Promise<void> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
  const frameIds = frames.filter(({ url }) => originOf(url) === origin).map(({ frameId }) => frameId);
  await browser.scripting.insertCSS({
    target: { tabId, frameIds: [...new Set([0, ...frameIds])] },
    css,
    origin: ORIGIN,
  });
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : null);

/** Looks at the page again: the detector otherwise runs once per document. */
export async function runDetector(tabId: number): Promise<void> {
  if (await isKeptOff(tabId)) return;
  await browser.scripting.executeScript({
    target: { tabId },
    files: ['/detector.js'],
  });
}
