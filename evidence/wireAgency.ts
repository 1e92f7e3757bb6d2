import type { Source } from '#model/records.ts';
import { registrableSite } from './registrableSite.ts';

/** Short name of each agency, with the ways it is credited and the site it publishes on itself. */
const AGENCIES: readonly { id: string; credits: RegExp; site: string }[] = [
  { id: 'ap', credits: /^(the )?(ap|associated press)$/, site: 'apnews.com' },
  { id: 'reuters', credits: /^(thomson )?reuters$/, site: 'reuters.com' },
  { id: 'afp', credits: /^(afp|agence france presse)$/, site: 'afp.com' },
  { id: 'dpa', credits: /^(dpa|deutsche presse agentur)$/, site: 'dpa.com' },
  { id: 'apa', credits: /^(apa|austria presse agentur)$/, site: 'apa.at' },
  { id: 'pa', credits: /^(pa|pa media|press association)$/, site: 'pa.media' },
  { id: 'efe', credits: /^(agencia )?efe$/, site: 'efe.com' },
  { id: 'ansa', credits: /^(agenzia )?ansa$/, site: 'ansa.it' },
  { id: 'upi', credits: /^(upi|united press international)$/, site: 'upi.com' },
  { id: 'kyodo', credits: /^kyodo( news)?$/, site: 'kyodonews.net' },
  { id: 'xinhua', credits: /^xinhua( news agency)?$/, site: 'xinhuanet.com' },
  { id: 'tass', credits: /^(itar )?tass$/, site: 'tass.com' },
];

/**
 * The wire agency whose copy a source is: from its credit, or because it stands on the agency's own site.
 * Unknown agencies are compared by their credit as written. '' when it is no wire copy.
 */
export function wireAgency(source: Source): string {
  const credit = (source.wire ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (credit) return AGENCIES.find(({ credits }) => credits.test(credit))?.id ?? credit;
  const site = registrableSite(source.url);
  return AGENCIES.find((agency) => site !== '' && agency.site === site)?.id ?? '';
}
