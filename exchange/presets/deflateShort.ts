/*
 * DEFLATE (RFC 1951) of short texts with a dictionary, in one block of fixed codes. fflate, which reads it again, sets up some
 * 170 kB of tables at each call: for records of a kilobyte that took ten times as long as the packing. Here they are made once.
 */

/** Texts up to so many bytes are packed here. */
export const LONGEST_SHORT = 4_096;
/** Length and distance of what is copied, as the format has it. */
const SHORTEST_COPY = 3;
const LONGEST_COPY = 258;
/** Earlier places that are tried for a copy, and a length that is good enough not to try the next byte. */
const TRIES = 48;
const LONG_ENOUGH = 32;
const HASHES = 4_096;
const END_OF_BLOCK = 256;

const reversed = (code: number, bits: number): number => {
  let result = 0;
  for (let at = 0; at < bits; at++) result |= ((code >> at) & 1) << (bits - 1 - at);
  return result;
};

/** The fixed codes of literals and lengths, in the order of their bits in the file. */
const CODES = new Uint16Array(288);
const BITS = new Uint8Array(288);
for (let symbol = 0; symbol < 288; symbol++) {
  const [bits, code] =
    symbol < 144
      ? [8, 0x30 + symbol]
      : symbol < 256
        ? [9, 0x190 + symbol - 144]
        : symbol < 280
          ? [7, symbol - 256]
          : [8, 0xc0 + symbol - 280];
  BITS[symbol] = bits;
  CODES[symbol] = reversed(code, bits);
}

/** For each length or distance its symbol, and for each symbol its least value and how many bits stand behind it. */
function symbolsOf(extraBits: readonly number[], least: number, most: number) {
  const symbols = new Uint8Array(most + 1);
  const bases = new Uint16Array(extraBits.length);
  let value = least;
  for (const [symbol, bits] of extraBits.entries()) {
    bases[symbol] = value;
    for (let step = 0; step < 1 << bits && value <= most; step++) symbols[value++] = symbol;
  }
  return { symbols, bases, extraBits: Uint8Array.from(extraBits) };
}
const fours = Array.from({ length: 24 }, (_, at) => at >> 2);
const lengths = symbolsOf([0, 0, 0, 0, ...fours, 0].slice(0, 29), SHORTEST_COPY, LONGEST_COPY);
// The longest copy has a symbol of its own.
lengths.symbols[LONGEST_COPY] = 28;
lengths.bases[28] = LONGEST_COPY;
const pairs = Array.from({ length: 26 }, (_, at) => at >> 1);

/** Packs texts of at most `LONGEST_SHORT` bytes that are unpacked with the same dictionary. */
export function shortDeflater(dictionary: Uint8Array): (bytes: Uint8Array) => Uint8Array {
  const known = dictionary.length;
  const distances = symbolsOf([0, 0, ...pairs, 13, 13].slice(0, 30), 1, known + LONGEST_SHORT);
  const window = new Uint8Array(known + LONGEST_SHORT);
  window.set(dictionary);
  /** Places by their first three bytes, counted from 1: the last one, and for each the one before it. */
  const last = new Uint16Array(HASHES);
  const before = new Uint16Array(window.length);
  const out = new Uint8Array(Math.ceil((LONGEST_SHORT * 9) / 8) + 8);

  const byteAt = (at: number): number => window[at] as number;
  const note = (at: number): void => {
    const hash = (byteAt(at) ^ (byteAt(at + 1) << 4) ^ (byteAt(at + 2) << 8)) & (HASHES - 1);
    before[at] = last[hash] as number;
    last[hash] = at + 1;
  };
  for (let at = 0; at + 2 < known; at++) note(at);
  const lastOfDictionary = last.slice();

  return (bytes) => {
    window.set(bytes, known);
    last.set(lastOfDictionary);
    const end = known + bytes.length;
    let [held, count, length] = [0, 0, 0];
    const put = (value: number, bits: number): void => {
      held |= value << count;
      count += bits;
      while (count >= 8) {
        out[length++] = held & 255;
        held >>>= 8;
        count -= 8;
      }
    };
    let distance = 0;
    /** The longest copy for a place, with its `distance`; 0 where there is none. */
    const longest = (at: number): number => {
      const most = Math.min(LONGEST_COPY, end - at);
      let best = SHORTEST_COPY - 1;
      if (most <= best) return 0;
      let earlier = last[
        (byteAt(at) ^ (byteAt(at + 1) << 4) ^ (byteAt(at + 2) << 8)) & (HASHES - 1)
      ] as number;
      for (let tries = TRIES; earlier > 0 && tries > 0; tries--) {
        const from = earlier - 1;
        if (window[from + best] === window[at + best]) {
          let same = 0;
          while (same < most && window[from + same] === window[at + same]) same++;
          if (same > best) {
            best = same;
            distance = at - from;
            if (same === most) break;
          }
        }
        earlier = before[from] as number;
      }
      return best < SHORTEST_COPY ? 0 : best;
    };
    // The last block, with fixed codes.
    put(1, 1);
    put(1, 2);
    let at = known;
    let copied = longest(at);
    let copiedFrom = distance;
    while (at < end) {
      if (at + 2 < end) note(at);
      // Where the next byte begins a longer copy, this one is written as it is.
      const next = copied < LONG_ENOUGH ? longest(at + 1) : 0;
      if (copied < SHORTEST_COPY || next > copied) {
        put(CODES[byteAt(at)] as number, BITS[byteAt(at)] as number);
        at++;
        [copied, copiedFrom] = [next, distance];
        continue;
      }
      const size = lengths.symbols[copied] as number;
      put(CODES[257 + size] as number, BITS[257 + size] as number);
      put(copied - (lengths.bases[size] as number), lengths.extraBits[size] as number);
      const far = distances.symbols[copiedFrom] as number;
      put(reversed(far, 5), 5);
      put(copiedFrom - (distances.bases[far] as number), distances.extraBits[far] as number);
      for (const behind = at + copied; ++at < behind; ) if (at + 2 < end) note(at);
      copied = at < end ? longest(at) : 0;
      copiedFrom = distance;
    }
    put(CODES[END_OF_BLOCK] as number, BITS[END_OF_BLOCK] as number);
    // What is left of the last byte.
    if (count > 0) put(0, 8 - count);
    return out.subarray(0, length);
  };
}
