import { BlockWriter, MATCH } from './BlockWriter.ts';

/** Records longer than this may take several blocks, or one that is not packed, bytes. */
const LONGEST = 16_000;
/** Hashes of three bytes, two of which overlap by five bits each. */
const HASHES = 1 << 14;
const SHIFT = 5;
/** A match of so many bytes is good enough. */
const NICE = 128;
/** Places that are tried for each match. */
const TRIED = 128;
const LONGEST_MATCH = 258;

/**
 * Packs short texts one after another with one dictionary: the very bytes that fflate's `deflateSync` makes of them at
 * level 6 with `mem: 2`, because files that were written with it must stay as they are. The dictionary is looked through
 * once, and all tables are made once, where fflate makes 200 kB of them at each call. What is rare is left to it.
 */
export class RecordDeflater {
  readonly #begin: number;
  /** The dictionary, and the text behind it. */
  readonly #bytes: Uint8Array;
  /** By hash, the last place of three bytes in the dictionary, and while a text is packed. */
  readonly #known: Uint16Array;
  readonly #last = new Uint16Array(HASHES);
  /** By place, the one before of the same hash. */
  readonly #before: Uint16Array;
  readonly #block = new BlockWriter(LONGEST);

  constructor(dictionary: Uint8Array) {
    this.#begin = dictionary.length;
    this.#bytes = new Uint8Array(dictionary.length + LONGEST);
    this.#bytes.set(dictionary);
    this.#before = new Uint16Array(this.#bytes.length);
    for (let at = 0; at < dictionary.length - 2; at++) this.#enter(at);
    this.#known = this.#last.slice();
  }

  /** Raw DEFLATE of a text; undefined for what fflate has to pack. */
  deflate(text: Uint8Array): Uint8Array | undefined {
    if (text.length < 3 || text.length > LONGEST) return undefined;
    this.#bytes.set(text, this.#begin);
    this.#last.set(this.#known);
    this.#enter(this.#begin - 2);
    this.#enter(this.#begin - 1);
    this.#look(this.#begin + text.length);
    return this.#block.take();
  }

  /** Takes the text apart into matches and single bytes. */
  #look(end: number): void {
    const [bytes, block] = [this.#bytes, this.#block];
    let next = this.#begin;
    for (let at = this.#begin; at < end - 2; at++) {
      const before = this.#enter(at);
      if (at < next) continue;
      const match = this.#longest(at, before, end);
      if (match === 0) block.single(bytes[at] as number);
      else {
        block.match(match >> MATCH, match & ((1 << MATCH) - 1));
        next = at + (match >> MATCH);
      }
    }
    for (let at = Math.max(end - 2, next); at < end; at++) block.single(bytes[at] as number);
  }

  /** Notes the three bytes at a place; gives the place where these, or others of their hash, stood last. */
  #enter(at: number): number {
    const hash = this.#hash(at);
    const before = this.#last[hash] as number;
    this.#before[at] = before;
    this.#last[hash] = at;
    return before;
  }

  #hash(at: number): number {
    const bytes = this.#bytes;
    const [a, b, c] = [bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number];
    return (a ^ (b << SHIFT) ^ (c << (2 * SHIFT))) & (HASHES - 1);
  }

  /**
   * The longest match of what stands at a place with what stands before it: `length << MATCH | distance`, or 0. Of the
   * places of the same hash the nearest are tried; once a match is found the search goes on along the rarest three bytes in it.
   */
  #longest(at: number, last: number, end: number): number {
    const [bytes, before] = [this.#bytes, this.#before];
    const left = end - at;
    if (this.#hash(at) !== this.#hash(last)) return 0;
    const most = Math.min(LONGEST_MATCH, left);
    const enough = Math.min(NICE, left);
    let [place, following] = [at, last];
    let distance = at - last;
    let [length, found] = [2, 0];
    for (let tried = 1; distance <= at && tried < TRIED && place !== following; tried++) {
      const from = at - distance;
      if (bytes[at + length] === bytes[from + length]) {
        let same = 0;
        while (same < most && bytes[at + same] === bytes[from + same]) same++;
        if (same > length) {
          [length, found] = [same, distance];
          if (same >= enough) break;
          let rarest = 0;
          for (let inside = Math.min(distance, same - 2) - 1; inside >= 0; inside--) {
            const gap = from + inside - (before[from + inside] as number);
            // Of equal ones the first.
            if (gap < rarest || gap === 0) continue;
            rarest = gap;
            following = from + inside;
          }
        }
      }
      place = following;
      following = before[place] as number;
      distance += place - following;
    }
    return found === 0 ? 0 : (length << MATCH) | found;
  }
}
