import type { Allowance } from './Allowance.ts';
import { later } from './later.ts';

/** At most two looks a second, however many changes a page makes, ms. */
const BETWEEN_ROUNDS = 500;
/** Changes that come in one go are looked at together, ms. */
const SETTLE = 120;

/**
 * Runs a piece of work some time after it was asked for: soon after the first call, at most twice a second, no more
 * than the allowance has time for, and never a second round while one is at work. Calls made meanwhile are answered by
 * one round afterwards.
 */
export class Pace {
  readonly #work: () => Promise<void>;
  readonly #signal: AbortSignal;
  readonly #allowance: Allowance;
  #isDue = false;
  #isWorking = false;
  #askedAgain = false;
  #last = Number.NEGATIVE_INFINITY;

  /** @param work must not reject: nobody is there to hear it. What it spends it takes from the allowance itself. */
  constructor(work: () => Promise<void>, allowance: Allowance, signal: AbortSignal) {
    this.#work = work;
    this.#allowance = allowance;
    this.#signal = signal;
  }

  ask(): void {
    if (this.#signal.aborted || this.#isDue) return;
    if (this.#isWorking) {
      this.#askedAgain = true;
      return;
    }
    const wait = Math.max(SETTLE, this.#last + BETWEEN_ROUNDS - performance.now(), this.#allowance.wait);
    this.#isDue = true;
    later(wait, () => void this.#round());
  }

  /** Whether a round is due or at work. */
  get isUnderWay(): boolean {
    return this.#isDue || this.#isWorking;
  }

  async #round(): Promise<void> {
    this.#isDue = false;
    if (this.#signal.aborted) return;
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
