import type { Color } from './records.ts';

/** What is told beside the sentence: the end was reached, what a key did, or that it could do nothing. */
export type SentenceNotice = 'first' | 'last' | 'marked' | 'already' | 'back' | 'failed';

/** What the bar shows and says while an article is read by sentence. */
export interface SentenceState {
  /** Number of the sentence in hand, from 1; 0 where the page has none. */
  at: number;
  count: number;
  text: string;
  /** BCP 47 tag of what the sentence is written in; '' where nobody knows. */
  language: string;
  /** How the sentence is marked; null where it is not. */
  mark: { color: Color; isClaim: boolean; hasNote: boolean } | null;
  notice: SentenceNotice | null;
  /** Whether the sheet of keys is open. */
  showsKeys: boolean;
  /** Rises with everything that is said, so that the same words are said again. */
  turn: number;
}
