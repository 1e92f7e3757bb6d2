import { browser } from 'wxt/browser';
import { logFault } from '#model/logFault.ts';
import { injectAnnotator, injectSentences } from './inject.ts';
import { tellAnnotator } from './tabs.ts';
import { showUnreached } from './toolbarButton.ts';

type Order = Parameters<typeof tellAnnotator> extends [number, ...infer Rest] ? Rest : never;

/**
 * Gives the reader's order to a page, whose annotator may be missing and is brought there then. Where nothing of ours
 * can be (the browser's own pages, a PDF viewer, a site that is off), the popup opens and says so; where the browser
 * does not let us open it, the button says that it knows why.
 */
export async function orderPage(tabId: number, ...order: Order): Promise<void> {
  if (await tellAnnotator(tabId, ...order)) return;
  if ((await bringAnnotator(tabId)) && (await tellAnnotator(tabId, ...order))) return;
  await sayUnreached(tabId);
}

/** "Annotate this page": the same answer where it can't be. */
export async function annotatePage(tabId: number): Promise<void> {
  if (!(await bringAnnotator(tabId))) await sayUnreached(tabId);
}

/** "Read by sentence": the same answer where it can't be. */
export async function readSentences(tabId: number): Promise<void> {
  if (await bringAnnotator(tabId)) await injectSentences(tabId);
  else await sayUnreached(tabId);
}

async function bringAnnotator(tabId: number): Promise<boolean> {
  try {
    return await injectAnnotator(tabId);
  } catch (error) {
    logFault(error);
    return false;
  }
}

async function sayUnreached(tabId: number): Promise<void> {
  await showUnreached(tabId);
  try {
    const { windowId } = await browser.tabs.get(tabId);
    await browser.action.openPopup({ windowId });
  } catch (error) {
    // Firefox opens it only while it still knows of the press. The button says it.
    logFault(error);
  }
}
