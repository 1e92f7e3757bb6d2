import { type Browser, browser } from 'wxt/browser';
import { logFault } from '#model/logFault.ts';
import { withoutDirective } from '#model/withoutDirective.ts';
import { callPage } from './call.ts';
import type { PageReading } from './protocol.ts';
import { hasSiteAccess } from './siteAccess.ts';
import { readTabState, type TabState } from './tabState.ts';

/** What an extension page can say of a tab without looking into the library. */
export type TabPage =
  | { kind: 'loading' }
  | { kind: 'restricted' }
  /** The browser keeps us out. `site` is the page's host, empty where its address is hidden from us. */
  | { kind: 'no-access'; tabId: number; site: string }
  | { kind: 'page'; tabId: number; url: string; title: string; state: TabState | null };

/** The tab the reader looks at in a window, or where the browser has no windows. */
export async function activeTabOf(windowId: number): Promise<Browser.tabs.Tab | undefined> {
  const where = windowId < 0 ? { currentWindow: true } : { windowId };
  const [tab] = await browser.tabs.query({ active: true, ...where });
  return tab;
}

/**
 * Reads what is known of a tab's page. A tab without web address is one no extension may work on, unless addresses are
 * hidden from us. A page that we know we have been let into, if only for this once.
 */
export async function pageOf(tab: Browser.tabs.Tab | undefined): Promise<TabPage> {
  if (tab?.id === undefined) return { kind: 'restricted' };
  if (!tab.url)
    return (await hasSiteAccess(undefined))
      ? { kind: 'restricted' }
      : { kind: 'no-access', tabId: tab.id, site: '' };
  if (!/^https?:/.test(tab.url)) return { kind: 'restricted' };
  const state = await readTabState(tab.id);
  const url = withoutDirective(tab.url);
  const known = state?.url === url ? state : null;
  if (known === null && !(await hasSiteAccess(tab.url)))
    return { kind: 'no-access', tabId: tab.id, site: new URL(tab.url).hostname };
  if (known === null && tab.status === 'loading') return { kind: 'loading' };
  return { kind: 'page', tabId: tab.id, url, title: tab.title ?? '', state: known };
}

/** What the annotator in a tab reads there now; null where none is. */
export async function readingOf(tabId: number): Promise<PageReading | null> {
  try {
    return await callPage(tabId, 'readPage', null);
  } catch (error) {
    // A page without an annotator is the normal case; anything else is worth knowing.
    if (!/receiving end does not exist|Nobody answered|message port closed/i.test(String(error)))
      logFault(error);
    return null;
  }
}
