import type { AnchorState } from '#model/records.ts';
import type { WordChange } from '#model/WordChange.ts';

/** Where one annotation stands on the page right now; plain data for the side bar. */
export interface Anchored {
  id: string;
  state: AnchorState;
  /** Offset in the page's text for document order, UTF-16 units; -1 where it is missing. */
  start: number;
  textNow: string | null;
  changes: WordChange[];
  /** The text is there but not rendered (collapsed, behind a paywall). */
  hidden: boolean;
}
