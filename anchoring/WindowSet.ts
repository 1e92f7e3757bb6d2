/** Units of text in one window: about three words, so an edit breaks only the windows around it. */
const SIZE = 18;
const HASH_BITS = 24;
const BASE = 0x01000193;
/** Windows begin at words, which are at least this far apart on average; sets the size of the table. */
const UNITS_PER_WORD = 4;
/** Hashes kept for the sample. */
const KEPT = 16;
const SLICE = 100_000;

/** Hashes of all stretches of 18 units that begin at a word: to tell whether two texts share passages. */
export class WindowSet {
  /** Open addressing; 0 is an empty slot, so values are stored plus one. */
  private readonly table: Int32Array;
  private filled = 0;
  private readonly smallest: number[] = [];

  private constructor(units: number) {
    const room = Math.max(64, (2 * units) / UNITS_PER_WORD);
    this.table = new Int32Array(1 << (32 - Math.clz32(room)));
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
    const set = new WindowSet(codes.length);
    let drop = 1;
    for (let i = 0; i < SIZE; i++) drop = Math.imul(drop, BASE);
    let rolling = 0;
    for (let from = 0; from < codes.length; from += SLICE) {
      const to = Math.min(codes.length, from + SLICE);
      for (let i = from; i < to; i++) {
        rolling = (Math.imul(rolling, BASE) + (codes[i] ?? 0)) | 0;
        if (i >= SIZE) rolling = (rolling - Math.imul(drop, codes[i - SIZE] ?? 0)) | 0;
        const start = i - SIZE + 1;
        if (start === 0 || (start > 0 && codes[start - 1] === 32)) set.take(finish(rolling));
      }
      yield;
    }
    return set;
  }

  private take(value: number): void {
    this.add(value);
    if (this.smallest.length < KEPT || value < (this.smallest[KEPT - 1] ?? 0)) this.keep(value);
  }

  has(value: number): boolean {
    return this.table[this.slotOf(value)] === value + 1;
  }

  /** A fair sample of the text's windows: those with the smallest hashes. */
  sample(count: number): number[] {
    return this.smallest.slice(0, count);
  }

  private slotOf(value: number): number {
    const mask = this.table.length - 1;
    let slot = Math.imul(value, 0x9e3779b1) >>> 7;
    for (;;) {
      slot &= mask;
      const stored = this.table[slot];
      if (stored === 0 || stored === value + 1) return slot;
      slot++;
    }
  }

  private add(value: number): void {
    const slot = this.slotOf(value);
    if (this.table[slot] !== 0) return;
    // A text of one-letter words would fill the table: what comes then is left out of the comparison.
    if (this.filled * 4 > this.table.length * 3) return;
    this.table[slot] = value + 1;
    this.filled++;
  }

  private keep(value: number): void {
    const kept = this.smallest;
    let at = kept.length;
    while (at > 0 && (kept[at - 1] ?? 0) > value) at--;
    if (kept[at - 1] === value) return;
    kept.splice(at, 0, value);
    if (kept.length > KEPT) kept.pop();
  }
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) >>> (32 - HASH_BITS);
}
