/** One piece of a word-level comparison, old to new. Pieces carry the spaces that belong between them. */
export interface WordChange {
  kind: 'same' | 'removed' | 'added';
  text: string;
  /** What it touches that bears on meaning: `figure`, `negation`, `name` …; such changes must not be overlooked. */
  touches?: string | undefined;
}
