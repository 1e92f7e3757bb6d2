/** One field that undo or redo left alone, and why. */
export interface Refusal {
  store: 'articles' | 'annotations' | 'versions';
  id: string;
  field: string;
  /** Somebody changed it afterwards, or the record was purged. */
  reason: 'changed since' | 'gone';
}

/** What undo or redo did. `ok` is false when anything was left alone; `applied` counts changed records. */
export interface UndoResult {
  ok: boolean;
  applied: number;
  refused: Refusal[];
}

export const ACTION_KINDS = [
  'create',
  'edit',
  'remove',
  'restore',
  'import',
  'merge',
  'split',
  'article',
  'sync',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** What an action was about. */
export interface ActionSubject {
  store: 'articles' | 'annotations';
  id: string;
  /** The marked words, clipped, or the article's title; empty where it is gone for good. */
  words: string;
  /** Names of the record's fields that changed. */
  fields: string[];
  /** Records of the store that changed with it, at least. */
  count: number;
  /** Whether there are more than `count`. */
  more: boolean;
}

/** One undoable action of the reader. */
export interface Action {
  id: string;
  kind: ActionKind;
  at: string;
  /** Last time that typing was added to it. */
  updatedAt: string;
  undone: boolean;
  articleIds: string[];
  annotationIds: string[];
}
