import { diffWords } from 'diff';
import { locale } from './strings.ts';

export interface WordChange {
  kind: 'same' | 'removed' | 'added';
  text: string;
  /** What it touches that bears on meaning: `figure`, `negation`, `name` …; such changes must not be overlooked. */
  touches?: string | undefined;
}

const FIGURE = /\p{N}/u;

/**
 * Word-level difference from the marked wording to the one that stands there now (Myers' algorithm through
 * `diff`), by the word breaks of the language, so that Chinese and Thai are told apart by words too.
 */
export function wordChanges(before: string, after: string, language?: string | null): WordChange[] {
  const intlSegmenter = new Intl.Segmenter(segmenterLocale(language), { granularity: 'word' });
  return diffWords(before, after, { intlSegmenter }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
    touches: (added || removed) && FIGURE.test(value) ? 'figure' : undefined,
  }));
}

/** A page may declare any nonsense as its language; the segmenter throws on it. */
function segmenterLocale(language: string | null | undefined): string {
  if (!language) return locale();
  try {
    return Intl.getCanonicalLocales(language)[0] ?? locale();
  } catch {
    // Not a language tag: the interface language's word breaks are good enough.
    return locale();
  }
}
