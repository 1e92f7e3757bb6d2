/**
 * How far what was typed is written down; `saved` only after the transaction is durable.
 * @typeParam Reason what failed: a sentence for the reader, or a name that the view puts into one.
 */
export type Saving<Reason = string> =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; reason: Reason };
