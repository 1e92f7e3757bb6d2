import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SimilarClaim, SimilarClaims } from '#evidence/SimilarClaims.ts';

export interface Paraphrase {
  language: string;
  relation: SimilarClaim['relation'];
  claim: string;
  other: string;
}

/** Own claims told twice: in other words, with another figure, or turned round. */
export const paraphrases = (): Paraphrase[] =>
  readFileSync(join(import.meta.dirname, 'paraphrases.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [language = '', relation = '', claim = '', other = ''] = line.split('\t');
      return { language, relation: relation as Paraphrase['relation'], claim, other };
    });

const PARTS = [
  'The harbour board|The tenants’ union|A clinic in Elmford|The rail operator|The island council|The grain exchange|A coastal school|The river trust|The night market|The lighthouse museum|The ice factory|The ferry crew|The bee keepers|The northern mill|The cycling club|The tram depot',
  'spent|lost|sold|planned|built|closed|counted|repaired|ordered|promised|cancelled|found|lent|stored|burnt|opened',
  'pumps|bridges|trees|boats|letters|tickets|gardens|roofs|lamps|engines|fences|orchards|benches|barrels|windows|signals',
  'in spring|in Norland|near the quarry|after the storm|for the airport|without a permit|at the old mill|by the canal|on the pier|before the vote|during the strike|for the school|in the valley|at night|in the suburbs|on the island',
].map((part) => part.split('|'));

/** Claims enough to look among, all different; the same at every run. */
export function manyClaims(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const words = PARTS.map((part, k) => part[Math.floor(i / 16 ** k) % 16] ?? '');
    const [who, verb, what, where] = words;
    return `${who} ${verb} ${(i * 7919) % 9973} ${what} ${where}.`;
  });
}

/** An index of many claims with the first of each pair among them. */
export function filledIndex(pairs: Paraphrase[], count: number): SimilarClaims {
  const index = new SimilarClaims();
  for (const [i, claim] of manyClaims(count).entries()) index.set(`claim-${i}`, claim, 'en');
  for (const [i, { claim, language }] of pairs.entries()) index.set(`pair-${i}`, claim, language);
  return index;
}

/** The first of a pair as found by its other wording, if it is among the first three. */
export const seen = (index: SimilarClaims, pair: Paraphrase, at: number): SimilarClaim | undefined =>
  index.find(pair.other, { language: pair.language, most: 3 }).find(({ id }) => id === `pair-${at}`);
