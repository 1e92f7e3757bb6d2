/** How a place was found, from the surest way to the least sure. */
export type Method = 'context' | 'quote' | 'near' | 'rewritten';

/** A place that may be the target, and what speaks for it (all shares 0..1). */
export interface Candidate {
  start: number;
  end: number;
  method: Method;
  /** Share of the quote that stands there: units for `near`, weighted words for `rewritten`. */
  quote: number;
  /** Share of the quote's letters by edit distance to this very place; 0 where it was found by words. */
  letters: number;
  /** Share of the place that the quote explains; low where much was inserted. */
  density: number;
  /** Likeness of the text right before and right after. */
  before: number;
  after: number;
  /** For ranking among the places of one note. */
  score: number;
}
