import type { Target } from '#model/records.ts';
import { foldCodes, normaliseText } from './foldText.ts';
import { type Tokens, tokenise } from './tokens.ts';

/** A target made ready for searching: its texts as comparison codes and tokens. */
export interface Pattern {
  target: Target;
  quote: Uint16Array;
  prefix: Uint16Array;
  suffix: Uint16Array;
  /** Prefix, quote and suffix together. */
  wholeCodes: Uint16Array;
  /** Tokens of the whole; `from..to` are the quote's. */
  readonly whole: Tokens;
  readonly from: number;
  readonly to: number;
  /** Whether the quote begins and ends at a word's edge (not inside a word). */
  readonly wholeStart: boolean;
  readonly wholeEnd: boolean;
}

/** Imported targets may carry raw white space and invisible marks: they are normalised like pages are. */
export function patternOf(target: Target): Pattern {
  const exact = normaliseText(target.exact).trim();
  const prefix = normaliseText(target.prefix);
  const suffix = normaliseText(target.suffix);
  const wholeCodes = foldCodes(prefix + exact + suffix);
  const end = prefix.length + exact.length;
  return new LazyPattern(target, wholeCodes, prefix.length, end);
}

/** Tokens are needed only where the text was edited, so they are made on first use. */
class LazyPattern implements Pattern {
  readonly quote: Uint16Array;
  readonly prefix: Uint16Array;
  readonly suffix: Uint16Array;
  private tokens: Tokens | null = null;

  readonly target: Target;
  readonly wholeCodes: Uint16Array;
  private readonly quoteStart: number;
  private readonly quoteEnd: number;

  constructor(target: Target, wholeCodes: Uint16Array, quoteStart: number, quoteEnd: number) {
    this.target = target;
    this.wholeCodes = wholeCodes;
    this.quoteStart = quoteStart;
    this.quoteEnd = quoteEnd;
    this.prefix = wholeCodes.subarray(0, quoteStart);
    this.quote = wholeCodes.subarray(quoteStart, quoteEnd);
    this.suffix = wholeCodes.subarray(quoteEnd);
  }

  get whole(): Tokens {
    this.tokens ??= tokenise(this.wholeCodes, 0, this.wholeCodes.length);
    return this.tokens;
  }

  get from(): number {
    return this.firstTokenFrom(this.quoteStart);
  }

  get to(): number {
    return this.firstTokenFrom(this.quoteEnd);
  }

  get wholeStart(): boolean {
    return !this.inside(this.quoteStart);
  }

  get wholeEnd(): boolean {
    return !this.inside(this.quoteEnd);
  }

  private inside(offset: number): boolean {
    if (offset === 0 || offset === this.wholeCodes.length) return false;
    if (this.wholeCodes[offset] === 32 || this.wholeCodes[offset - 1] === 32) return false;
    const { whole } = this;
    for (let i = 0; i < whole.count; i++) {
      if ((whole.start[i] ?? 0) < offset && offset < (whole.end[i] ?? 0)) return true;
    }
    return false;
  }

  private firstTokenFrom(offset: number): number {
    const { whole } = this;
    let i = 0;
    while (i < whole.count && (whole.start[i] ?? 0) < offset) i++;
    return i;
  }
}
