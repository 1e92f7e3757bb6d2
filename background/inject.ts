import { browser } from 'wxt/browser';
import { authorCss, highlightCss } from '#annotator/highlightStyles.ts';
import { offRule } from '#identity/siteRules.ts';
import { readSettings } from '#storage/settings.ts';

/** Of a reader's origin, where no rule of the page's can win and where Firefox reaches into shadow trees. */
const SHEETS = [
  { origin: 'USER', css: highlightCss() },
  ...(import.meta.env.FIREFOX ? [] : [{ origin: 'AUTHOR', css: authorCss() } as const]),
] as const;

/** Whether the reader keeps Claimlight away from a tab; a tab that is gone is not kept from anything. */
async function isKeptOff(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return offRule(tab, await readSettings()) !== null;
}

/**
 * Puts the annotator into a tab, unless the reader switched Claimlight off there. Twice is harmless: a live
 * annotator lets the second one end at once.
 * @returns whether Claimlight may be there and has something to read
 * @throws the browser's error where no extension may be
 */
export async function injectAnnotator(tabId: number): Promise<boolean> {
  if ((await isKeptOff(tabId)) || (await isTextless(tabId))) return false;
  await browser.scripting.executeScript({ target: { tabId }, files: ['/annotator.js'] });
  return true;
}

/** What browsers show of a file in a page that has no text of its own, or none that extensions reach. */
const TEXTLESS = /^(?:application\/pdf$|image\/(?!svg)|video\/|audio\/)/;

/** Whether a tab shows a picture, a film, a sound, or a PDF in the browser's viewer. */
async function isTextless(tabId: number): Promise<boolean> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => document.contentType,
  });
  return TEXTLESS.test(String(answer?.result));
}

/** Begins reading by sentence in a tab that has a live annotator; asked again, it gives the keyboard back to the mode. */
export async function injectSentences(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/sentences.js'] });
}

/**
 * Gives a tab the style sheet of highlights: its page and the frames of the same origin, which may hold the article.
 * The page's DOM is not touched.
 */
export async function styleHighlights(tabId: number, origin: string): Promise<void> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
  const frameIds = frames.filter(({ url }) => originOf(url) === origin).map(({ frameId }) => frameId);
  const target = { tabId, frameIds: [...new Set([0, ...frameIds])] };
  await Promise.all(SHEETS.map((sheet) => browser.scripting.insertCSS({ target, ...sheet })));
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
