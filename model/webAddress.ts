import { LIMITS } from './text.ts';

/**
 * The address as it may be stored: http(s), without user name and password, at most `LIMITS.url` long
 * (query and fragment of a longer one are dropped). `undefined` for everything else: `javascript:`,
 * `data:`, `blob:`, `file:`, with or without tabs hidden in the scheme.
 */
export function webAddress(text: string): string | undefined {
  // Parsing a long string costs time in proportion; nothing useful has 100 kB before its query.
  if (text.length > LIMITS.url * 16) return undefined;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    // Not an address at all; the caller says so in its own words.
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.hostname === '') return undefined;
  const secret = url.username !== '' || url.password !== '';
  if (secret) {
    url.username = '';
    url.password = '';
  }
  // The parser drops tabs, line breaks and outer blanks; where it had to, its reading is what is stored.
  const address = secret || /\s/.test(text) || !text.isWellFormed() ? url.href : text;
  if (address.length <= LIMITS.url) return address;
  const short = url.origin + url.pathname;
  return short.length <= LIMITS.url ? short : undefined;
}
