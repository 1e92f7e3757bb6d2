import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggestAttribution } from '#evidence/suggestAttribution.ts';

export interface LabelledSentence {
  language: string;
  /** '-' where nobody can be named. */
  who: string;
  sentence: string;
  marked?: string | undefined;
}

/** Own labelled sentences in the styles of news: those the rules were written with, or those measured only afterwards. */
export const labelledSentences = (
  file: 'sentences.tsv' | 'unseen.tsv' = 'sentences.tsv',
): LabelledSentence[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [language = '', who = '', sentence = '', marked] = line.split('\t');
      return { language, who, sentence, marked };
    });

/** Who is suggested for a labelled sentence; '-' for nobody. */
export function suggested({ sentence, marked, language }: LabelledSentence, told = true): string {
  const start = marked ? sentence.indexOf(marked) : -1;
  const range = marked ? { start, end: start + marked.length } : undefined;
  return suggestAttribution(sentence, range, told ? language : undefined)?.who ?? '-';
}

export interface AttributionScore {
  sentences: number;
  spoken: number;
  given: number;
  right: number;
}

/** Right is only the very words that were labelled; a part of a name, or a name too long, is wrong. */
export function scoreAttribution(list: LabelledSentence[], told = true): AttributionScore {
  const rows = list.map((row) => ({ ...row, got: suggested(row, told) }));
  return {
    sentences: rows.length,
    spoken: rows.filter(({ who }) => who !== '-').length,
    given: rows.filter(({ got }) => got !== '-').length,
    right: rows.filter(({ who, got }) => got !== '-' && who === got).length,
  };
}
