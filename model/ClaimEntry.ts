import type { Claim, Source } from './records.ts';

/** A claim anywhere in the library, or a highlight with sources, as other views need to know of it. */
export interface ClaimEntry {
  /** The annotation's. */
  id: string;
  articleId: string;
  /** When the annotation was last changed. */
  updatedAt: string;
  articleTitle: string;
  language: string | null;
  /** The marked words. */
  quote: string;
  /** Absent where sources were attached and nothing is said of the claim. */
  claim?: Claim | undefined;
  sources: Source[];
}

/** What is claimed: the reader's words, or the quote where there are none. */
export const claimedIn = ({ claim, quote }: Pick<ClaimEntry, 'claim' | 'quote'>): string =>
  claim?.statement.trim() || quote;
