/** Most bits of a bucket's number: 131,072 buckets keep chance collisions rare up to some megabytes of text. */
const MAX_BITS = 17;
const MIN_BITS = 12;
/**
 * One gram in four is listed: those whose hash ends in two zero bits. Which ones depends on their letters alone, so
 * the same passage has the same listed grams in every text (S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing", 2003,
 * section 2: hashes that are 0 mod p). A quarter of the table is built in less than half of the time, and a note's
 * eighty listed grams are still more than are looked up.
 */
const SAMPLE_BITS = 2;
const SAMPLE = (1 << SAMPLE_BITS) - 1;
const SLICE = 50_000;
/**
 * Share of the grams for which room is made at first: a text of all different words has a quarter listed, one that
 * repeats itself perhaps all. Arrays of full size would bring on a collection of garbage on pages of megabytes.
 */
const EXPECTED = 0.3;
/** A gram's last unit, counted from its first. */
const LAST = 5;
/** Base of the rolling hash, and what a gram's first unit contributes to it. */
const BASE = 0x9e3779b1 | 0;
const DROP = [1, 2, 3, 4, 5].reduce((power) => Math.imul(power, BASE), 1);

/** Where a fair quarter of all runs of six units stand in a text: a counting-sort table of hashed 6-grams. */
export class GramTable {
  static readonly GRAM = LAST + 1;

  /** `heads[b] .. heads[b + 1]` is the bucket's part of `posts`. */
  readonly heads: Int32Array;
  /** Offsets, ascending inside a bucket. */
  readonly posts: Int32Array;
  /** The bits of a bucket's number. */
  private readonly mask: number;

  private constructor(heads: Int32Array, posts: Int32Array, mask: number) {
    this.heads = heads;
    this.posts = posts;
    this.mask = mask;
  }

  static of(codes: Uint16Array): GramTable {
    const work = GramTable.build(codes);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }

  /** Builds the table in slices of about a millisecond, yielding between them. */
  static *build(codes: Uint16Array): Generator<void, GramTable> {
    const count = Math.max(0, codes.length - LAST);
    const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, 32 - SAMPLE_BITS - Math.clz32(count)));
    const mask = (1 << bits) - 1;
    const heads = new Int32Array(mask + 3);
    const room = Math.min(count, Math.ceil(count * EXPECTED) + SLICE);
    const listed: Listed = { at: new Int32Array(room), bucket: new Int32Array(room), count: 0 };
    let rolling = sumBefore(codes);
    for (let from = 0; from < count; from += SLICE) {
      const to = Math.min(count, from + SLICE);
      if (listed.at.length < listed.count + to - from) widen(listed, 2 * (listed.count + to - from));
      rolling = listGrams(codes, from, to, rolling, mask, listed, heads);
      yield;
    }
    addUp(heads);
    const posts = new Int32Array(listed.count);
    for (let from = 0; from < listed.count; from += SLICE) {
      placeGrams(listed, from, Math.min(listed.count, from + SLICE), heads, posts);
      yield;
    }
    return new GramTable(heads.subarray(0, mask + 2), posts, mask);
  }

  /** Number of the bucket of a gram's hash, -1 if grams with this hash are not listed. */
  bucketOf(hash: number): number {
    return (hash & SAMPLE) === 0 ? (hash >>> SAMPLE_BITS) & this.mask : -1;
  }

  /** How many offsets a bucket holds: an upper bound of how often a gram of it occurs. */
  count(bucket: number): number {
    return (this.heads[bucket + 1] ?? 0) - (this.heads[bucket] ?? 0);
  }

  /** The rarest listed gram of `codes[0, length)`; null if none is listed, as in one of three hundred texts of 25 units. */
  rarestOf(codes: Uint16Array, length = codes.length): Gram | null {
    let rarest: Gram | null = null;
    let rolling = sumBefore(codes);
    for (let at = 0; at + LAST < length; at++) {
      rolling = (Math.imul(rolling, BASE) + (codes[at + LAST] ?? 0)) | 0;
      const bucket = this.bucketOf(finish(rolling));
      rolling = (rolling - Math.imul(DROP, codes[at] ?? 0)) | 0;
      if (bucket < 0) continue;
      const count = this.count(bucket);
      if (rarest === null || count < rarest.count) rarest = { at, bucket, count };
      if (count <= 1) break;
    }
    return rarest;
  }

  /** Offsets of all occurrences of `quote` in `codes`, at most `cap`; null if no gram of it is listed. */
  occurrences(codes: Uint16Array, quote: Uint16Array, cap: number): number[] | null {
    const gram = this.rarestOf(quote);
    if (!gram) return null;
    const found: number[] = [];
    const first = this.heads[gram.bucket] ?? 0;
    for (let p = first; p < first + gram.count && found.length < cap; p++) {
      const start = (this.posts[p] ?? 0) - gram.at;
      if (standsAt(codes, quote, start)) found.push(start);
    }
    return found;
  }
}

/** A listed gram of a text that is looked for. */
interface Gram {
  /** Where it stands in that text. */
  at: number;
  bucket: number;
  /** Offsets in its bucket. */
  count: number;
}

/** The listed grams of a text in reading order: their offsets and their buckets. */
interface Listed {
  at: Int32Array;
  bucket: Int32Array;
  count: number;
}

function widen(listed: Listed, room: number): void {
  for (const key of ['at', 'bucket'] as const) {
    const wider = new Int32Array(room);
    wider.set(listed[key]);
    listed[key] = wider;
  }
}

// The three passes of the counting sort. They stand alone, because engines do not compile loops in generators well.

function listGrams(
  codes: Uint16Array,
  from: number,
  to: number,
  before: number,
  mask: number,
  listed: Listed,
  heads: Int32Array,
): number {
  const { at, bucket } = listed;
  let { count } = listed;
  let rolling = before;
  for (let i = from; i < to; i++) {
    rolling = (Math.imul(rolling, BASE) + (codes[i + LAST] ?? 0)) | 0;
    const hash = finish(rolling);
    if ((hash & SAMPLE) === 0) {
      const b = (hash >>> SAMPLE_BITS) & mask;
      at[count] = i;
      bucket[count] = b;
      count++;
      heads[b + 2] = (heads[b + 2] ?? 0) + 1;
    }
    rolling = (rolling - Math.imul(DROP, codes[i] ?? 0)) | 0;
  }
  listed.count = count;
  return rolling;
}

function addUp(heads: Int32Array): void {
  for (let b = 2; b < heads.length; b++) heads[b] = (heads[b] ?? 0) + (heads[b - 1] ?? 0);
}

function placeGrams(listed: Listed, from: number, to: number, heads: Int32Array, posts: Int32Array): void {
  const { at, bucket } = listed;
  for (let i = from; i < to; i++) {
    const head = (bucket[i] ?? 0) + 1;
    const slot = heads[head] ?? 0;
    posts[slot] = at[i] ?? 0;
    heads[head] = slot + 1;
  }
}

/** Whether `quote` stands at an offset of `codes`. */
export function standsAt(codes: Uint16Array, quote: Uint16Array, start: number): boolean {
  if (start < 0 || start + quote.length > codes.length) return false;
  for (let i = 0; i < quote.length; i++) if (codes[start + i] !== quote[i]) return false;
  return true;
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
  return h >>> (32 - MAX_BITS - SAMPLE_BITS);
}
