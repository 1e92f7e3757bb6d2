import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareQuote, type QuoteComparison } from '#evidence/compareQuote.ts';

export interface LabelledPair {
  language: string;
  outcome: QuoteComparison['result'];
  claim: string;
  passage: string;
}

/** Own pairs of an article's words and a source's passage, with what a look at them should tell. */
export const labelledPairs = (): LabelledPair[] =>
  readFileSync(join(import.meta.dirname, 'pairs.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [language = '', outcome = '', claim = '', passage = ''] = line.split('\t');
      return { language, outcome: outcome as LabelledPair['outcome'], claim, passage };
    });

export const compared = ({ claim, passage, language }: LabelledPair): QuoteComparison['result'] =>
  compareQuote(claim, passage, language).result;
