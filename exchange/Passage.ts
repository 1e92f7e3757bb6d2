import type { Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import { SPACELESS } from '#model/spaceless.ts';
import { cutAtSeams } from './cutAtSeams.ts';
import { countUpTo, TermBounds } from './TermBounds.ts';

export type QuoteInText = Pick<Target, 'exact' | 'prefix' | 'suffix' | 'occurrence' | 'seams' | 'twin'>;

const SPACELESS_PAIR = new RegExp(`^[${SPACELESS}]{2}$`, 'u');
/** Quotation marks and brackets in a row: more are no writing, and looking through all takes their number's square. */
const FEW = '{0,8}';
const OPENERS = '"\'“‘«(\\[「『（【《〈';
const CLOSERS = '"\'”’»)\\]」』）】》〉';

/**
 * Where a sentence ends and another follows: maybe another paragraph too, as blocks are joined by one space. Where
 * no space stands between words, any may be that one, or was a wide one in the page.
 */
const SENTENCE_BREAK = new RegExp(
  [
    `(?<=[.!?…؟۔।។။][${CLOSERS}]${FEW})\\s+(?=\\S)`,
    `(?<=[。！？][${CLOSERS}]${FEW})(?![${CLOSERS}])\\s*`,
    `(?<=[${SPACELESS}][${CLOSERS}]${FEW}) (?=\\S)`,
    `(?<=\\S) (?=[${OPENERS}]${FEW}[${SPACELESS}])`,
    '\\n+',
  ].join('|'),
  'gu',
);

/** Evens out white space as browsers do. Firefox finds the wide space and its like only as they are. */
function tidy(text: string): string {
  const whole = text.toWellFormed();
  // Targets of this program are even already.
  if (!UNEVEN.test(whole)) return whole;
  return whole.replace(/\s+/gu, (run) => (run.includes('\n') ? '\n' : run.replace(/[\t\v\f\r ]+/gu, ' ')));
}
const UNEVEN = /[\t-\r]| {2}/u;

/** A quote with its context as one text, because where words end shows only in the whole. */
export class Passage extends TermBounds {
  /** Where the quote stands in it; empty for an empty quote. */
  readonly quote: Span;
  private readonly sentenceBreaks: Span[];
  private readonly knownBreaks: Span[];
  private readonly besideBlocks = new Set<number>();

  constructor(target: QuoteInText) {
    const { exact, prefix, suffix, breaks } = cutAtSeams(target);
    const [lead = ''] = /^\s*/u.exec(exact) ?? [];
    const quote = tidy(exact.trim());
    const before = tidy(prefix + lead);
    super(before + quote + tidy(exact.slice(exact.trimEnd().length) + suffix));
    this.quote = { start: before.length, end: before.length + quote.length };
    // Where white space was evened out, offsets are others; targets of this program have none such.
    const known = quote === exact ? breaks.map((one) => this.withSpaces(one)) : [];
    const ends = [...this.text.matchAll(SENTENCE_BREAK)]
      .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
      .filter(({ start, end }) => start > 0 && end < this.text.length)
      .filter(({ start, end }) => known.every((one) => end < one.start || start > one.end));
    this.knownBreaks = known;
    for (const [start, end] of target.seams ?? [])
      if (start === end && quote === exact && (start === 0 || start === exact.length))
        this.besideBlocks.add(before.length + start);
    this.sentenceBreaks = [...ends, ...known].sort((a, b) => a.start - b.start);
  }

  /** Beside a block's end the space is one of ours, whatever the script. */
  override isSeam(at: number): boolean {
    return this.besideBlocks.has(at) || super.isSeam(at);
  }

  /**
   * Where something was passed over between two letters of scripts without spaces, Firefox reads these two as one text, in
   * which maybe no word ends there. Beside other letters a seam has the whole words in it.
   */
  override isBound(at: number): boolean {
    if (!super.isBound(at)) return false;
    const over = this.knownBreaks.find(({ start, end }) => at === start || at === end);
    if (!over || this.text.slice(over.start, over.end).trim() === '') return true;
    const isSpaceless = SPACELESS_PAIR.test(this.text.charAt(over.start - 1) + this.text.charAt(over.end));
    return !isSpaceless || this.isPairBound(over.start, over.end);
  }

  /** A break in the quote with the spaces on both sides, in the whole text. */
  private withSpaces(one: Span): Span {
    let start = this.quote.start + one.start;
    let end = this.quote.start + one.end;
    while (this.text[start - 1] === ' ') start--;
    while (this.text[end] === ' ') end++;
    return { start, end };
  }

  /** The sentences of a span; the first and the last may be parts of one. */
  sentences({ start, end }: Span): Span[] {
    const inside = this.sentenceBreaks.filter((one) => one.start > start && one.end < end);
    const starts = [start, ...inside.map((one) => one.end)];
    return starts.map((from, i) => ({ start: from, end: inside[i]?.start ?? end }));
  }

  /** Whether browsers surely read another piece of text from there on. */
  isKnownBreak(at: number): boolean {
    return this.knownBreaks.some(({ start, end }) => start <= at && at <= end);
  }

  /** Whether a new sentence begins there, maybe after white space. */
  isSentenceBreak(at: number): boolean {
    return this.breakAt(at) !== undefined;
  }

  /** What of the sentence before a place is known. */
  sentenceBefore(at: number): Span {
    const end = this.breakAt(at)?.start ?? at;
    return { start: this.sentenceBreaks[this.breaksUpTo(end - 1, 'end') - 1]?.end ?? 0, end };
  }

  /** What of the sentence after a place is known. */
  sentenceAfter(at: number): Span {
    const start = this.breakAt(at)?.end ?? at;
    return {
      start,
      end: this.sentenceBreaks[this.breaksUpTo(start, 'start')]?.start ?? this.text.length,
    };
  }

  /** The first break that holds a place, its ends counted in. */
  private breakAt(at: number): Span | undefined {
    const found = this.sentenceBreaks[this.breaksUpTo(at - 1, 'end')];
    return found && found.start <= at ? found : undefined;
  }

  /** How many breaks have this side at or before a place. */
  private breaksUpTo(at: number, side: keyof Span): number {
    return countUpTo(this.sentenceBreaks, at, side);
  }
}
