import { GramTable, gramHash } from './GramTable';
import type { PageText } from './PageText';

/** Grams looked up per note; the rarest say most, and more only cost time. */
const MAX_GRAMS = 28;
/** Grams more frequent than this say nothing about where. */
const MAX_COUNT = 128;
/** Stop early once this many places were counted by at least `ENOUGH` grams. */
const MAX_VOTES = 500;
const ENOUGH = 10;
/** Width of a bin of shifts: edits inside the context move words by less than this, mostly. */
const BIN = 48;
const MAX_WINDOWS = 6;

/** A shift of the pattern against the page for which many of its grams fit. */
export interface SeedWindow {
  /** Where the pattern's unit `origin` would stand. */
  at: number;
  weight: number;
}

/**
 * Places where `pattern` may stand: its rarest grams vote for the shift they imply. Best first, at most six.
 */
export function seedWindows(page: PageText, pattern: Uint16Array, origin: number): SeedWindow[] {
  const table = page.grams;
  const grams: { at: number; hash: number; count: number }[] = [];
  for (let at = 0; at + GramTable.GRAM <= pattern.length; at++) {
    const hash = gramHash(pattern, at);
    const count = table.count(hash);
    if (count > 0 && count <= MAX_COUNT) grams.push({ at, hash, count });
  }
  grams.sort((a, b) => a.count - b.count);
  const bins = new Map<number, { weight: number; sum: number }>();
  const taken: number[] = [];
  let votes = 0;
  for (const gram of grams) {
    if (taken.length >= MAX_GRAMS || (votes > MAX_VOTES && taken.length >= ENOUGH)) break;
    if (taken.some((at) => Math.abs(at - gram.at) < 3)) continue;
    taken.push(gram.at);
    votes += gram.count;
    const weight = 1 / Math.sqrt(gram.count);
    const end = table.heads[gram.hash + 1] ?? 0;
    for (let p = table.heads[gram.hash] ?? 0; p < end; p++) {
      const shift = (table.posts[p] ?? 0) - gram.at + origin;
      const key = Math.floor(shift / BIN);
      const bin = bins.get(key);
      if (bin) {
        bin.weight += weight;
        bin.sum += weight * shift;
      } else bins.set(key, { weight, sum: weight * shift });
    }
  }
  const windows: SeedWindow[] = [];
  for (const [key, bin] of bins) {
    // A shift near a bin's edge splits its votes: the better neighbour's count in, a little less.
    const neighbour = Math.max(bins.get(key - 1)?.weight ?? 0, bins.get(key + 1)?.weight ?? 0);
    windows.push({ at: Math.round(bin.sum / bin.weight), weight: bin.weight + 0.999 * neighbour });
  }
  windows.sort((a, b) => b.weight - a.weight);
  return windows.slice(0, MAX_WINDOWS);
}
