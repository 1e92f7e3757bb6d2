import type { Allowance } from './Allowance.ts';
import { later } from './later.ts';

/** Between two looks at what a page may have taken away, ms: twice within the second after which it is to be back. */
const BEAT = 450;
/** What the browser spends on painting anew what was put back, ms: it can't be measured from here. */
const REPAINT = 20;

interface Parts {
  /** Whether anything of ours is in the page now. */
  isNeeded: () => boolean;
  /** Puts back what the page took away, and pays for it. @returns whether it had taken anything. */
  putBack: () => Promise<boolean>;
  allowance: Allowance;
  onFault: (error: unknown) => void;
}

/**
 * Looks after what is ours in the page: the page owns the highlight registry, the document and every element in it, and
 * is told to nobody when it empties one of them. So it is looked at twice a second while there is something of ours
 * and the page is seen. A page that takes away again and again gets its way for longer and longer.
 */
export class Upkeep {
  readonly #parts: Parts;
  readonly #signal: AbortSignal;
  #isDue = false;
  #isAsked = false;

  constructor(parts: Parts, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
  }

  /** There is something to look after, or the page did something. */
  ask(): void {
    this.#isAsked = true;
    this.#arm();
  }

  #arm(): void {
    if (this.#isDue || this.#signal.aborted) return;
    this.#isDue = true;
    later(Math.max(BEAT, this.#parts.allowance.wait), () => {
      this.#beat()
        .catch(this.#parts.onFault)
        .finally(() => {
          this.#isDue = false;
          if (this.#goesOn()) this.#arm();
        });
    });
  }

  /** Unseen, the page may do what it likes: its becoming visible asks again. */
  #goesOn(): boolean {
    return document.visibilityState !== 'hidden' && (this.#isAsked || this.#parts.isNeeded());
  }

  async #beat(): Promise<void> {
    if (this.#signal.aborted || !this.#goesOn()) return;
    this.#isAsked = false;
    if (await this.#parts.putBack()) this.#parts.allowance.spend(REPAINT);
  }
}
