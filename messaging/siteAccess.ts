import { browser } from 'wxt/browser';

const EVERYWHERE = ['http://*/*', 'https://*/*'];

/**
 * Whether the browser lets Claimlight into a page. It may be set to "on click" or to chosen sites, where the address
 * is hidden from us, too; then this asks whether we may go everywhere.
 */
export function hasSiteAccess(url: string | undefined): Promise<boolean> {
  return browser.permissions.contains({ origins: url === undefined ? EVERYWHERE : [siteOf(url)] });
}

/** The pattern of a page's site. Firefox's patterns hold for all ports and name none. */
function siteOf(url: string): string {
  const { protocol, host, hostname } = new URL(url);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}
