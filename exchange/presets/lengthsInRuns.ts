import type { HuffmanCode } from './HuffmanCode.ts';

/** How many bits tell how long a run is: of the length before, of a few zeros, of many. */
export const RUN_BITS = Uint8Array.from({ length: 19 }, (_, symbol) => [2, 3, 7][symbol - 16] ?? 0);

/** The lengths of a code's symbols, equal ones as runs: `bits << 5 | symbol` each (RFC 1951, 3.2.7). */
export function lengthsInRuns({ lengths, end }: HuffmanCode): number[] {
  const runs: number[] = [];
  for (let at = 0; at < end; ) {
    const length = lengths[at] as number;
    let count = 1;
    while (at + count < end && lengths[at + count] === length) count++;
    at += count;
    if (length === 0) {
      for (; count > 138; count -= 138) runs.push((127 << 5) | 18);
      if (count > 10) runs.push(((count - 11) << 5) | 18);
      else if (count > 2) runs.push(((count - 3) << 5) | 17);
      if (count > 2) count = 0;
    } else if (count > 3) {
      runs.push(length);
      count--;
      for (; count > 6; count -= 6) runs.push((3 << 5) | 16);
      if (count > 2) {
        runs.push(((count - 3) << 5) | 16);
        count = 0;
      }
    }
    for (; count > 0; count--) runs.push(length);
  }
  return runs;
}
