import type { Annotation, Color, Stance } from '#model/records.ts';

/**
 * Why something was not done: this script was left behind by an update, this window keeps nothing, the disk is full,
 * the library's files are damaged, or the library could not write for another reason.
 */
export type Trouble = 'reload' | 'notKept' | 'full' | 'damaged' | 'failed';

/** What stands in an editor and is not saved, as it is kept against a crash. */
export interface QuickDraft {
  id: string;
  note: string;
  /** The note as last stored. */
  base: string;
  source: QuickSource | null;
  /** The id that the source gets. */
  sourceId: string;
}

/** How far what was typed is written down; the views' `SaveState` understands the same. */
export type QuickSaving =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; reason: Trouble };

export interface QuickSource {
  url: string;
  title: string;
  stance: Stance;
}

/** What the frame in the page shows. */
export type QuickState =
  | { kind: 'toolbar'; color: Color }
  | {
      kind: 'editor';
      annotation: Annotation;
      note: string;
      source: QuickSource | null;
      focus: 'note' | 'source';
      saving: QuickSaving;
    }
  | { kind: 'card'; annotation: Annotation; others: number }
  | { kind: 'notice'; trouble: Trouble }
  | { kind: 'removed'; actionId: string };

/** What the reader can do in the frame. Every call comes from a trusted event in our own document. */
export interface QuickActions {
  mark(color: Color, then: 'note' | 'source' | null): void;
  setColor(color: Color): void;
  typeNote(note: string): void;
  typeSource(source: QuickSource): void;
  edit(focus: 'note' | 'source'): void;
  save(): void;
  remove(): void;
  next(): void;
  undo(actionId: string): void;
  openSidebar(): void;
  close(): void;
}
