import { GramTable, gramHash } from './GramTable';
import type { PageText } from './PageText';

/** Grams looked up per note; the rarest say most, and more only cost time. */
const MAX_GRAMS = 28;
/** Grams more frequent than this say nothing about where. */
const MAX_COUNT = 128;
/** Stop early once this many places were counted by at least `ENOUGH` grams. */
const MAX_VOTES = 500;
const ENOUGH = 10;
/** Grams closer than this share most of their letters and would vote twice. */
const APART = 3;
/** From this length on every second gram is looked up: neighbours say the same. */
const LONG_PATTERN = 200;
/** Width of a bin of shifts: edits inside the context move words by less than this, mostly. */
const BIN = 48;
const MAX_WINDOWS = 6;

/** A shift of the pattern against the page for which many of its grams fit. */
export interface SeedWindow {
  /** Where the pattern's unit `origin` would stand. */
  at: number;
  weight: number;
}

// Kept between calls: a page with a thousand notes asks a thousand times.
let hashes = new Int32Array(1024);
let counts = new Int32Array(1024);
let order = new Int32Array(1024);
const byCount = new Int32Array(MAX_COUNT + 2);

/**
 * Places where `pattern` may stand: its rarest grams vote for the shift they imply. Best first, at most six.
 */
export function seedWindows(page: PageText, pattern: Uint16Array, origin: number): SeedWindow[] {
  const table = page.grams;
  const usable = rankGrams(table, pattern);
  const votes = new Votes();
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
    const hash = hashes[at] ?? 0;
    const end = table.heads[hash + 1] ?? 0;
    for (let p = table.heads[hash] ?? 0; p < end; p++) votes.add((table.posts[p] ?? 0) - at + origin, weight);
  }
  return votes.best();
}

/** Fills `order` with the offsets of usable grams, rarest first (a counting sort), and returns their number. */
function rankGrams(table: GramTable, pattern: Uint16Array): number {
  const last = pattern.length - GramTable.GRAM;
  if (hashes.length <= last) {
    hashes = new Int32Array(2 * last);
    counts = new Int32Array(2 * last);
    order = new Int32Array(2 * last);
  }
  byCount.fill(0);
  const step = last > LONG_PATTERN ? 2 : 1;
  for (let at = 0; at <= last; at += step) {
    const hash = gramHash(pattern, at) & table.mask;
    const count = table.count(hash);
    hashes[at] = hash;
    counts[at] = count;
    if (count > 0 && count <= MAX_COUNT) byCount[count + 1] = (byCount[count + 1] ?? 0) + 1;
  }
  for (let c = 1; c < byCount.length; c++) byCount[c] = (byCount[c] ?? 0) + (byCount[c - 1] ?? 0);
  const usable = byCount[MAX_COUNT + 1] ?? 0;
  for (let at = 0; at <= last; at += step) {
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

interface Bin {
  weight: number;
  /** Weighted sum of the shifts, for their mean. */
  sum: number;
}

class Votes {
  private readonly bins = new Map<number, Bin>();

  add(shift: number, weight: number): void {
    const key = Math.floor(shift / BIN);
    const bin = this.bins.get(key);
    if (bin) {
      bin.weight += weight;
      bin.sum += weight * shift;
    } else this.bins.set(key, { weight, sum: weight * shift });
  }

  best(): SeedWindow[] {
    const windows: SeedWindow[] = [];
    let least = 0;
    for (const [key, { weight, sum }] of this.bins) {
      // A shift near a bin's edge splits its votes: the better neighbour's count in, a little less.
      const neighbour = Math.max(this.bins.get(key - 1)?.weight ?? 0, this.bins.get(key + 1)?.weight ?? 0);
      const total = weight + 0.999 * neighbour;
      if (windows.length === MAX_WINDOWS && total <= least) continue;
      windows.push({ at: Math.round(sum / weight), weight: total });
      windows.sort((a, b) => b.weight - a.weight);
      if (windows.length > MAX_WINDOWS) windows.pop();
      least = windows.at(-1)?.weight ?? 0;
    }
    return windows;
  }
}
