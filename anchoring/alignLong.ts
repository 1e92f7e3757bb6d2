import type { Tokens } from './tokens.ts';

/** Tokens in a row that stand once in each text pin them together there. */
const RUN = 3;

/**
 * Aligns lists that are too long to compare each token with each: equal beginnings and ends belong together, and so do
 * runs that stand once in both, as many as follow each other in both (patience diff, Bram Cohen); what lies between is
 * left to `alignBetween`. A stretch without such a run is taken for wholly different.
 */
export function alignLong(
  a: Tokens,
  b: Tokens,
  alignBetween: (a: Tokens, b: Tokens) => Int32Array,
): Int32Array {
  const partner = new Int32Array(a.count).fill(-1);
  const most = Math.min(a.count, b.count);
  let head = 0;
  while (head < most && a.hash[head] === b.hash[head]) head++;
  let tail = 0;
  while (tail < most - head && a.hash[a.count - 1 - tail] === b.hash[b.count - 1 - tail]) tail++;
  const [endA, endB] = [a.count - tail, b.count - tail];
  for (let i = 0; i < head; i++) partner[i] = i;
  for (let i = 0; i < tail; i++) partner[endA + i] = endB + i;

  let [fromA, fromB] = [head, head];
  const pins = risingPins(a, b, head, endA, endB);
  // Without a pin nothing gets shorter: it is all different.
  if (pins.length === 0 && head + tail === 0) return partner;
  for (const [toA, toB] of [...pins, [endA, endB] as const]) {
    const between = alignBetween(part(a, fromA, toA), part(b, fromB, toB));
    for (const [i, j] of between.entries()) if (j >= 0) partner[fromA + i] = fromB + j;
    if (toA < endA) partner[toA] = toB;
    [fromA, fromB] = [toA + 1, toB + 1];
  }
  return partner;
}

/** A part of a list; offsets in the text stay as they are. */
function part({ start, end, hash, kind }: Tokens, from: number, to: number): Tokens {
  const cut = Math.max(from, to);
  return {
    count: cut - from,
    start: start.subarray(from, cut),
    end: end.subarray(from, cut),
    hash: hash.subarray(from, cut),
    kind: kind.subarray(from, cut),
  };
}

/** Places of runs that stand once in both, in the longest order that rises in both. */
function risingPins(a: Tokens, b: Tokens, from: number, endA: number, endB: number): [number, number][] {
  const inB = runsOnce(b, from, endB);
  const pairs = [...runsOnce(a, from, endA)]
    .flatMap(([run, i]): [number, number][] => {
      const j = inB.get(run);
      return j === undefined ? [] : [[i, j]];
    })
    .sort(([x], [y]) => x - y);
  return longestRising(pairs);
}

/** The runs of a stretch that stand in it once, and where. */
function runsOnce({ hash }: Tokens, from: number, to: number): Map<string, number> {
  const once = new Map<string, number>();
  const repeated = new Set<string>();
  for (let i = from; i + RUN <= to; i++) {
    const run = hash.subarray(i, i + RUN).join(' ');
    if (once.delete(run)) repeated.add(run);
    else if (!repeated.has(run)) once.set(run, i);
  }
  return once;
}

/** Longest subsequence of pairs, sorted by their first, whose second rises. O(n log n). */
function longestRising(pairs: [number, number][]): [number, number][] {
  const lasts: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  const second = (at: number | undefined) => pairs[at ?? -1]?.[1] ?? -1;
  for (const [at, [, value]] of pairs.entries()) {
    let [low, high] = [0, lasts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (second(lasts[middle]) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = lasts[low - 1] ?? -1;
    lasts[low] = at;
  }
  const rising: [number, number][] = [];
  for (let at = lasts.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) rising.unshift(pair);
  }
  return rising;
}
