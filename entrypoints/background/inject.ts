import { browser } from 'wxt/browser';
import { highlightCss } from '@/annotator/highlightStyles';

const css = highlightCss();

/** Puts the annotator into a tab. Twice is harmless: a live annotator lets the second one end at once. */
export async function injectAnnotator(tabId: number): Promise<void> {
  const target = { tabId };
  // Taken away first, so that the sheet never stands twice.
  await browser.scripting.removeCSS({ target, css });
  await browser.scripting.insertCSS({ target, css });
  await browser.scripting.executeScript({ target, files: ['/content-scripts/annotator.js'] });
}

/** Looks at the page again: the detector otherwise runs once per document. */
export async function runDetector(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId },
    files: ['/detector.js' as '/content-scripts/annotator.js'],
  });
}
