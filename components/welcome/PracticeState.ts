import type { AnchorState, Color } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import type { WordChange } from '#model/WordChange.ts';
import type { QuickSource } from '../quick/QuickEditor.tsx';

/** A highlight on the welcome page: found like all others, and gone with the page. */
export interface PracticeMark {
  id: string;
  color: Color;
  quote: string;
  note: string;
  /** Null where none was begun. */
  source: QuickSource | null;
  state: AnchorState;
  /** Where it stands in the text now, UTF-16 units; null where it is missing. */
  span: Span | null;
  /** Old to new, word by word; empty while the words are as they were. */
  changes: WordChange[];
}

/** What the reader does at the moment. */
export type PracticeHand =
  | { kind: 'toolbar' }
  | { kind: 'editor'; id: string; focus: 'note' | 'source' }
  | null;

export interface PracticeState {
  text: string;
  isEdited: boolean;
  /** In the order of the text as it was marked. */
  marks: PracticeMark[];
  hand: PracticeHand;
  /** The colour used last. */
  color: Color;
}

export interface PracticeActions {
  /** Words of the story were selected. `story` holds them and nothing else. */
  select: (story: Element, range: Range) => void;
  /** Marks what was selected, and opens the editor where more shall be said. */
  mark: (color: Color, then: 'note' | 'source' | null) => void;
  /** Marks some words for a reader who can’t or won’t select any. */
  markSample: (story: Element) => void;
  recolor: (id: string, color: Color) => void;
  typeNote: (id: string, note: string) => void;
  typeSource: (id: string, source: QuickSource) => void;
  edit: (id: string, focus: 'note' | 'source') => void;
  remove: (id: string) => void;
  close: () => void;
  /** Lets the newsroom edit its story, or take that back. */
  turn: () => void;
  /** Looks for every mark in the story as it stands now. */
  look: (story: Element) => void;
  clear: () => void;
}
