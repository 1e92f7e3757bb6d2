/** No record is ever written so often: what claims more comes from a file that was made, not kept. */
export const MOST_REVISIONS = 1_000_000_000_000;

/** The revision after a write. It stops where numbers end, so that a record can be changed whatever it claims. */
export const nextRevision = (revision: number): number => Math.min(revision + 1, Number.MAX_SAFE_INTEGER);
