import { type Browser, browser } from 'wxt/browser';
import { readSettings, type Settings, writeSettings } from '@/storage/settings';

type Place = Pick<Browser.tabs.Tab, 'url' | 'incognito'>;

/** Why Claimlight does not work somewhere: the entry of the reader's list, or a private window. */
export type OffRule = { kind: 'site'; site: string } | { kind: 'private' };

/** The entries of the list that switch an address off: its host, or a domain above it. */
export function sitesOffAt(url: string, sitesOff: string[]): string[] {
  if (!URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/\.$/, '');
  return sitesOff.filter((site) => host === site || host.endsWith(`.${site}`));
}

/** Pure: the rule that keeps Claimlight away from a place, or null. */
export function offRule(
  { url, incognito }: Place,
  settings: Pick<Settings, 'sitesOff' | 'privateWindows'>,
): OffRule | null {
  if (incognito && !settings.privateWindows) return { kind: 'private' };
  const [site] = url === undefined ? [] : sitesOffAt(url, settings.sitesOff);
  return site === undefined ? null : { kind: 'site', site };
}

/** The rule that holds in a tab now. */
export async function offRuleOf(tab: Place | undefined): Promise<OffRule | null> {
  return tab ? offRule(tab, await readSettings()) : null;
}

/** As `offRuleOf`, for a tab by its id; null for one that is gone. */
export async function offRuleIn(tabId: number): Promise<OffRule | null> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return offRuleOf(tab);
}

/** Takes away whatever keeps Claimlight off in a tab. The background then looks at its page again. */
export async function switchOnIn(tab: Place): Promise<void> {
  const { sitesOff } = await readSettings();
  const there = tab.url === undefined ? [] : sitesOffAt(tab.url, sitesOff);
  await writeSettings({
    ...(tab.incognito ? { privateWindows: true } : {}),
    ...(there.length > 0 ? { sitesOff: sitesOff.filter((site) => !there.includes(site)) } : {}),
  });
}
