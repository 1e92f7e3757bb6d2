import { alignWords, type WordChange } from './alignWords.ts';
import { compareFigures, type FigureProblem } from './compareFigures.ts';

/** What a look at the words can tell. Observations about two texts, not about who is right. */
export interface QuoteComparison {
  result:
    | 'verbatim'
    | 'trimmed'
    | 'altered words'
    | 'figure differs'
    | 'unit differs'
    | 'other words'
    | 'nothing to compare';
  changes: WordChange[];
  figures: FigureProblem[];
}

/** From this share of the article's words found in order, it is the same sentence and its changes are worth listing. */
const SAME_SENTENCE = 0.6;
/** Longer passages are compared by their figures only; the alignment takes quadratic time. */
const MOST_WORDS = 2_000;

const QUOTATION = /[“„«‟]([^”“»]+)[”“»]|"([^"]+)"/gu;
const OMISSION = /\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.{3,}/gu;
/** An editor's word in brackets stands for one or more words of the speaker. */
const INSERTION = /\[[^\]]*\]/gu;
/** Stands in for an omission mark among the words. */
const GAP = '…';

/** Words in the form in which they are compared; punctuation, quotation marks and case are no difference. */
function words(text: string): string[] {
  const marked = text.normalize('NFKC').replace(OMISSION, ` ${GAP} `).replace(INSERTION, ` ${GAP} `);
  const plain = marked
    .toLowerCase()
    .replace(/\bper ?cent\b/gu, '%')
    .replace(/[‘’ʼ`]/gu, "'")
    .replace(/\u00AD/gu, '');
  return plain.match(/…|[\p{L}\p{M}\p{N}]+(?:['.,][\p{L}\p{M}\p{N}]+)*|[%$€£]/gu) ?? [];
}

/** What the article puts in quotation marks, if it is more than a word or two; else all of its text. */
function claimedWords(article: string): string {
  const inside = [...article.matchAll(QUOTATION)].map(([, curly, straight]) => curly ?? straight ?? '');
  const spoken = inside.join(` ${GAP} `);
  return words(spoken).length >= 3 ? spoken : article;
}

/** Runs of words between the marks for what was left out. */
function runsOf(list: string[]): string[][] {
  const runs: string[][] = [[]];
  for (const word of list) {
    if (word === GAP) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs.filter((run) => run.length > 0);
}

/**
 * Compares the words of an article with the passage of a source: verbatim, trimmed with an omission mark,
 * altered words (listed), another figure, another unit. Punctuation, case and kinds of quotation marks never count.
 * The source may say more before and after.
 */
export function compareQuote(articleText: string, sourceText: string): QuoteComparison {
  const claimed = words(claimedWords(articleText)).slice(0, MOST_WORDS);
  const given = words(sourceText).slice(0, MOST_WORDS);
  const runs = runsOf(claimed);
  if (runs.length === 0 || given.length === 0)
    return { result: 'nothing to compare', changes: [], figures: [] };
  const changes: WordChange[] = [];
  let [cost, end] = [0, 0];
  for (const run of runs) {
    const aligned = alignWords(run, given, end);
    changes.push(...aligned.changes);
    cost += aligned.cost;
    end = aligned.end;
  }
  const trimmed = claimed.includes(GAP);
  if (changes.length === 0) return { result: trimmed ? 'trimmed' : 'verbatim', changes, figures: [] };
  const figures = compareFigures(articleText, sourceText);
  const sameSentence = 1 - cost / runs.flat().length >= SAME_SENTENCE;
  const result =
    (['figure differs', 'unit differs'] as const).find((kind) =>
      figures.some((figure) => figure.kind === kind),
    ) ?? (sameSentence ? 'altered words' : 'other words');
  return { result, changes: sameSentence ? changes : [], figures };
}
