/** What a view that waits for a long deed may hear of it, and how it ends it between two whole steps. */
export interface LongDeed {
  onProgress?: (done: number, total: number) => void;
  /** Rejects with the signal's reason; what was done by then stays. */
  signal?: AbortSignal;
}
