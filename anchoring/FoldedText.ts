import { codesToText, foldCodes, foldInto } from './foldText.ts';
import { GramTable } from './GramTable.ts';
import { likenessOf, sampleOf } from './pageSample.ts';
import { type Tokens, tokenise } from './tokens.ts';
import { WindowSet } from './WindowSet.ts';

/** Texts shorter than this are searched with `indexOf`; longer ones get a gram table once it pays (see below). */
const TABLE_FROM_LENGTH = 4_000;
/** A table costs about as much as this many `indexOf` runs over the text (measured on 200 KB). */
const TABLE_AFTER_SEARCHES = 8;

/** Units of a passage whose grams are looked at, and the places that are looked through for all of it. */
const HEAD = 96;
const MAX_PLACES = 32;
const head = new Uint16Array(HEAD);

/** The text of a page as strings and numbers, without its DOM: everything that searches works on this. */
export class FoldedText {
  /** Comparison codes, one per unit of `text`. */
  readonly codes: Uint16Array;
  private foldedText: string | null = null;
  private table: GramTable | null = null;
  private windowSet: WindowSet | null = null;
  private sampleText: string | null = null;
  private readonly likenesses = new Map<string, number | null>();
  private searches = 0;

  /**
   * @param text display text
   * @param blockStart offsets at which blocks (paragraphs, items, cells, lines) begin, ascending
   */
  readonly text: string;
  readonly blockStart: Int32Array;

  constructor(text: string, blockStart: Int32Array, codes?: Uint16Array) {
    this.text = text;
    this.blockStart = blockStart;
    this.codes = codes ?? foldCodes(text);
  }

  get length(): number {
    return this.text.length;
  }

  /** Comparison text: same length as `text`. */
  get folded(): string {
    this.foldedText ??= codesToText(this.codes);
    return this.foldedText;
  }

  /** Table of 6-grams, built on first use. */
  get grams(): GramTable {
    this.table ??= GramTable.of(this.codes);
    return this.table;
  }

  /** Passages of the text, hashed; built on first use. */
  get windows(): WindowSet {
    this.windowSet ??= WindowSet.of(this.codes);
    return this.windowSet;
  }

  /** A sample of the passages, for sketches. */
  get sample(): string {
    this.sampleText ??= sampleOf(this.windows);
    return this.sampleText;
  }

  /** Share 0..1 of another page's sample that is in this page; null for an empty one. */
  likeness(sample: string): number | null {
    let known = this.likenesses.get(sample);
    if (known === undefined) {
      known = likenessOf(sample, this.windows);
      this.likenesses.set(sample, known);
    }
    return known;
  }

  /** Builds in slices what a search for many notes needs; yields between them. */
  *prepare(): Generator<void, void> {
    this.table ??= yield* GramTable.build(this.codes);
    this.windowSet ??= yield* WindowSet.build(this.codes);
  }

  /**
   * Offsets at which `passage` (display text) may begin, all that there are among them, found by one gram of its
   * first units; null where no table is kept, no gram is listed or there are too many to look at.
   */
  placesOf(passage: string): number[] | null {
    if (!this.table && !this.isTableWorthIt()) return null;
    const length = Math.min(passage.length, HEAD);
    foldInto(passage.length > HEAD ? passage.slice(0, HEAD) : passage, head, 0);
    const gram = this.grams.rarestOf(head, length);
    if (!gram || gram.count > MAX_PLACES) return null;
    const places: number[] = [];
    const first = this.grams.heads[gram.bucket] ?? 0;
    for (let p = first; p < first + gram.count; p++) places.push((this.grams.posts[p] ?? 0) - gram.at);
    return places;
  }

  private isTableWorthIt(): boolean {
    return this.length >= TABLE_FROM_LENGTH && this.searches > TABLE_AFTER_SEARCHES;
  }

  /** Offsets of all exact occurrences of a quote's comparison codes, overlapping ones included, at most `cap`. */
  occurrences(quote: Uint16Array, cap: number): number[] {
    if (quote.length === 0) return [];
    this.searches++;
    const listed =
      this.table || this.isTableWorthIt() ? this.grams.occurrences(this.codes, quote, cap) : null;
    if (listed) return listed;
    const text = codesToText(quote);
    const found: number[] = [];
    for (let at = this.folded.indexOf(text); at >= 0 && found.length < cap; ) {
      found.push(at);
      at = this.folded.indexOf(text, at + 1);
    }
    return found;
  }

  /** Number of the block that holds an offset. */
  blockAt(offset: number): number {
    let low = 0;
    let high = this.blockStart.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.blockStart[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Words and punctuation marks between two offsets. */
  tokens(from: number, to: number): Tokens {
    const a = Math.max(0, from);
    return tokenise(this.codes, a, Math.max(a, Math.min(this.length, to)));
  }
}
