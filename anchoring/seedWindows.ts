import type { FoldedText } from './FoldedText.ts';
import { GramTable, gramHashes } from './GramTable.ts';

/** Grams looked up per note; the rarest say most, and more only cost time. */
const MAX_GRAMS = 28;
/** Grams more frequent than this say nothing about where. */
const MAX_COUNT = 128;
/** Stop early once this many places were counted by at least `ENOUGH` grams. */
const MAX_VOTES = 500;
const ENOUGH = 10;
/** Grams closer than this share most of their letters and would vote twice. */
const APART = 3;
/** Width of a bin of shifts: edits inside the context move words by less than this, mostly. */
const BIN = 48;
const MAX_WINDOWS = 6;
/** A place that shares less of the pattern's rare grams than this share of the best place's is there by chance. */
const FAINT = 0.15;

/** A shift of the pattern against the page for which many of its grams fit. */
export interface SeedWindow {
  /** Where the pattern's unit `origin` would stand. */
  at: number;
  weight: number;
}

// Kept between calls: a page with a thousand notes asks a thousand times.
let buckets = new Int32Array(1024);
let counts = new Int32Array(1024);
let order = new Int32Array(1024);
const byCount = new Int32Array(MAX_COUNT + 2);

/**
 * Places where `pattern` may stand: its rarest grams vote for the shift they imply. Best first, at most six.
 */
export function seedWindows(page: FoldedText, pattern: Uint16Array, origin: number): SeedWindow[] {
  const table = page.grams;
  const usable = rankGrams(table, pattern);
  votes.clear();
  const taken: number[] = [];
  let cast = 0;
  for (let i = 0; i < usable; i++) {
    if (taken.length >= MAX_GRAMS || (cast > MAX_VOTES && taken.length >= ENOUGH)) break;
    const at = order[i] ?? 0;
    if (isNear(taken, at)) continue;
    taken.push(at);
    const count = counts[at] ?? 0;
    cast += count;
    const weight = 1 / Math.sqrt(count);
    const bucket = buckets[at] ?? 0;
    const end = table.heads[bucket + 1] ?? 0;
    for (let p = table.heads[bucket] ?? 0; p < end; p++)
      votes.add((table.posts[p] ?? 0) - at + origin, weight);
  }
  return votes.best();
}

/** Fills `order` with the offsets of usable grams, rarest first (a counting sort), and returns their number. */
function rankGrams(table: GramTable, pattern: Uint16Array): number {
  const last = pattern.length - GramTable.GRAM;
  if (buckets.length <= last) {
    buckets = new Int32Array(2 * last);
    counts = new Int32Array(2 * last);
    order = new Int32Array(2 * last);
  }
  gramHashes(pattern, buckets);
  byCount.fill(0);
  for (let at = 0; at <= last; at++) {
    const bucket = table.bucketOf(buckets[at] ?? 0);
    const count = bucket < 0 ? 0 : table.count(bucket);
    buckets[at] = bucket;
    counts[at] = count;
    if (count > 0 && count <= MAX_COUNT) byCount[count + 1] = (byCount[count + 1] ?? 0) + 1;
  }
  for (let c = 1; c < byCount.length; c++) byCount[c] = (byCount[c] ?? 0) + (byCount[c - 1] ?? 0);
  const usable = byCount[MAX_COUNT + 1] ?? 0;
  for (let at = 0; at <= last; at++) {
    const count = counts[at] ?? 0;
    if (count === 0 || count > MAX_COUNT) continue;
    const slot = byCount[count] ?? 0;
    order[slot] = at;
    byCount[count] = slot + 1;
  }
  return usable;
}

function isNear(taken: number[], at: number): boolean {
  for (const other of taken) if (Math.abs(other - at) < APART) return true;
  return false;
}

/** Slots for bins of shifts: more than `MAX_VOTES` and one frequent gram can fill, a power of two. */
const SLOTS = 2048;

/**
 * Weights by bin of shift. A hash table in typed arrays, used again for every note: what earlier notes left is told
 * apart by a stamp.
 */
class Votes {
  private readonly keys = new Int32Array(SLOTS);
  private readonly stamps = new Int32Array(SLOTS);
  private readonly weights = new Float64Array(SLOTS);
  /** Weighted sums of the shifts, for their mean. */
  private readonly sums = new Float64Array(SLOTS);
  private readonly used = new Int32Array(SLOTS);
  private count = 0;
  private stamp = 0;

  clear(): void {
    this.count = 0;
    this.stamp++;
  }

  add(shift: number, weight: number): void {
    const slot = this.slotOf(Math.floor(shift / BIN));
    if (slot < 0) return;
    this.weights[slot] = (this.weights[slot] ?? 0) + weight;
    this.sums[slot] = (this.sums[slot] ?? 0) + weight * shift;
  }

  /** The heaviest shifts, each told once: next to a heavier one a bin is the same place again. */
  best(): SeedWindow[] {
    let top = 0;
    for (let i = 0; i < this.count; i++) top = Math.max(top, this.weights[this.used[i] ?? 0] ?? 0);
    const windows: SeedWindow[] = [];
    for (let i = 0; i < this.count; i++) {
      const slot = this.used[i] ?? 0;
      const own = this.weights[slot] ?? 0;
      // With a neighbour that weighs no more it comes to less than twice its own weight.
      if (2 * own < FAINT * top) continue;
      const beside = this.heaviestBeside(this.keys[slot] ?? 0);
      if (beside > own) continue;
      // A shift near a bin's edge splits its votes: the better neighbour's count in, a little less.
      windows.push({ at: Math.round((this.sums[slot] ?? 0) / own), weight: own + 0.999 * beside });
    }
    windows.sort((x, y) => y.weight - x.weight);
    const faint = FAINT * (windows[0]?.weight ?? 0);
    return windows.slice(0, MAX_WINDOWS).filter(({ weight }) => weight >= faint);
  }

  private heaviestBeside(key: number): number {
    return Math.max(this.weightOf(key - 1), this.weightOf(key + 1));
  }

  private weightOf(key: number): number {
    let slot = hashOf(key);
    while (this.stamps[slot] === this.stamp) {
      if (this.keys[slot] === key) return this.weights[slot] ?? 0;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return 0;
  }

  /** Slot of a bin, opened if need be; -1 if the table is full. */
  private slotOf(key: number): number {
    let slot = hashOf(key);
    while (this.stamps[slot] === this.stamp) {
      if (this.keys[slot] === key) return slot;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.count >= SLOTS / 2) return -1;
    this.stamps[slot] = this.stamp;
    this.keys[slot] = key;
    this.weights[slot] = 0;
    this.sums[slot] = 0;
    this.used[this.count++] = slot;
    return slot;
  }
}

const hashOf = (key: number): number => (Math.imul(key, 0x9e3779b1) >>> 21) & (SLOTS - 1);

const votes = new Votes();
