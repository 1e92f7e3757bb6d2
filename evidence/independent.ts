import type { Source } from '#model/records.ts';
import { nearIdentical } from './nearIdentical.ts';
import { registrableSite } from './registrableSite.ts';
import { wireAgency } from './wireAgency.ts';

/** Where a source comes from; without an address (a book, an interview) its outlet, people or title stand in. */
function origin(source: Source): string {
  const named = source.site || source.authors.join(', ') || source.title;
  return registrableSite(source.url) || named.normalize('NFKC').trim().toLowerCase();
}

/**
 * Whether two sources count as two: other sites, not the same agency's wire copy, and not the same quoted
 * words. Sources about which nothing is known are never counted as two.
 */
export function independent(a: Source, b: Source): boolean {
  if (origin(a) === origin(b)) return false;
  const wire = wireAgency(a);
  if (wire && wire === wireAgency(b)) return false;
  return !nearIdentical(a.quote?.exact ?? '', b.quote?.exact ?? '');
}
