/**
 * What a reader typed as an address, as an http(s) URL: `example.org/report` gains its scheme. Empty stays
 * empty; null for anything that is no web address (other schemes, credentials, nonsense).
 */
export function webAddress(typed: string): string | null {
  const text = typed.trim();
  if (!text) return '';
  const candidate = /^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(text) ? text : `https://${text}`;
  if (/\s/u.test(text) || !URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.hostname.includes('.') && !url.username && !url.password ? url.href : null;
}
