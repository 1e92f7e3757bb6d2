import { type Figure, readFigures } from './readFigures.ts';

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

/** A unit that one side leaves out (“rose from 3 to 4 per cent”) is no difference. */
const sameUnit = (a: Figure, b: Figure): boolean => a.unit === b.unit || a.unit === '' || b.unit === '';

const sameFigure = (a: Figure, b: Figure): boolean => meet(a.values, b.values) && sameUnit(a, b);

/** The same digits with another unit or scale: 3.1 % and 3.1 percentage points, 5 million and 5 billion. */
const otherUnit = (a: Figure, b: Figure): boolean => meet(a.digits, b.digits);

/** Figures of the article's words that stand differently, or not at all, in the source's. Order does not matter. */
export function compareFigures(article: string, source: string): FigureProblem[] {
  const left = readFigures(source);
  const take = (test: (figure: Figure) => boolean): Figure | undefined => {
    const index = left.findIndex(test);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  // Equal ones are taken first, so that a spare figure of the source is not blamed for another.
  const unmatched = readFigures(article).filter((figure) => !take((other) => sameFigure(figure, other)));
  const problems = unmatched.map((figure) => {
    const twin = take((other) => otherUnit(figure, other));
    return { figure, twin };
  });
  return problems.map(({ figure, twin }) => {
    if (twin) return { kind: 'unit differs', article: figure.text, source: twin.text };
    const other = take(({ unit }) => unit === figure.unit) ?? take(() => true);
    return {
      kind: other ? 'figure differs' : 'not in source',
      article: figure.text,
      source: other?.text ?? '',
    };
  });
}
