import { browser } from 'wxt/browser';
import { highlightCss } from '@/annotator/highlightStyles';
import { offRuleIn } from './siteRules';

const css = highlightCss();

/**
 * Puts the annotator into a tab, unless the reader switched Claimlight off there. Twice is harmless: a live
 * annotator lets the second one end at once.
 */
export async function injectAnnotator(tabId: number): Promise<void> {
  if (await offRuleIn(tabId)) return;
  await browser.scripting.executeScript({ target: { tabId }, files: ['/annotator.js'] });
}

/** Gives a tab the style sheet of highlights; the page's DOM is not touched. */
export async function styleHighlights(tabId: number): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId }, css });
}

/** Looks at the page again: the detector otherwise runs once per document. */
export async function runDetector(tabId: number): Promise<void> {
  if (await offRuleIn(tabId)) return;
  await browser.scripting.executeScript({
    target: { tabId },
    files: ['/detector.js'],
  });
}
