import { timeAway } from './yieldToPage.ts';

/** Share of the time that may go into following a page that never rests. */
const SHARE = 0.005;
/** What may be spent at once before that counts, ms. */
const SAVED = 250;
/** However much was spent, the next piece of work waits no longer, ms. */
const LONGEST_WAIT = 60_000;
/** So long after the reader's acting was worth a piece of work it is worth another, ms. */
const BETWEEN_GRANTS = 2_000;

/**
 * How much of the page's time our work may take: a good deal at once, for a page that changes does so in bursts, and
 * less than a hundredth in the long run, for a page that fights must not make us busy.
 */
export class Allowance {
  #left = SAVED;
  #at = performance.now();
  #granted = Number.NEGATIVE_INFINITY;

  /** Time went into work, ms. */
  spend(ms: number): void {
    this.#left = Math.max(this.#now() - ms, -LONGEST_WAIT * SHARE);
  }

  /** Does a piece of work at its own cost; the page's turns in between are not counted. */
  async pay<T>(work: () => Promise<T>): Promise<T> {
    const [since, away] = [performance.now(), timeAway()];
    try {
      return await work();
    } finally {
      this.spend(performance.now() - since - (timeAway() - away));
    }
  }

  /** How long the next piece of work has to wait, ms. */
  get wait(): number {
    return Math.max(0, -this.#now() / SHARE);
  }

  /**
   * The reader acts: what comes of it in the page is worth a piece of work now, whatever was spent. Who scrolls through a
   * page without end would else wait up to a minute for their marks in what was added.
   * @returns whether what waits may come sooner
   */
  grant(): boolean {
    const at = performance.now();
    if (this.#now() >= 0 || at - this.#granted < BETWEEN_GRANTS) return false;
    this.#granted = at;
    this.#left = 0;
    return true;
  }

  #now(): number {
    const at = performance.now();
    this.#left = Math.min(SAVED, this.#left + (at - this.#at) * SHARE);
    this.#at = at;
    return this.#left;
  }
}
