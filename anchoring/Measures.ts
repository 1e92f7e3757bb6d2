import type { Method } from './Candidate.ts';

/** What speaks for and against a place; shares 0..1, null where nothing was kept to compare with. */
export interface Measures {
  method: Method;
  /** Share of the quote that stands there. */
  quote: number;
  /** Share of the quote's letters in words that stand there unchanged. */
  words: number;
  /** The longest stretch of such words without anything lost or put in between. */
  stretch: number;
  /** Share of the place that the quote explains. */
  density: number;
  /** Likeness of the text right before and right after. */
  before: number;
  after: number;
  /** Words further out than the context, on each side. */
  sideBefore: number | null;
  sideAfter: number | null;
  /** Passages of the whole page that are still there. */
  page: number | null;
  /** Likeness of the best other place when the target was described. */
  twin: number;
  /** Lead over the best other place now. */
  margin: number;
  /** Places that read exactly like the quote. */
  repeats: number;
  /** Units of the quote. */
  length: number;
}
