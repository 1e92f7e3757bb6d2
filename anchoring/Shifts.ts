/** Notes this close to each other mostly moved together. */
const NEIGHBOURHOOD_BITS = 10;

/**
 * How far notes that were found word for word have moved since they were described: where one stands, its neighbours
 * are looked for first. A hint of where to look, never evidence: what is not there word for word is searched.
 */
export class Shifts {
  private readonly byPlace = new Map<number, number>();
  private last = 0;

  /** Remembers that what stood at `from` stands at `to`. */
  remember(from: number, to: number): void {
    this.last = to - from;
    this.byPlace.set(from >> NEIGHBOURHOOD_BITS, this.last);
  }

  /** Where to look for what stood at `from`: there, and by the shifts of its neighbours. */
  guesses(from: number): number[] {
    const guesses = [from];
    const place = from >> NEIGHBOURHOOD_BITS;
    for (const near of [place, place - 1, place + 1]) {
      const shift = this.byPlace.get(near);
      if (shift !== undefined && !guesses.includes(from + shift)) guesses.push(from + shift);
    }
    if (!guesses.includes(from + this.last)) guesses.push(from + this.last);
    return guesses;
  }
}
