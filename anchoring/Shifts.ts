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

  /**
   * Where to look for what stood at `from`: there, and by the shifts of its neighbours. Numbered, so that the next is
   * worked out only when the one before was wrong; may repeat itself. Undefined when there are no more.
   */
  guess(from: number, number: number): number | undefined {
    if (number === 0) return from;
    if (number === 4) return from + this.last;
    if (number > 4) return undefined;
    const place = (from >> NEIGHBOURHOOD_BITS) + (NEAR[number] ?? 0);
    return from + (this.byPlace.get(place) ?? this.last);
  }
}

/** The neighbourhoods asked by the numbers 1 to 3. */
const NEAR = [0, 0, -1, 1];
