import type { Source } from '#model/records.ts';
import { nearIdentical } from './nearIdentical.ts';
import { registrableSite } from './registrableSite.ts';
import { wireAgency } from './wireAgency.ts';

/** Why two sources count as one: the same registrable domain (or outlet, where there is no address), agency, or words. */
export type SharedOrigin = 'same site' | 'same wire' | 'same text';

/** Where a source comes from; without an address (a book, an interview) its outlet, people or title stand in. */
function origin(source: Source): string {
  const named = source.site || source.authors.join(', ') || source.title;
  return registrableSite(source.url) || named.normalize('NFKC').trim().toLowerCase();
}

/** What two sources share that makes one of them; `null` where they are independent. Sources about which nothing is known share it. */
export function sharedOrigin(a: Source, b: Source): SharedOrigin | null {
  if (origin(a) === origin(b)) return 'same site';
  const wire = wireAgency(a);
  if (wire && wire === wireAgency(b)) return 'same wire';
  return nearIdentical(a.quote?.exact ?? '', b.quote?.exact ?? '') ? 'same text' : null;
}

/**
 * Whether two sources count as two: other sites, not the same agency's wire copy, and not the same quoted
 * words. Sources about which nothing is known are never counted as two.
 */
export const independent = (a: Source, b: Source): boolean => sharedOrigin(a, b) === null;
