import type { Span } from '#model/Span.ts';
import { decodeAll, encode } from './base64.ts';
import type { FoldedText } from './FoldedText.ts';
import { eachWord } from './tokens.ts';

/**
 * The hint string of a target, base64 without padding, two parts:
 * a sample of the whole page (says whether this is still the same article) and the hashed words on both sides
 * of the context (says whether this is still the same place). Hashes instead of words: a third of the bytes.
 */
const SIDE_WORDS = 10;
const SIDE_CHARS = 2;
/** Two digits of base 64. */
const WORD_BITS = 12;
/** Shorter words are everywhere and say little. */
const MIN_WORD = 4;
/** Units looked through for the words of one side when a target is described. */
const DESCRIBE_REACH = 320;
const NEAR = 128;
/** When anchoring, words may have been pushed further away. */
const ANCHOR_REACH = 700;

/** The sketch of a place: page sample, words before, `.`, words after. */
export function sketchOf(page: FoldedText, span: Span, context: number): string {
  const from = span.start - context;
  const to = span.end + context;
  const before = wordsBefore(page, from).slice(-SIDE_WORDS);
  const after = wordsAfter(page, to).slice(0, SIDE_WORDS);
  const side = (words: number[]) => words.map((word) => encode(word, SIDE_CHARS)).join('');
  return `${page.sample}.${side(before)}.${side(after)}`;
}

/** A sketch ready for comparing. */
export interface Sketch {
  /** Read by `likenessOf` when a page is compared: most notes of a page share it. */
  sample: string;
  before: number[];
  after: number[];
}

/** Reads a sketch; anything malformed reads as "no measures". */
export function readSketch(text: string | undefined): Sketch | null {
  const parts = text?.split('.');
  if (parts?.length !== 3) return null;
  const [sample = '', before = '', after = ''] = parts;
  return { sample, before: decodeAll(before, SIDE_CHARS), after: decodeAll(after, SIDE_CHARS) };
}

/** Shares of the words that stood further out on each side and still stand there; null where none were kept. */
export function sideLikeness(
  page: FoldedText,
  sketch: Sketch | null,
  span: Span,
): [number | null, number | null] {
  if (!sketch) return [null, null];
  return [
    share(page, sketch.before, span.start - ANCHOR_REACH, span.start),
    share(page, sketch.after, span.end, span.end + ANCHOR_REACH),
  ];
}

/** Marks the words met in a stretch: 12 bits number them, and a stamp a call saves clearing. */
const met = new Int32Array(1 << WORD_BITS);
let stamp = 0;

function share(page: FoldedText, words: number[], from: number, to: number): number | null {
  if (words.length < 3) return null;
  stamp++;
  eachTelling(page, from, to, (word) => {
    met[word] = stamp;
  });
  let standing = 0;
  for (const word of words) if (met[word] === stamp) standing++;
  return standing / words.length;
}

// Mostly a third of the reach holds enough; where it is cut at a space, its words are those of the whole.

function wordsBefore(page: FoldedText, to: number): number[] {
  const cut = page.text.indexOf(' ', to - NEAR);
  const near = cut >= 0 && cut < to ? wordsIn(page, cut, to) : [];
  return near.length < SIDE_WORDS ? wordsIn(page, to - DESCRIBE_REACH, to) : near;
}

function wordsAfter(page: FoldedText, from: number): number[] {
  const near = wordsIn(page, from, page.text.lastIndexOf(' ', from + NEAR));
  return near.length < SIDE_WORDS ? wordsIn(page, from, from + DESCRIBE_REACH) : near;
}

/** Hashes of the telling words of a stretch, in order. */
function wordsIn(page: FoldedText, from: number, to: number): number[] {
  const words: number[] = [];
  eachTelling(page, from, to, (word) => words.push(word));
  return words;
}

function eachTelling(page: FoldedText, from: number, to: number, visit: (word: number) => void): void {
  eachWord(page.codes, Math.max(0, from), Math.max(0, Math.min(page.length, to)), (hash, length) => {
    if (length >= MIN_WORD) visit(Math.imul(hash, 0x9e3779b1) >>> (32 - WORD_BITS));
  });
}
