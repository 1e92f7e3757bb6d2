/** Takes all steps of a work at once, and gives what it comes to. */
export function allSteps<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
