import type { Span } from '#model/Span.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

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
  private readonly breaks = new Set<number>();
  /** Asked of a place again and again, and each answer costs a call of the segmenter. */
  private readonly bounds = new Map<number, boolean>();

  readonly text: string;

  constructor(text: string) {
    this.text = text;
    for (const { index, segment, isWordLike } of segmenter.segment(text)) {
      this.breaks.add(index);
      if (!isWordLike) continue;
      // The narrow no-break space is a letter to the segmenter, but browsers find no term that begins or ends with it.
      const start = index + segment.length - segment.trimStart().length;
      this.words.push({ start, end: index + segment.trimEnd().length });
    }
    this.breaks.add(text.length);
  }

  /** Whether a word ends or begins there in the text as a whole; true at its ends. */
  isBreak(at: number): boolean {
    return this.breaks.has(at);
  }

  /** Whether all browsers see a word bound there. */
  isBound(at: number): boolean {
    let known = this.bounds.get(at);
    if (known === undefined) {
      known = this.looksBound(at);
      this.bounds.set(at, known);
    }
    return known;
  }

  private looksBound(at: number): boolean {
    if (!this.isBreak(at)) return false;
    const before = charBefore(this.text, at);
    if (isCombining(before)) return false;
    if (at === 0 || at === this.text.length) return true;
    const pair = segmenter.segment(before + charAt(this.text, at));
    return pair.containing(before.length)?.index === before.length;
  }

  /** A bound that no dictionary can move: beside white space or punctuation. */
  isSure(at: number): boolean {
    const beside = charBefore(this.text, at) + this.text.slice(at, at + 1);
    return this.isBound(at) && (/[\s\p{P}]/u.test(beside) || at === 0 || at === this.text.length);
  }

  /** Whether two terms may meet there, a bound or not. Plain spaces between do no harm. */
  isSeam(at: number): boolean {
    const before = this.text.slice(0, at).replace(/[ \n]+$/u, '');
    const after = this.text.slice(at).replace(/^[ \n]+/u, '');
    const beside = [charBefore(before, before.length), charAt(after, 0)] as const;
    const isPlain = before.length + after.length === this.text.length || wasPlain(...beside);
    return isPlain && !isCombining(beside[0]) && !LETTER_SPACE.test(beside.join(''));
  }

  /** The words that begin within a span, in order. */
  within({ start, end }: Span): Span[] {
    return this.words.filter((word) => word.start >= start && word.start < end);
  }
}
