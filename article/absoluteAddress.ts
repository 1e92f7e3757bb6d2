/** http(s) only, without user name and fragment, at most 4,000 characters. */
export function absoluteAddress(href: string, base: string): string | null {
  if (!href.trim() || href.length > 4_000 || !URL.canParse(href, base)) return null;
  const address = new URL(href, base);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null;
  address.username = address.password = '';
  if (!/^#!?\//.test(address.hash)) address.hash = '';
  return address.href;
}
