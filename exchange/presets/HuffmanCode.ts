/** A code of more symbols than this, or of counts beyond it, is none of DEFLATE's. */
const MOST_SYMBOLS = 288;
/** Above every count, so that a queue that ran out is never the smaller one. */
const ENDLESS = 25_001;
/** A count and its symbol as one number: sorted by count, then by symbol. */
const SHIFT = 9;

const keys = new Int32Array(MOST_SYMBOLS);
const weights = new Int32Array(MOST_SYMBOLS + 1);
const joinedWeights = new Int32Array(MOST_SYMBOLS);
/** Children of a joined node: the number of another joined one, or -1 - the number of a leaf. */
const lefts = new Int32Array(MOST_SYMBOLS);
const rights = new Int32Array(MOST_SYMBOLS);
const depths = new Uint8Array(MOST_SYMBOLS);
const next = new Uint16Array(16);

/** A prefix code, made anew for each record in the same memory. */
export class HuffmanCode {
  /** By symbol, bits; 0 for symbols that do not occur. */
  readonly lengths: Uint8Array;
  /** By symbol, the first bit lowest, as DEFLATE writes it. */
  readonly codes: Uint16Array;
  /** One past the last symbol that occurs. */
  end = 0;

  constructor(symbols: number) {
    this.lengths = new Uint8Array(symbols);
    this.codes = new Uint16Array(symbols);
  }

  /**
   * The shortest code for these counts; of equal ones the very one that fflate makes.
   * @returns false for fewer than two symbols, and where a code would be longer than allowed
   */
  fit(counts: Uint16Array, longest: number): boolean {
    const { lengths } = this;
    let leaves = 0;
    lengths.fill(0);
    for (let symbol = 0; symbol < counts.length; symbol++) {
      const count = counts[symbol] as number;
      if (count === 0) continue;
      keys[leaves++] = (count << SHIFT) | symbol;
      this.end = symbol + 1;
    }
    if (leaves < 2) return false;
    const sorted = keys.subarray(0, leaves).sort();
    for (let leaf = 0; leaf < leaves; leaf++) weights[leaf] = (sorted[leaf] as number) >> SHIFT;
    weights[leaves] = ENDLESS;
    join(leaves);
    const root = leaves - 2;
    depths[root] = 0;
    for (let node = root; node >= 0; node--) {
      const depth = (depths[node] as number) + 1;
      for (let side = 0; side < 2; side++) {
        const child = (side === 0 ? lefts[node] : rights[node]) as number;
        if (child >= 0) depths[child] = depth;
        else if (depth > longest) return false;
        else lengths[(sorted[-1 - child] as number) & ((1 << SHIFT) - 1)] = depth;
      }
    }
    this.#number();
    return true;
  }

  /** Bits that so many symbols take. */
  cost(counts: Uint16Array): number {
    let bits = 0;
    for (let symbol = 0; symbol < this.end; symbol++)
      bits += (counts[symbol] as number) * (this.lengths[symbol] as number);
    return bits;
  }

  /** Gives the codes of each length in the order of their symbols (RFC 1951, 3.2.2). */
  #number(): void {
    const { lengths, codes, end } = this;
    next.fill(0);
    for (let symbol = 0; symbol < end; symbol++) {
      const length = lengths[symbol] as number;
      if (length > 0 && length < 15) next[length + 1] = (next[length + 1] as number) + 1;
    }
    for (let length = 2; length < 16; length++)
      next[length] = ((next[length - 1] as number) + (next[length] as number)) << 1;
    for (let symbol = 0; symbol < end; symbol++) {
      const length = lengths[symbol] as number;
      if (length === 0) continue;
      let code = next[length] as number;
      next[length] = code + 1;
      let turned = 0;
      for (let bit = 0; bit < length; bit++) {
        turned = (turned << 1) | (code & 1);
        code >>= 1;
      }
      codes[symbol] = turned;
    }
  }
}

/** Joins the two lightest again and again: leaves in their order, and joined nodes in theirs. */
function join(leaves: number): void {
  let node = 0;
  let leaf = 0;
  for (let made = 0; made < leaves - 1; made++) {
    let weight = 0;
    for (let side = 0; side < 2; side++) {
      const isJoined = node < made && (joinedWeights[node] as number) < (weights[leaf] as number);
      weight += (isJoined ? joinedWeights[node] : weights[leaf]) as number;
      (side === 0 ? lefts : rights)[made] = isJoined ? node++ : -1 - leaf++;
    }
    joinedWeights[made] = weight;
  }
}
