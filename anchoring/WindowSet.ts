/** Units of text in one window: about three words, so an edit breaks only the windows around it. */
const SIZE = 18;
const HASH_BITS = 24;
const BASE = 0x01000193;
/** What the unit that leaves the window had contributed to the rolling hash. */
const DROP = power(BASE, SIZE);
/** Hashes kept for the sample. */
const KEPT = 16;
const SLICE = 50_000;
/** From this unit on scripts write no spaces (the radicals of Han come first): every letter may begin a window. */
const UNSPACED = 0x2e80;

/** A page holds about one window in this many units: they begin at words. */
const UNITS_PER_WINDOW = 5;
/** Windows that are remembered, about: a sample of twelve is found among them unless the page grew twentyfold. */
const REMEMBERED = 250;
const ALL = 1 << HASH_BITS;

/**
 * Hashes of the stretches of 18 units that begin at a word, or anywhere where words are not spaced: to tell whether two texts share passages. Samples are the
 * smallest hashes of a text, so only small ones are remembered; a larger one is looked for in the text itself.
 */
export class WindowSet {
  private readonly hashes = new Set<number>();
  private readonly smallest: number[] = [];
  private largestKept = Number.POSITIVE_INFINITY;

  private readonly codes: Uint16Array;
  /** Hashes below this are remembered. */
  private limit: number;

  private constructor(codes: Uint16Array, limit: number) {
    this.codes = codes;
    this.limit = limit;
  }

  static of(codes: Uint16Array): WindowSet {
    const work = WindowSet.build(codes);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }

  /** Reads the text in slices of about a millisecond, yielding between them. */
  static *build(codes: Uint16Array): Generator<void, WindowSet> {
    const windows = Math.max(1, codes.length / UNITS_PER_WINDOW);
    const set = new WindowSet(codes, Math.min(ALL, Math.ceil((ALL * REMEMBERED) / windows)));
    let rolling = 0;
    for (let from = 0; from < codes.length; from += SLICE) {
      rolling = set.take(from, Math.min(codes.length, from + SLICE), rolling);
      yield;
    }
    return set;
  }

  /** Takes the windows that end at the units `from..to`; gives the rolling hash on. */
  private take(from: number, to: number, before: number): number {
    const found: number[] = [];
    const rolling = readWindows(this.codes, from, to, before, this.limit, found);
    for (const value of found) this.add(value);
    return rolling;
  }

  has(value: number): boolean {
    if (value >= this.limit) {
      this.limit = ALL;
      this.take(0, this.codes.length, 0);
    }
    return this.hashes.has(value);
  }

  /** A fair sample of the text's windows: those with the smallest hashes. */
  sample(count: number): number[] {
    return this.smallest.slice(0, count);
  }

  private add(value: number): void {
    this.hashes.add(value);
    if (value < this.largestKept) this.keep(value);
  }

  private keep(value: number): void {
    const kept = this.smallest;
    let at = kept.length;
    while (at > 0 && (kept[at - 1] ?? 0) > value) at--;
    if (kept[at - 1] === value) return;
    kept.splice(at, 0, value);
    if (kept.length > KEPT) kept.pop();
    if (kept.length === KEPT) this.largestKept = kept[KEPT - 1] ?? 0;
  }
}

/** Pushes the hashes below `limit`. Stands alone, because engines compile such loops better than those in generators. */
function readWindows(
  codes: Uint16Array,
  from: number,
  to: number,
  before: number,
  limit: number,
  found: number[],
): number {
  let rolling = before;
  let i = from;
  // The first windows: nothing leaves yet, and what stands before the text counts as a space.
  for (; i < to && i < SIZE; i++) {
    rolling = (Math.imul(rolling, BASE) + (codes[i] ?? 0)) | 0;
    if (i === SIZE - 1) found.push(finish(rolling));
  }
  for (; i < to; i++) {
    const leaving = codes[i - SIZE] ?? 0;
    rolling = (Math.imul(rolling, BASE) + (codes[i] ?? 0) - Math.imul(DROP, leaving)) | 0;
    if (leaving !== 32 && leaving < UNSPACED) continue;
    const value = finish(rolling);
    if (value < limit) found.push(value);
  }
  return rolling;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) >>> (32 - HASH_BITS);
}
