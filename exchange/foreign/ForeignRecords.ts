import type { ColumnRole } from '#model/ColumnRole.ts';
import type { Annotation, Article, Color } from '#model/records.ts';
import type { ForeignFormat } from './foreignFormats.ts';

/** A line or entry that was not taken, and why; `line` is its line in the file, or its number from 1 where it has none. */
export interface RefusedEntry {
  line: number;
  reason: string;
}

/** A block that was changed by hand in a Markdown file of ours. */
export interface EditedEntry {
  /** Where the block begins, from 1. */
  line: number;
  /** Of the annotation or the article. */
  id: string;
  /** What was changed: the reader's note, which is read, or something else, which is not. */
  what: 'note' | 'other';
  /** In words. */
  reason: string;
}

/** A colour as a file names it, and what was made of it. */
export interface NamedColor {
  /** As it stands in the file: a name, or `#rrggbb`. */
  name: string;
  color: Color;
  /** Of the annotations that have it. */
  ids: string[];
}

/** Columns of a table that nobody knows here, and what is made of them. */
export interface UnknownTable {
  /** Where a program's reader knows the other columns: what these may stand for. */
  roles?: readonly ColumnRole[];
  columns: {
    /** In small letters. */
    name: string;
    role: ColumnRole;
    /** Of the first row that has something in it. */
    sample: string;
    /** What this one may stand for, where that is not what the others may. */
    roles?: readonly ColumnRole[];
  }[];
}

/** What a file of another program holds, as records of ours. */
export interface ForeignRecords {
  /** '' where nobody knows the file. */
  format: ForeignFormat | '';
  articles: Article[];
  annotations: Annotation[];
  refused: RefusedEntry[];
  /** Where the file is Markdown of ours: blocks that were changed by hand. */
  edited?: EditedEntry[];
  /** Colours that the file names. */
  colors?: NamedColor[];
  /** Where the file is a table, or an archive of some: the columns that nobody knows here. */
  table?: UnknownTable;
  /** Ids of records that are our own and only came through the other program. */
  own?: string[];
}
