import { registrableDomain } from '#model/registrableDomain.ts';

/** The site that answers for an address (`registrableDomain`); '' when the text is no http(s) address. */
export function registrableSite(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? registrableDomain(hostname) : '';
}
