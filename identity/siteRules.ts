/** Where something is shown: what a tab tells of itself. */
interface Place {
  url?: string | undefined;
  incognito: boolean;
}

/** The reader's settings that keep Claimlight away from places. */
interface OffSettings {
  sitesOff: string[];
  privateWindows: boolean;
}

/** Why Claimlight does not work somewhere: the entry of the reader's list, or a private window. */
export type OffRule = { kind: 'site'; site: string } | { kind: 'private' };

/** The site that an address belongs to, as the reader's list has it: its host without "www."; empty where there is none. */
export const siteOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '').replace(/^www\./, '') : '';

/** The entries of the list that switch an address off: its host, or a domain above it. */
export function sitesOffAt(url: string, sitesOff: string[]): string[] {
  if (!URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/\.$/, '');
  return sitesOff.filter((site) => host === site || host.endsWith(`.${site}`));
}

/** The rule that keeps Claimlight away from a place, or null; null, too, where there is no place. */
export function offRule(place: Place | undefined, settings: OffSettings): OffRule | null {
  if (!place) return null;
  if (place.incognito && !settings.privateWindows) return { kind: 'private' };
  const [site] = place.url === undefined ? [] : sitesOffAt(place.url, settings.sitesOff);
  return site === undefined ? null : { kind: 'site', site };
}

/** What to change in the settings so that nothing keeps Claimlight off a place any more. */
export function switchedOn(place: Place, { sitesOff }: OffSettings): Partial<OffSettings> {
  const there = place.url === undefined ? [] : sitesOffAt(place.url, sitesOff);
  return {
    ...(place.incognito ? { privateWindows: true } : {}),
    ...(there.length > 0 ? { sitesOff: sitesOff.filter((site) => !there.includes(site)) } : {}),
  };
}
