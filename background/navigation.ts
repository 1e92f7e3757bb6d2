import { browser } from 'wxt/browser';
import { logFault } from '#model/logFault.ts';
import { withoutDirective } from '#model/withoutDirective.ts';
import { runDetector } from './inject.ts';
import { closeTab, forgetTab, settledState, tellAnnotator } from './tabs.ts';

const WEB = { url: [{ schemes: ['http', 'https'] }] };

/** The page may be one where no extension may run (a store, an error page): that is no fault. */
const ignoreForbidden = (error: unknown) => {
  if (
    !/cannot access|missing host permission|no tab with id|error page|cannot be scripted|frame with id/i.test(
      String(error),
    )
  )
    logFault(error);
};

/**
 * Follows addresses that change without a load (single-page sites) and pages that come back from the
 * back/forward cache; a plain load reports by itself.
 */
export function registerNavigation(): void {
  browser.webNavigation.onHistoryStateUpdated.addListener(({ tabId, frameId, url }) => {
    if (frameId !== 0) return;
    void tellAnnotator(tabId, 'pageMoved', { url: withoutDirective(url) });
    runDetector(tabId).catch(ignoreForbidden);
  }, WEB);

  browser.webNavigation.onCommitted.addListener(({ tabId, frameId }) => {
    if (frameId === 0) forgetTab(tabId).catch(ignoreForbidden);
  });

  browser.webNavigation.onCompleted.addListener(({ tabId, frameId, url }) => {
    if (frameId !== 0) return;
    settledState(tabId)
      .then((state) => (state?.url === withoutDirective(url) ? undefined : runDetector(tabId)))
      .catch(ignoreForbidden);
  }, WEB);

  browser.tabs.onRemoved.addListener((tabId) => {
    closeTab(tabId).catch(ignoreForbidden);
  });

  // Chromium leaves pages that were open at install or update without our scripts.
  browser.runtime.onInstalled.addListener(async () => {
    const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
    for (const { id } of tabs) if (id !== undefined) runDetector(id).catch(ignoreForbidden);
  });
}
