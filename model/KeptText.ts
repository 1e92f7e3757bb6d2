import type { Fields } from './typedKey.ts';

/** What was typed and not stored, as it is kept against a crash. */
export interface KeptText {
  /** What it is (`typedKey`). */
  key: string;
  /** The fields that differ from what was stored when the typing began. */
  fields: Fields;
  /** Those fields as they were stored then: tells whether somebody else wrote them meanwhile. */
  base: Fields;
  /** Of the record that comes of it: saved again after an unclear failure, it is there once. Empty where none does. */
  id: string;
  /** The view that kept it; absent in texts of versions up to 0.1. */
  by?: string | undefined;
}
