import type { AttributionSuggestion } from '#evidence/suggestAttribution.ts';
import type { LinkCandidate } from '#model/LinkCandidate.ts';
import type { Annotation, ArticleMetadata, Detection, HistoryEntry } from '#model/records.ts';
import type { Saving } from '#model/Saving.ts';
import type { WordChange } from '#model/WordChange.ts';
import type { CitedHereEntry } from './CitedHere.tsx';
import type { SeenClaim } from './SeenBefore.tsx';

/** A wording that another device wrote at the same time, and that does not stand. */
export interface Apart {
  entry: HistoryEntry;
  of: 'note' | 'statement' | 'verdict' | 'reason' | 'remark';
  /** Whose remark it is. */
  sourceId?: string;
  /** The words that stand. */
  here: string;
}

/** One annotation as the sidebar shows it. `annotation.anchor` is what the last look at the page said. */
export interface Card {
  annotation: Annotation;
  saving: Saving;
  /** True until the page has been looked at in this visit: the state shown is then that of the last visit. */
  checking?: boolean;
  /** True where its page was never looked at: it came from another program or device. */
  waiting?: boolean;
  /** The comparison of old and new wording, where they differ. */
  changes?: WordChange[];
  /** The words are there but the page hides them (collapsed, "read more"). */
  hidden?: boolean;
  /** The same words stand there, but written another way (a figure, quotation marks): as the page has them. */
  rewritten?: string;
  /** What another window or device wrote at the same time, until the reader decides. */
  apart?: Apart;
  /** Who seems to assert the words, to be accepted. */
  suggested?: AttributionSuggestion | null;
  /** Claims noted elsewhere that resemble this one. */
  seen?: SeenClaim[];
  /** Links in or beside the words, once the reader wants to add a source. */
  links?: LinkCandidate[];
  /** In how many claims a source's address is cited, by the source's id; only where it is more than this one. */
  cited?: Record<string, number>;
  /** What the note said before, newest first, once the reader asked. */
  earlierNotes?: { note: string; at: string }[];
}

/** The article as the sidebar shows it, whether or not something of it is stored yet. */
export interface ArticleFacts {
  metadata: ArticleMetadata;
  detection: Detection | null;
  /** The page's address. */
  url: string;
  /** Addresses it is known under, one for each form; none while nothing of it is stored. */
  addresses: string[];
  /** Every address it was seen at. */
  allAddresses: string[];
  /** Its copy in a web archive. */
  archived?: { url: string; at: string } | undefined;
  /** Other articles in the library that it may be the same as. */
  others: { id: string; title: string }[];
  /** Names of metadata fields the reader edited. */
  edited: string[];
  note: string;
  noteSaving: Saving;
  tags: string[];
  /** What changed since the last visit, as sentences, newest first ("The headline changed since your visit"). */
  changes: string[];
  /** The page has more text than is read. */
  tooLarge?: boolean;
  /** Claims that cite this page as a source. */
  cited?: CitedHereEntry[];
}

/** Why the library can't be used now. `sentence` is for the reader. */
export type LibraryTrouble =
  /** Private windows of a browser that keeps nothing. */
  | { kind: 'not-kept' }
  /** The store could not be opened; retried. `recover`: the files are damaged, and the recovery page may help. */
  | { kind: 'unavailable'; sentence: string; recover?: boolean }
  /** Fewer records than the beacon says. */
  | { kind: 'lost'; lastBackupAt: string | null }
  /** A page's script is left over from before an update. */
  | { kind: 'reload-needed' };

export type SidebarState =
  | { kind: 'loading' }
  /** The browser's own pages, extension stores. */
  | { kind: 'restricted' }
  /** The reader switched Claimlight off for this site. */
  | { kind: 'off'; site: string }
  /** Site access was not granted by the browser. */
  | { kind: 'no-access'; site: string }
  | { kind: 'not-article'; title: string; detection: Detection | null }
  | { kind: 'article'; facts: ArticleFacts; cards: Card[] };
