/** Most bits of a gram's bucket: 131,072 buckets keep chance collisions rare up to some megabytes of text. */
const MAX_BITS = 17;
const MIN_BITS = 12;
const SLICE = 50_000;
/** A gram's last unit, counted from its first. */
const LAST = 5;
/** Base of the rolling hash, and what a gram's first unit contributes to it. */
const BASE = 0x9e3779b1 | 0;
const DROP = [1, 2, 3, 4, 5].reduce((power) => Math.imul(power, BASE), 1);

/** Where every run of six units stands in a text: a counting-sort table of hashed 6-grams. */
export class GramTable {
  static readonly GRAM = LAST + 1;

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
    let rolling = sumBefore(codes);
    for (let from = 0; from < count; from += SLICE) {
      rolling = countGrams(codes, from, Math.min(count, from + SLICE), rolling, mask, heads);
      yield;
    }
    for (let h = 2; h < heads.length; h++) heads[h] = (heads[h] ?? 0) + (heads[h - 1] ?? 0);
    const posts = new Int32Array(count);
    rolling = sumBefore(codes);
    for (let from = 0; from < count; from += SLICE) {
      rolling = placeGrams(codes, from, Math.min(count, from + SLICE), rolling, mask, heads, posts);
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

// The two passes of the counting sort. They stand alone, because engines do not compile loops in generators well.

function countGrams(
  codes: Uint16Array,
  from: number,
  to: number,
  before: number,
  mask: number,
  heads: Int32Array,
): number {
  let rolling = before;
  for (let i = from; i < to; i++) {
    rolling = (Math.imul(rolling, BASE) + (codes[i + LAST] ?? 0)) | 0;
    const h = (finish(rolling) & mask) + 2;
    heads[h] = (heads[h] ?? 0) + 1;
    rolling = (rolling - Math.imul(DROP, codes[i] ?? 0)) | 0;
  }
  return rolling;
}

function placeGrams(
  codes: Uint16Array,
  from: number,
  to: number,
  before: number,
  mask: number,
  heads: Int32Array,
  posts: Int32Array,
): number {
  let rolling = before;
  for (let i = from; i < to; i++) {
    rolling = (Math.imul(rolling, BASE) + (codes[i + LAST] ?? 0)) | 0;
    const h = (finish(rolling) & mask) + 1;
    const slot = heads[h] ?? 0;
    posts[slot] = i;
    heads[h] = slot + 1;
    rolling = (rolling - Math.imul(DROP, codes[i] ?? 0)) | 0;
  }
  return rolling;
}

/** Whether `quote` stands at an offset of `codes`. */
export function standsAt(codes: Uint16Array, quote: Uint16Array, start: number): boolean {
  if (start < 0 || start + quote.length > codes.length) return false;
  for (let i = 0; i < quote.length; i++) if (codes[start + i] !== quote[i]) return false;
  return true;
}

/** Hash of the gram that starts at `at`; its low bits number buckets. */
function gramHash(codes: Uint16Array, at: number): number {
  let sum = 0;
  for (let i = at; i <= at + LAST; i++) sum = (Math.imul(sum, BASE) + (codes[i] ?? 0)) | 0;
  return finish(sum);
}

/** Writes the hashes of all grams of `codes` to `hashes`, by the offsets at which they start. */
export function gramHashes(codes: Uint16Array, hashes: Int32Array): void {
  let rolling = sumBefore(codes);
  for (let i = 0; i + LAST < codes.length; i++) {
    rolling = (Math.imul(rolling, BASE) + (codes[i + LAST] ?? 0)) | 0;
    hashes[i] = finish(rolling);
    rolling = (rolling - Math.imul(DROP, codes[i] ?? 0)) | 0;
  }
}

/** The rolling sum of a text's first units, one less than a gram. */
function sumBefore(codes: Uint16Array): number {
  let sum = 0;
  for (let i = 0; i < LAST; i++) sum = (Math.imul(sum, BASE) + (codes[i] ?? 0)) | 0;
  return sum;
}

function finish(sum: number): number {
  const h = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
  return h >>> (32 - MAX_BITS);
}
