import { webAddress } from '#model/webAddress.ts';

/**
 * What a reader typed as an address, as an http(s) URL: `example.org/report` gains its scheme. Empty stays
 * empty; null for anything that is no web address (other schemes, a bare word, nonsense).
 */
export function typedAddress(typed: string): string | null {
  const text = typed.trim();
  if (!text) return '';
  if (/\s/u.test(text)) return null;
  const address = webAddress(/^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(text) ? text : `https://${text}`);
  return address && new URL(address).hostname.includes('.') ? address : null;
}
