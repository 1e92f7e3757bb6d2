import { withoutDirective } from '#model/withoutDirective.ts';
import { isTracking } from './trackingParameters.ts';
import { withoutTrailingSlashes } from './withoutTrailingSlashes.ts';

/** Longer addresses carry state, not identity, and would bloat the index. */
const LONGEST = 4_000;

/**
 * One spelling for one address: http(s) only, without user name, default port, tracking parameters, trailing slash and
 * fragment (unless the fragment is the route of a single-page site). Returns null for everything that is no address of
 * a web page, and for addresses above 4,000 characters.
 */
export function normalizeAddress(url: string): string | null {
  if (url.length > 20 * LONGEST || !URL.canParse(url)) return null;
  const address = new URL(withoutDirective(url));
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null;
  const host = address.hostname.replace(/\.+$/, '');
  if (host === '') return null;
  const port = address.port === '' ? '' : `:${address.port}`;
  const path = withoutTrailingSlashes(spell(address.pathname));
  const normal = `${address.protocol}//${host}${port}${path}${queryOf(address, host)}${routeOf(address.hash)}`;
  return normal.length > LONGEST ? null : normal;
}

/** Parameters that matter, in one order; an address that lists them otherwise shows the same page. */
function queryOf(address: URL, host: string): string {
  const kept = address.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(decode(pair.split('=', 1)[0] ?? ''), host))
    .map(spell)
    .sort();
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

/** A fragment names a place in the page, except where it begins like a path. */
const routeOf = (hash: string) => (/^#!?\/./.test(hash) ? withoutTrailingSlashes(spell(hash)) : '');

/** Percent escapes in upper case, and none where the character may stand for itself (RFC 3986, 6.2.2). */
const spell = (part: string) =>
  part.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: the name as written is all there is.
    return text;
  }
}
