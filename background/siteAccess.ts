import { browser } from 'wxt/browser';
import { hasSiteAccess } from '#messaging/siteAccess.ts';
import { allTabStates } from '#messaging/tabState.ts';
import { logFault } from '#model/logFault.ts';
import { runDetector } from './inject.ts';
import { forgetTab, tellAnnotator } from './tabs.ts';
import { showNoAccess } from './toolbarButton.ts';

/** Where the reader has let us in, open pages are looked at without a reload. */
async function lookAgain(): Promise<void> {
  const states = await allTabStates();
  // Only tabs whose address we may see are found.
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  for (const { id, url } of tabs)
    if (id !== undefined && !states.has(id) && (await hasSiteAccess(url)))
      runDetector(id).catch((error) => console.info('Claimlight: page not looked at', error));
}

/** Where access was taken away, nothing of ours stays in the page or on the button. */
async function leave(): Promise<void> {
  for (const [tabId, { url }] of await allTabStates()) {
    if (await hasSiteAccess(url)) continue;
    await Promise.all([forgetTab(tabId), showNoAccess(tabId), tellAnnotator(tabId, 'leave', null)]);
  }
}

/** Follows what the reader allows in the browser's own settings. */
export function registerSiteAccess(): void {
  browser.permissions.onAdded.addListener(() => void lookAgain().catch(logFault));
  browser.permissions.onRemoved.addListener(() => void leave().catch(logFault));
}
