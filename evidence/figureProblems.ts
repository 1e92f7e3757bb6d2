import type { Figure } from './readFigures.ts';

/** A figure of the article that the source's passage does not bear out. Texts as written. */
export interface FigureProblem {
  kind: 'figure differs' | 'unit differs' | 'not in source';
  article: string;
  /** The source's nearest figure; '' where it has none left. */
  source: string;
}

const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const meet = (a: number[], b: number[]): boolean => a.some((x) => b.some((y) => close(x, y)));

/** A unit that one side leaves out (“rose from 3 to 4 per cent”) is no difference. A year alone is no date. */
const sameUnit = (a: Figure, b: Figure): boolean =>
  a.unit === b.unit || (a.unit !== 'date' && b.unit !== 'date' && (a.unit === '' || b.unit === ''));

/** A date without its year is the same day. */
const sameDay = (a: Figure, b: Figure): boolean =>
  a.values.some((x) =>
    b.values.some((y) => x === y || (x % 10_000 === y % 10_000 && (x < 10_000 || y < 10_000))),
  );

export const sameFigure = (a: Figure, b: Figure): boolean =>
  a.unit === 'date' && b.unit === 'date' ? sameDay(a, b) : meet(a.values, b.values) && sameUnit(a, b);

/** The same digits with another unit or scale: 3.1 % and 3.1 percentage points, 5 million and 5 billion. */
export const otherUnit = (a: Figure, b: Figure): boolean =>
  a.unit !== 'date' && b.unit !== 'date' && meet(a.digits, b.digits);

/**
 * Figures of the article's words that stand differently, or not at all, in the source's. Order does not matter. Small numbers
 * in words (“two officials”) are compared only with their like, and a figure is blamed on another of its own unit first.
 */
export function figureProblems(article: Figure[], source: Figure[]): FigureProblem[] {
  const left = [...source];
  const take = (test: (figure: Figure) => boolean): Figure | undefined => {
    const index = left.findIndex(test);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  // Equal ones are taken first, so that a spare figure of the source is not blamed for another. One figure of the source may be
  // said twice.
  const unmatched = article.filter(
    (figure) =>
      !take((other) => sameFigure(figure, other)) && !source.some((other) => sameFigure(figure, other)),
  );
  const problems = unmatched.map((figure) => ({ figure, twin: take((other) => otherUnit(figure, other)) }));
  return problems.flatMap(({ figure, twin }): FigureProblem[] => {
    if (twin) return [{ kind: 'unit differs', article: figure.text, source: twin.text }];
    const other =
      take(({ unit, weak }) => unit === figure.unit && weak === figure.weak) ??
      take(({ unit }) => unit === figure.unit) ??
      take(
        ({ unit, weak }) =>
          !weak && unit !== 'date' && figure.unit !== 'date' && (unit === '' || figure.unit === ''),
      );
    if (!other && figure.weak) return [];
    return [
      { kind: other ? 'figure differs' : 'not in source', article: figure.text, source: other?.text ?? '' },
    ];
  });
}
