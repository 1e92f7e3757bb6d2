import type { Quote, Stance } from './records.ts';

/** A page as a source: which of the reader's claims cites it, and with which of its words. */
export interface Citation {
  /** The source's id. */
  id: string;
  annotationId: string;
  articleId: string;
  /** What is claimed: the reader's words, or the marked ones. */
  words: string;
  stance: Stance;
  /** The passage; null where the page as a whole is the source. */
  quote: Quote | null;
}
