import type { ForeignFormat } from './foreignFormats.ts';
import type { Gathering } from './Gathering.ts';
import type { OwnColumns, Table } from './Table.ts';

/** A file as the readers look at it: each takes the form it knows. */
export interface ForeignFile {
  /** Only a hint where two formats look alike; what decides is what the file holds. */
  name: string;
  text: string;
  /** Parsed, where the text is JSON. */
  json: unknown;
  /** Where the first line names columns. */
  table: Table;
}

/** One format of another program. */
export interface Reader {
  format: ForeignFormat;
  /** Whether a file is of this format, by what it holds. */
  knows: (file: ForeignFile) => boolean;
  /** Of a table: where things stand in it, so that the reader's own columns can stand for them, too. */
  columns?: OwnColumns;
  /** Between tags in a cell, where it is no comma. */
  tagsBetween?: string;
  /** Never throws on content: what can't be taken is refused with its line. A step for each entry. */
  read: (file: ForeignFile, into: Gathering) => Generator<void, void>;
}

type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** The fields without those of which something was made. */
export const othersOf = (fields: Fields, ...known: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !known.includes(name)));
