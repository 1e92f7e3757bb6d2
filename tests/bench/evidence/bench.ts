/**
 * `npm run bench:evidence`: attribution, fidelity and claims seen before, on our own labelled sentences and pairs. The rules were written
 * with these before the eyes, but for unseen.tsv: figures for words nobody here has seen are lower. Prints tables and writes them to tests/bench/results/evidence.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AttributionScore, labelledSentences, scoreAttribution, suggested } from './attribution.ts';
import { compared, labelledPairs } from './fidelity.ts';
import { filledIndex, manyClaims, paraphrases, seen } from './seenBefore.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es'];
const CLAIMS = 10_000;
const lines: string[] = ['# Evidence', ''];
const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
const row = (...cells: (string | number)[]) => lines.push(`| ${cells.join(' | ')} |`);

lines.push('## Attribution: the very words of the speaker, or wrong', '');
row('language', 'sentences', 'with a speaker', 'suggested', 'precision', 'recall');
row('---', '--:', '--:', '--:', '--:', '--:');
const sentences = labelledSentences();
const attributed = (name: string, score: AttributionScore) =>
  row(
    name,
    score.sentences,
    score.spoken,
    score.given,
    percent(score.right, score.given),
    percent(score.right, score.spoken),
  );
for (const code of LANGUAGES)
  attributed(code, scoreAttribution(sentences.filter(({ language }) => language === code)));
attributed('all', scoreAttribution(sentences));
const unseen = labelledSentences('unseen.tsv');
for (const code of LANGUAGES)
  attributed(`${code}, unseen`, scoreAttribution(unseen.filter(({ language }) => language === code)));
attributed('all, unseen', scoreAttribution(unseen));
attributed('all, language not told', scoreAttribution(sentences, false));
for (const sentence of [...sentences, ...unseen]) {
  if (suggested(sentence) !== sentence.who)
    console.log('attribution:', sentence.sentence, '->', suggested(sentence));
}

lines.push('', '## Fidelity: outcome of pairs', '');
row('expected', 'pairs', 'so told');
row('---', '--:', '--:');
const pairs = labelledPairs();
for (const [outcome, list] of Map.groupBy(pairs, (pair) => pair.outcome)) {
  row(outcome, list.length, list.filter((pair) => compared(pair) === outcome).length);
}
row('all', pairs.length, pairs.filter((pair) => compared(pair) === pair.outcome).length);

lines.push('', `## Seen before, among ${CLAIMS.toLocaleString('en')} claims`, '');
const told = paraphrases();
const index = filledIndex(told, CLAIMS);
const found = told.map((pair, at) => ({ pair, got: seen(index, pair, at) }));
row('pairs', 'found among the first three', 'with the right relation', 'median time', 'longest');
row('--:', '--:', '--:', '--:', '--:');
const asked = [...told.map(({ other }) => other), ...manyClaims(CLAIMS).filter((_, i) => i % 40 === 0)];
const times = asked
  .map((text) => {
    const start = performance.now();
    index.find(text);
    return performance.now() - start;
  })
  .sort((a, b) => a - b);
row(
  told.length,
  found.filter(({ got }) => got).length,
  found.filter(({ pair, got }) => got?.relation === pair.relation).length,
  `${(times[times.length >> 1] ?? 0).toFixed(1)} ms`,
  `${(times.at(-1) ?? 0).toFixed(1)} ms`,
);

const text = `${lines.join('\n')}\n`;
writeFileSync(join(import.meta.dirname, '..', 'results', 'evidence.md'), text);
console.log(text);
