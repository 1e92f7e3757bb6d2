import { browser } from 'wxt/browser';

const EVERYWHERE = ['http://*/*', 'https://*/*'];

/**
 * Whether the browser lets Claimlight into a page. It may be set to "on click" or to chosen sites, where the address
 * is hidden from us, too; then this asks whether we may go everywhere.
 */
export function hasSiteAccess(url: string | undefined): Promise<boolean> {
  const origins = url === undefined ? EVERYWHERE : [`${new URL(url).origin}/*`];
  return browser.permissions.contains({ origins });
}
