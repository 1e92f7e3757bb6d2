import type { Span } from '#model/Span.ts';
import { isBreakBetween, wordBreaks } from './wordBreaks.ts';

/** Wide, narrow and no-break spaces. Firefox passes over plain ones between two terms, but not over these. */
const LETTER_SPACE = /[^\S \n]/u;

/** Beside these a plain space of a stored text was often another one in the page, as targets even white space out. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const wasPlain = (before: string, after: string): boolean =>
  !WIDE.test(before + after) && before !== '«' && !/[»;:!?%]/u.test(after);

const charBefore = (text: string, at: number): string =>
  [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

/**
 * Whether a character is a combining mark by its combining class (an Arabic tanween, a Thai tone, a loose accent):
 * canonical order puts those, and no others, before a mark of the highest class.
 */
const isCombining = (char: string): boolean => !`\u0345${char}`.normalize('NFD').startsWith('\u0345');

/**
 * Where a term of a text directive can begin or end in a text. The draft asks for word bounds and leaves to the
 * browser what they are. Chromium segments the whole block, with dictionaries for scripts without spaces. Firefox
 * segments only the two characters beside the place, passes over combining marks and then finds none at its end.
 */
export class TermBounds {
  readonly words: Span[] = [];
  /** By place, 1 where a word begins or ends. */
  private readonly breaks: Uint8Array;
  /** Asked of a place again and again: by place, 1 for a bound, 2 for none, 0 for what was not asked yet. */
  private readonly bounds: Uint8Array;

  /** By word, where the next bound after words that have none is. */
  private readonly nextBounds = {
    'sure start': new Map<number, number>(),
    'sure end': new Map<number, number>(),
    'bound start': new Map<number, number>(),
    'bound end': new Map<number, number>(),
  };

  readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.breaks = new Uint8Array(text.length + 1);
    this.bounds = new Uint8Array(text.length + 1);
    wordBreaks(text, (index, end, isWord) => {
      this.breaks[index] = 1;
      if (!isWord) return;
      // The narrow no-break space is a letter to the segmenter, but browsers find no term that begins or ends with it.
      const segment = text.slice(index, end);
      this.words.push({ start: end - segment.trimStart().length, end: index + segment.trimEnd().length });
    });
    this.breaks[text.length] = 1;
  }

  /** Whether a word ends or begins there in the text as a whole; true at its ends. */
  isBreak(at: number): boolean {
    return this.breaks[at] === 1;
  }

  /** Whether all browsers see a word bound there. */
  isBound(at: number): boolean {
    if (!this.bounds[at]) this.bounds[at] = this.looksBound(at) ? 1 : 2;
    return this.bounds[at] === 1;
  }

  private looksBound(at: number): boolean {
    if (!this.isBreak(at)) return false;
    if (isCombining(charBefore(this.text, at))) return false;
    return at === 0 || at === this.text.length || this.isPairBound(at, at);
  }

  /** Whether a word ends between the character before a place and the one at another, of these two alone. */
  protected isPairBound(end: number, start: number): boolean {
    return isBreakBetween(charBefore(this.text, end), charAt(this.text, start));
  }

  /** A bound that no dictionary can move: beside white space or punctuation. */
  isSure(at: number): boolean {
    const beside = charBefore(this.text, at) + this.text.slice(at, at + 1);
    return this.isBound(at) && (/[\s\p{P}]/u.test(beside) || at === 0 || at === this.text.length);
  }

  /** Whether two terms may meet there, a bound or not. Plain spaces between do no harm. */
  isSeam(at: number): boolean {
    let [start, end] = [at, at];
    while (isPlainSpace(this.text[start - 1])) start--;
    while (isPlainSpace(this.text[end])) end++;
    const beside = [charBefore(this.text, start), charAt(this.text, end)] as const;
    const isPlain = start === end || wasPlain(...beside);
    return isPlain && !isCombining(beside[0]) && !LETTER_SPACE.test(beside.join(''));
  }

  /** How many words have this side at or before a place. */
  wordsUpTo(at: number, side: keyof Span): number {
    return countUpTo(this.words, at, side);
  }

  /**
   * The number of the first word from one on, away from the quote, of which this side is a bound; one past all words where
   * there is none. Each word is looked at once, however often this is asked.
   */
  nextBound(kind: 'sure' | 'bound', side: keyof Span, from: number): number {
    const step = side === 'start' ? -1 : 1;
    const next = this.nextBounds[`${kind} ${side}`];
    const isBound = (place: number) => (kind === 'sure' ? this.isSure(place) : this.isBound(place));
    const passed: number[] = [];
    let at = from;
    for (let word = this.words[at]; word; word = this.words[at]) {
      const known = next.get(at);
      if (known === undefined && isBound(word[side])) break;
      passed.push(at);
      at = known ?? at + step;
    }
    for (const one of passed) next.set(one, at);
    return at;
  }

  /** The words that begin within a span, in order. */
  within({ start, end }: Span): Span[] {
    return this.words.slice(
      countUpTo(this.words, start - 1, 'start'),
      countUpTo(this.words, end - 1, 'start'),
    );
  }
}

const isPlainSpace = (char: string | undefined): boolean => char === ' ' || char === '\n';

/** How many of some spans in order have this side at or before a place. */
export function countUpTo(spans: readonly Span[], at: number, side: keyof Span): number {
  let [from, to] = [0, spans.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((spans[middle]?.[side] ?? 0) <= at) from = middle + 1;
    else to = middle;
  }
  return from;
}
