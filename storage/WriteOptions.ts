import type { ActionKind } from './Action.ts';

/** How an action is written. */
export interface WriteOptions {
  /** What the action is called in the history. Absent: the program's own doing, which no undo reaches. */
  kind?: ActionKind | undefined;
  /** The id of an action that is written in several batches. */
  actionId?: string | undefined;
  /** "store/id" whose note is being typed. */
  typing?: string | undefined;
  /** Commits without an announcement: nothing that a view shows changed. */
  quiet?: (() => boolean) | undefined;
}
