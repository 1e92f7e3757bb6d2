import { webAddress } from './webAddress.ts';

/** The two public archives whose pages can be opened and whose results are taken. */
export const ARCHIVES = ['wayback', 'archive.today'] as const;
export type ArchiveName = (typeof ARCHIVES)[number];

/** The page of an archive that shows or makes a copy of an address. Opened by the reader's click only. */
export function archivePage(archive: ArchiveName, url: string): string | undefined {
  const address = webAddress(url);
  if (!address) return undefined;
  return archive === 'wayback'
    ? `https://web.archive.org/web/*/${address}`
    : `https://archive.today/?run=1&url=${encodeURIComponent(address)}`;
}

const WAYBACK = /^\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(.+)$/iu;
const TODAY_HOST = /^archive\.(?:today|ph|is|li|vn|fo|md)$/u;
/** archive.today's long form holds time and address, its short form only a name. */
const TODAY_LONG = /^\/(?:(?:newest|oldest)|\d{4}(?:[\d.-]{4,15}))\/(https?:\/{1,2}.+)$/iu;
const TODAY_SHORT = /^\/(?:wip\/)?[\dA-Za-z]{4,8}\/?$/u;

/** Addresses without what does not tell pages apart: scheme, “www.”, fragment, a slash at the end. */
function plainAddress(url: string): string {
  const address = webAddress(
    /^https?:/iu.test(url) ? url.replace(/^(https?:)\/+/iu, '$1//') : `https://${url}`,
  );
  if (!address) return '';
  const { hostname, port, pathname, search } = new URL(address);
  return `${hostname.replace(/^www\./u, '')}${port ? `:${port}` : ''}${pathname.replace(/\/+$/u, '')}${search}`;
}

/** What a pasted address is: a copy in an archive, of one of these pages, as far as it says. */
export type ArchiveCheck =
  | {
      ok: true;
      url: string /** False where the address does not say of which page it is (archive.today's short form). */;
      sure: boolean;
    }
  | { ok: false; problem: 'no address' | 'no archive' | 'another page' };

/** Checks a pasted result: it is that archive, and of one of the addresses. Nothing is fetched. */
export function checkArchived(pasted: string, addresses: readonly string[]): ArchiveCheck {
  const url = webAddress(pasted.trim());
  if (!url) return { ok: false, problem: 'no address' };
  const { hostname, pathname, search, hash } = new URL(url);
  const isOurs = (of: string) => {
    const plain = plainAddress(of);
    return plain !== '' && addresses.some((address) => plainAddress(address) === plain);
  };
  let of: string | undefined;
  if (hostname === 'web.archive.org') of = WAYBACK.exec(`${pathname}${search}${hash}`)?.[2];
  else if (TODAY_HOST.test(hostname)) {
    of = TODAY_LONG.exec(`${pathname}${search}`)?.[1];
    if (!of && TODAY_SHORT.test(pathname)) return { ok: true, url, sure: false };
  }
  if (!of) return { ok: false, problem: 'no archive' };
  const decoded =
    /^https?%3a/iu.test(of) && URL.canParse(decodeURIComponent(of)) ? decodeURIComponent(of) : of;
  return isOurs(decoded) ? { ok: true, url, sure: true } : { ok: false, problem: 'another page' };
}
