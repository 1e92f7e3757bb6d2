/** Units of text in one window: about three words, so an edit breaks only the windows around it. */
const SIZE = 18;
const HASH_BITS = 24;
const BASE = 0x01000193;

/** Hashes of all stretches of 18 units that begin at a word: to tell whether two texts share passages. */
export class WindowSet {
  private readonly bits: Uint32Array;
  private readonly smallest: number[] = [];

  constructor(codes: Uint16Array) {
    this.bits = new Uint32Array(1 << (HASH_BITS - 5));
    let drop = 1;
    for (let i = 0; i < SIZE; i++) drop = Math.imul(drop, BASE);
    let rolling = 0;
    for (let i = 0; i < codes.length; i++) {
      rolling = (Math.imul(rolling, BASE) + (codes[i] ?? 0)) | 0;
      if (i >= SIZE) rolling = (rolling - Math.imul(drop, codes[i - SIZE] ?? 0)) | 0;
      const start = i - SIZE + 1;
      if (start < 0 || (start > 0 && codes[start - 1] !== 32)) continue;
      const value = finish(rolling);
      this.bits[value >>> 5] = (this.bits[value >>> 5] ?? 0) | (1 << (value & 31));
      this.keepSmallest(value);
    }
  }

  has(value: number): boolean {
    return (((this.bits[value >>> 5] ?? 0) >>> (value & 31)) & 1) === 1;
  }

  /** A fair sample of the text's windows: those with the smallest hashes. */
  sample(count: number): number[] {
    return this.smallest.slice(0, count);
  }

  private keepSmallest(value: number): void {
    const kept = this.smallest;
    if (kept.length === KEPT && value >= (kept[KEPT - 1] ?? 0)) return;
    let at = kept.length;
    while (at > 0 && (kept[at - 1] ?? 0) > value) at--;
    if (kept[at - 1] === value) return;
    kept.splice(at, 0, value);
    if (kept.length > KEPT) kept.pop();
  }
}

const KEPT = 16;

function finish(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) >>> (32 - HASH_BITS);
}
