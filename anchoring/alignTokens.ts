import { alignLong } from './alignLong.ts';
import type { Tokens } from './tokens.ts';
import { MARK } from './tokens.ts';

/** Extra for a matched token whose neighbour is matched too: keeps runs together. */
const ADJACENT = 0.25;

/** How much a matched token says: marks hardly anything, short words little, long words most. */
export function tokenWeight(tokens: Tokens, at: number): number {
  if (tokens.kind[at] === MARK) return 0.1;
  const length = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);
  return length <= 3 ? 0.4 : Math.min(1.6, length / 5);
}

/** More cells than this are not filled: about 2,000 words each, 16 MB and 30 ms. Longer texts are cut first. */
const MOST_CELLS = 4_000_000;

/** Scores of the alignment's dynamic programme, kept between calls because thousands of notes share it. */
let scores = new Float32Array(0);

/**
 * Aligns two token lists in order: for each token of `a` the number of its partner in `b`, or -1.
 * Weighted longest common subsequence that prefers unbroken runs. O(a * b) up to 4 million cells; longer lists are cut
 * at what surely belongs together (`alignLong`) and cost about as much as they are long.
 */
export function alignTokens(a: Tokens, b: Tokens): Int32Array {
  return (a.count + 1) * (b.count + 1) <= MOST_CELLS ? alignAll(a, b) : alignLong(a, b, alignTokens);
}

function alignAll(a: Tokens, b: Tokens): Int32Array {
  const n = a.count;
  const m = b.count;
  const width = m + 1;
  if (scores.length < (n + 1) * width) scores = new Float32Array((n + 1) * width * 2);
  const d = scores;
  d.fill(0, n * width, (n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    const row = i * width;
    const below = row + width;
    const hash = a.hash[i] ?? 0;
    const after = i + 1 < n ? (a.hash[i + 1] ?? 0) : null;
    const weight = tokenWeight(a, i);
    d[row + m] = 0;
    for (let j = m - 1; j >= 0; j--) {
      let best = Math.max(d[below + j] ?? 0, d[row + j + 1] ?? 0);
      if (b.hash[j] === hash) {
        const run = after !== null && j + 1 < m && b.hash[j + 1] === after ? ADJACENT : 0;
        best = Math.max(best, weight + run + (d[below + j + 1] ?? 0));
      }
      d[row + j] = best;
    }
  }
  return trace(a, b, d, width);
}

function trace(a: Tokens, b: Tokens, d: Float32Array, width: number): Int32Array {
  const partner = new Int32Array(a.count).fill(-1);
  let i = 0;
  let j = 0;
  while (i < a.count && j < b.count) {
    const here = d[i * width + j] ?? 0;
    // A cell that equals neither neighbour was reached by a match.
    if (here === (d[(i + 1) * width + j] ?? 0)) i++;
    else if (here === (d[i * width + j + 1] ?? 0)) j++;
    else {
      partner[i] = j;
      i++;
      j++;
    }
  }
  return partner;
}
