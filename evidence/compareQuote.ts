import { alignWords, type WordChange } from './alignWords.ts';
import { quotedSpans } from './attribution/readTokens.ts';
import { type ComparedWord, comparedWords, GAP, sameWord } from './comparedWords.ts';
import { type FigureProblem, figureProblems, otherUnit } from './figureProblems.ts';
import type { Figure } from './readFigures.ts';

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
/** Longer passages are compared by their first words only; the alignment takes quadratic time. */
const MOST_WORDS = 2_000;

/** What the article puts in quotation marks, if it is more than a word or two; else all of its text. */
function claimedText(article: string): string {
  const inside = quotedSpans(article)
    .filter(([from]) => !/[‘'‚]/u.test(article[from] ?? ''))
    .map(([from, to]) => article.slice(from + 1, /[\p{L}\p{N}]/u.test(article[to - 1] ?? '') ? to : to - 1));
  const spoken = inside.join(` ${GAP} `);
  return comparedWords(spoken).filter(({ key }) => key !== GAP).length >= 3 ? spoken : article;
}

/** Runs of words between the marks for what was left out. */
function runsOf(list: ComparedWord[]): ComparedWord[][] {
  const runs: ComparedWord[][] = [[]];
  for (const word of list) {
    if (word.key === GAP) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs;
}

const said = (words: ComparedWord[]): string => words.map(({ text }) => text).join(' ');
const figuresOf = (words: ComparedWord[]): Figure[] =>
  words.flatMap(({ figure }) => (figure ? [figure] : []));

/**
 * Compares the words of an article with the passage of a source: verbatim, trimmed with an omission mark,
 * altered words (listed, as written), another figure, another unit. Punctuation, case, spaces, kinds of quotation marks and the
 * way a figure is written never count. The source may say more before and after. `language` is a BCP 47 tag.
 */
export function compareQuote(
  articleText: string,
  sourceText: string,
  language?: string | null,
): QuoteComparison {
  const whole = claimedText(articleText);
  if (whole !== articleText) {
    // A sentence with quotations in it may stand as a whole in the source.
    const entire = compareText(articleText, articleText, sourceText, language);
    if (entire.result === 'verbatim') return entire;
  }
  return compareText(whole, articleText, sourceText, language);
}

function compareText(
  claimedWords: string,
  articleText: string,
  sourceText: string,
  language: string | null | undefined,
): QuoteComparison {
  const claimed = comparedWords(claimedWords, language).slice(0, MOST_WORDS);
  const given = comparedWords(sourceText, language)
    .filter(({ key }) => key !== GAP)
    .slice(0, MOST_WORDS);
  const runs = runsOf(claimed);
  const words = runs.flat();
  if (words.length === 0 || given.length === 0)
    return { result: 'nothing to compare', changes: [], figures: [] };
  const changes: WordChange[] = [];
  const problems: FigureProblem[] = [];
  let [cost, end] = [0, 0];
  let skipped = false;
  let begun = false;
  for (const run of runs) {
    if (run.length === 0) continue;
    const aligned = alignWords(run, given, sameWord, end);
    if (begun && aligned.start > end) skipped = true;
    // A mark at the outer end is only punctuation where the source has nothing more there.
    begun = true;
    for (const { article, source } of aligned.changes) {
      const [mine, theirs] = [run.slice(...article), given.slice(...source)];
      changes.push({ article: said(mine), source: said(theirs) });
      problems.push(...changedFigures(figuresOf(mine), figuresOf(theirs), figuresOf(given)));
    }
    cost += aligned.cost;
    end = aligned.end;
  }
  const [first, last] = [claimed[0]?.key === GAP, claimed.at(-1)?.key === GAP];
  const bracket = claimed.some(({ key }) => key === GAP) && /\[[^\]]*\p{L}{2}[^\]]*\]/u.test(articleText);
  const trimmed =
    skipped || bracket || (last && end < given.length) || (first && cost === 0 && !isStart(runs, given));
  if (changes.length === 0) return { result: trimmed ? 'trimmed' : 'verbatim', changes, figures: [] };
  const sameSentence = 1 - cost / words.length >= SAME_SENTENCE;
  const figures = sameSentence
    ? problems
    : figureProblems(figuresOf(comparedWords(articleText, language)), figuresOf(given));
  const result =
    (['figure differs', 'unit differs'] as const).find((kind) =>
      figures.some((figure) => figure.kind === kind),
    ) ?? (sameSentence ? 'altered words' : 'other words');
  return { result, changes: sameSentence ? changes : [], figures };
}

/** Whether the first run begins where the source begins. */
function isStart(runs: ComparedWord[][], given: ComparedWord[]): boolean {
  const run = runs.find((list) => list.length > 0) ?? [];
  return alignWords(run, given, sameWord).start === 0;
}

/** Figures within words that differ; one that the source says elsewhere is only moved. */
function changedFigures(mine: Figure[], theirs: Figure[], all: Figure[]): FigureProblem[] {
  return figureProblems(mine, [...theirs, ...(theirs.length === 0 ? all : [])]).map((problem) => {
    // Far from its counterpart a figure of the source is blamed for nothing, unless it is the same number with another unit.
    if (theirs.length > 0 || problem.kind === 'unit differs') return problem;
    const figure = mine.find(({ text }) => text === problem.article);
    const twin = figure && all.find((other) => otherUnit(figure, other));
    return twin
      ? { kind: 'unit differs', article: problem.article, source: twin.text }
      : { kind: 'not in source', article: problem.article, source: '' };
  });
}
