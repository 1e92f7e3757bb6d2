/** Longest stretch of work without a pause, ms: the page is drawn, and a press heard, in time. */
const STRETCH = 40;
/** Steps between two looks at the clock. */
const STEPS = 16;

/**
 * Takes a work step by step, with pauses in which the page goes on.
 * @param signal ends it at a pause: rejects with its reason
 */
export async function inSteps<T>(steps: Iterator<void, T>, signal: AbortSignal): Promise<T> {
  let begun = performance.now();
  for (let step = 1; ; step++) {
    const { done, value } = steps.next();
    if (done) return value;
    if (step % STEPS !== 0 || performance.now() - begun < STRETCH) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    begun = performance.now();
  }
}
