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
  /** Calls off the round that is due. */
  #callOff: (() => void) | null = null;
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
    if (this.#signal.aborted || this.#callOff) return;
    if (this.#isWorking) {
      this.#askedAgain = true;
      return;
    }
    const wait = Math.max(SETTLE, this.#last + BETWEEN_ROUNDS - performance.now(), this.#allowance.wait);
    this.#callOff = later(wait, () => void this.#round());
  }

  /** The allowance has time again: a round that is due comes as soon as that lets it. */
  hurry(): void {
    if (!this.#callOff) return;
    this.#callOff();
    this.#callOff = null;
    this.ask();
  }

  /** Whether a round is due or at work. */
  get isUnderWay(): boolean {
    return this.#callOff !== null || this.#isWorking;
  }

  async #round(): Promise<void> {
    this.#callOff = null;
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
