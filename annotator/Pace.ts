/** At most two looks a second, however many changes a page makes, ms. */
const BETWEEN_ROUNDS = 500;
/** Changes that come in one go are looked at together, ms. */
const SETTLE = 120;

/**
 * Runs a piece of work some time after it was asked for: soon after the first call, at most twice a second, and
 * never a second round while one is at work. Calls made meanwhile are answered by one round afterwards.
 */
export class Pace {
  readonly #work: () => Promise<void>;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWorking = false;
  #askedAgain = false;
  #last = Number.NEGATIVE_INFINITY;

  /** @param work must not reject: nobody is there to hear it. */
  constructor(work: () => Promise<void>, signal: AbortSignal) {
    this.#work = work;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  ask(): void {
    if (this.#signal.aborted) return;
    if (this.#isWorking) {
      this.#askedAgain = true;
      return;
    }
    const wait = Math.max(SETTLE, this.#last + BETWEEN_ROUNDS - performance.now());
    this.#timer ??= setTimeout(() => void this.#round(), wait);
  }

  async #round(): Promise<void> {
    this.#timer = undefined;
    this.#last = performance.now();
    this.#isWorking = true;
    this.#askedAgain = false;
    try {
      await this.#work();
    } finally {
      this.#isWorking = false;
      if (this.#askedAgain) this.ask();
    }
  }
}
