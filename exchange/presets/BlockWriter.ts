import { BitWriter } from './BitWriter.ts';
import {
  DISTANCE_EXTRA,
  distanceCode,
  LENGTH_CODES,
  LENGTH_EXTRA,
  ORDER_OF_LENGTHS,
} from './deflateTables.ts';
import { HuffmanCode } from './HuffmanCode.ts';
import { lengthsInRuns, RUN_BITS } from './lengthsInRuns.ts';

/** Where the length of a match stands beside its distance. */
export const MATCH = 16;
const END = 256;
/** Symbols of both codes: bytes, the end and lengths; distances. */
const SYMBOLS = 286;
const DISTANCES = 30;
const LENGTHS = 19;
/** The longest codes that may be. */
const MOST_BITS = 15;
const MOST_BITS_OF_LENGTHS = 7;

/** One last block of DEFLATE with codes of its own (RFC 1951, 3.2.7). */
export class BlockWriter {
  /** Bytes, and matches above them. */
  readonly #parts: Int32Array;
  #count = 0;
  /** Bits that stand behind codes. */
  #extra = 0;
  readonly #counts = new Uint16Array(SYMBOLS);
  readonly #distanceCounts = new Uint16Array(DISTANCES);
  readonly #lengthCounts = new Uint16Array(LENGTHS);
  readonly #code = new HuffmanCode(SYMBOLS);
  readonly #distances = new HuffmanCode(DISTANCES);
  readonly #lengths = new HuffmanCode(LENGTHS);
  readonly #bits: BitWriter;

  /** @param most bytes that one block holds */
  constructor(most: number) {
    this.#parts = new Int32Array(most);
    this.#bits = new BitWriter(most * 2);
  }

  single(byte: number): void {
    this.#parts[this.#count++] = byte;
    this.#counts[byte] = (this.#counts[byte] as number) + 1;
  }

  match(length: number, distance: number): void {
    this.#parts[this.#count++] = (length << MATCH) | distance;
    const code = (LENGTH_CODES[length] as number) >> 5;
    const far = distanceCode(distance);
    this.#extra += (LENGTH_EXTRA[code] as number) + (DISTANCE_EXTRA[far] as number);
    this.#counts[END + 1 + code] = (this.#counts[END + 1 + code] as number) + 1;
    this.#distanceCounts[far] = (this.#distanceCounts[far] as number) + 1;
  }

  /** The block; undefined where other kinds of blocks, or codes cut short, would be better. What was put is gone then. */
  take(): Uint8Array | undefined {
    this.#counts[END] = 1;
    const isWritten = this.#write();
    this.#count = 0;
    this.#extra = 0;
    this.#counts.fill(0);
    this.#distanceCounts.fill(0);
    return isWritten ? this.#bits.take() : undefined;
  }

  #write(): boolean {
    const [code, distances, lengths, bits] = [this.#code, this.#distances, this.#lengths, this.#bits];
    if (!code.fit(this.#counts, MOST_BITS) || !distances.fit(this.#distanceCounts, MOST_BITS)) return false;
    const runs = [...lengthsInRuns(code), ...lengthsInRuns(distances)];
    this.#lengthCounts.fill(0);
    for (const run of runs) this.#lengthCounts[run & 31] = (this.#lengthCounts[run & 31] as number) + 1;
    if (!lengths.fit(this.#lengthCounts, MOST_BITS_OF_LENGTHS)) return false;
    let told = LENGTHS;
    while (told > 4 && lengths.lengths[ORDER_OF_LENGTHS[told - 1] as number] === 0) told--;
    if (!this.#isWorthIt(told)) return false;
    // The last block; with codes of its own.
    bits.put(1, 1);
    bits.put(2, 2);
    bits.put(code.end - END - 1, 5);
    bits.put(distances.end - 1, 5);
    bits.put(told - 4, 4);
    for (const symbol of ORDER_OF_LENGTHS.slice(0, told)) bits.put(lengths.lengths[symbol] as number, 3);
    for (const run of runs) {
      const symbol = run & 31;
      bits.put(lengths.codes[symbol] as number, lengths.lengths[symbol] as number);
      bits.put(run >> 5, RUN_BITS[symbol] as number);
    }
    this.#writeParts();
    return true;
  }

  /** Whether codes of its own make it shorter than those that everybody knows. */
  #isWorthIt(told: number): boolean {
    const [counts, far] = [this.#counts, this.#distanceCounts];
    let known = 0;
    for (let symbol = 0; symbol < SYMBOLS; symbol++)
      known += (counts[symbol] as number) * (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
    for (const count of far) known += count * 5;
    let own = 14 + 3 * told + this.#code.cost(counts) + this.#distances.cost(far);
    own += this.#lengths.cost(this.#lengthCounts);
    for (let symbol = 16; symbol < LENGTHS; symbol++)
      own += (this.#lengthCounts[symbol] as number) * (RUN_BITS[symbol] as number);
    return own < known;
  }

  #writeParts(): void {
    const [code, distances, bits] = [this.#code, this.#distances, this.#bits];
    for (let at = 0; at < this.#count; at++) {
      const part = this.#parts[at] as number;
      const found = LENGTH_CODES[part >> MATCH] as number;
      const symbol = part < END ? part : END + 1 + (found >> 5);
      bits.put(code.codes[symbol] as number, code.lengths[symbol] as number);
      if (part < END) continue;
      bits.put(found & 31, LENGTH_EXTRA[found >> 5] as number);
      const distance = part & ((1 << MATCH) - 1);
      const far = distanceCode(distance);
      bits.put(distances.codes[far] as number, distances.lengths[far] as number);
      const extra = DISTANCE_EXTRA[far] as number;
      bits.put((distance - 1) & ((1 << extra) - 1), extra);
    }
    bits.put(code.codes[END] as number, code.lengths[END] as number);
  }
}
