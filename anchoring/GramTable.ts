/** Most bits of a gram's bucket: 131,072 buckets keep chance collisions rare up to some megabytes of text. */
const MAX_BITS = 17;
const MIN_BITS = 12;
const SLICE = 100_000;

/** Where every run of six units stands in a text: a counting-sort table of hashed 6-grams. */
export class GramTable {
  static readonly GRAM = 6;

  private constructor(
    /** `heads[h] .. heads[h + 1]` is the bucket's part of `posts`. */
    readonly heads: Int32Array,
    /** Offsets, ascending inside a bucket. */
    readonly posts: Int32Array,
    /** The bits of a gram's hash that number its bucket. */
    readonly mask: number,
  ) {}

  static of(codes: Uint16Array): GramTable {
    const work = GramTable.build(codes);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }

  /** Builds the table in slices of about a millisecond, yielding between them. */
  static *build(codes: Uint16Array): Generator<void, GramTable> {
    const count = Math.max(0, codes.length - GramTable.GRAM + 1);
    const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, 32 - Math.clz32(count)));
    const mask = (1 << bits) - 1;
    const heads = new Int32Array(mask + 3);
    const hashes = new Int32Array(count);
    for (let from = 0; from < count; from += SLICE) {
      const to = Math.min(count, from + SLICE);
      for (let i = from; i < to; i++) {
        const h = gramHash(codes, i) & mask;
        hashes[i] = h;
        heads[h + 2] = (heads[h + 2] ?? 0) + 1;
      }
      yield;
    }
    for (let h = 2; h < heads.length; h++) heads[h] = (heads[h] ?? 0) + (heads[h - 1] ?? 0);
    const posts = new Int32Array(count);
    for (let from = 0; from < count; from += SLICE) {
      const to = Math.min(count, from + SLICE);
      for (let i = from; i < to; i++) {
        const h = (hashes[i] ?? 0) + 1;
        const slot = heads[h] ?? 0;
        posts[slot] = i;
        heads[h] = slot + 1;
      }
      yield;
    }
    return new GramTable(heads.subarray(0, mask + 2), posts, mask);
  }

  /** How often the gram's bucket is filled: an upper bound of how often the gram occurs. */
  count(hash: number): number {
    return (this.heads[hash + 1] ?? 0) - (this.heads[hash] ?? 0);
  }

  /** Offsets of all occurrences of `quote` (at least one gram long) in `codes`, by its rarest gram. */
  occurrences(codes: Uint16Array, quote: Uint16Array, cap: number): number[] {
    let rarest = 0;
    let rarestHash = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (let at = 0; at + GramTable.GRAM <= quote.length; at++) {
      const hash = gramHash(quote, at) & this.mask;
      const count = this.count(hash);
      if (count === 0) return [];
      if (count >= fewest) continue;
      fewest = count;
      rarest = at;
      rarestHash = hash;
      if (count === 1) break;
    }
    const found: number[] = [];
    const end = this.heads[rarestHash + 1] ?? 0;
    for (let p = this.heads[rarestHash] ?? 0; p < end && found.length < cap; p++) {
      const start = (this.posts[p] ?? 0) - rarest;
      if (standsAt(codes, quote, start)) found.push(start);
    }
    return found;
  }
}

/** Whether `quote` stands at an offset of `codes`. */
export function standsAt(codes: Uint16Array, quote: Uint16Array, start: number): boolean {
  if (start < 0 || start + quote.length > codes.length) return false;
  for (let i = 0; i < quote.length; i++) if (codes[start + i] !== quote[i]) return false;
  return true;
}

/** Multiplicative hash of the gram that starts at `at`; its low bits number buckets. */
export function gramHash(codes: Uint16Array, at: number): number {
  let h = codes[at] ?? 0;
  h = Math.imul(h, 0x9e3779b1) ^ (codes[at + 1] ?? 0);
  h = Math.imul(h, 0x9e3779b1) ^ (codes[at + 2] ?? 0);
  h = Math.imul(h, 0x9e3779b1) ^ (codes[at + 3] ?? 0);
  h = Math.imul(h, 0x9e3779b1) ^ (codes[at + 4] ?? 0);
  h = Math.imul(h, 0x9e3779b1) ^ (codes[at + 5] ?? 0);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return h >>> (32 - MAX_BITS);
}
