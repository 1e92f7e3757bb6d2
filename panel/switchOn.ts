import type { Browser } from 'wxt/browser';
import { siteOf, switchedOn } from '#identity/siteRules.ts';
import { changeSettings } from '#storage/settings.ts';

/** Takes away whatever keeps Claimlight off in a tab. The background then looks at its page again. */
export async function switchOn(tab: Pick<Browser.tabs.Tab, 'url' | 'incognito'>): Promise<void> {
  await changeSettings((now) => switchedOn(tab, now));
}

/** Keeps Claimlight off the site of an address, with all below it. */
export async function switchOff(url: string): Promise<void> {
  const site = siteOf(url);
  if (site) await changeSettings(({ sitesOff }) => ({ sitesOff: [...new Set([...sitesOff, site])].sort() }));
}
