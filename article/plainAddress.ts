import { HOW_CAME } from './canonicalAddress.ts';
import { parametersOf } from './parametersOf.ts';
import { withoutTrailingSlashes } from './withoutTrailingSlashes.ts';

/**
 * A web address without the usual marks of how the reader came and without the place in the page; null where it is
 * none. A cheap stand-in for `normalizeAddress`, whose long lists no script in pages shall carry.
 */
export function plainAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  for (const [name] of parametersOf(address)) if (HOW_CAME.test(name)) address.searchParams.delete(name);
  // Old single-page sites keep the story there.
  const route = /^#[!/]/.test(address.hash) ? address.hash : '';
  return `${address.origin}${withoutTrailingSlashes(address.pathname)}${address.search}${route}`;
}
