import type { Annotation } from '#model/records.ts';

/**
 * Marks that were stored from here and are shown before the library was asked for all: an answer to a question asked
 * earlier lacks them.
 */
export class FreshMarks {
  readonly #asOf = new Map<Annotation, number>();

  /** @param turn the last question asked; its answer may come later and lack these */
  add(stored: readonly Annotation[], turn: number): void {
    for (const one of stored) this.#asOf.set(one, turn);
  }

  /** An answer's list, with what was stored after its question was asked. What came before it is the answer's to tell. */
  joined(answered: Annotation[], turn: number): Annotation[] {
    const known = new Set(answered.map(({ id }) => id));
    for (const [one, asked] of this.#asOf) if (turn > asked || known.has(one.id)) this.#asOf.delete(one);
    return [...answered, ...this.#asOf.keys()];
  }
}
