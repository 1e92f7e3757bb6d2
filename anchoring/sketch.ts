import type { Span } from './offsets';
import type { PageText } from './PageText';
import { MARK, type Tokens } from './tokens';

/**
 * The hint string of a target, base64 without padding, two parts:
 * a sample of the whole page (says whether this is still the same article) and the hashed words on both sides
 * of the context (says whether this is still the same place). Hashes instead of words: a third of the bytes.
 */
const PAGE_SAMPLES = 12;
const PAGE_CHARS = 4;
const SIDE_WORDS = 10;
const SIDE_CHARS = 2;
/** Shorter words are everywhere and say little. */
const MIN_WORD = 4;
/** Units looked through for the words of one side when a target is described. */
const DESCRIBE_REACH = 320;
/** When anchoring, words may have been pushed further away. */
const ANCHOR_REACH = 700;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Map([...DIGITS].map((c, i) => [c, i]));

function encode(value: number, chars: number): string {
  let text = '';
  for (let i = chars - 1; i >= 0; i--) text += DIGITS.charAt((value >>> (6 * i)) & 63);
  return text;
}

function decodeAll(text: string, chars: number): number[] {
  const values: number[] = [];
  for (let i = 0; i + chars <= text.length; i += chars) {
    let value = 0;
    for (let k = 0; k < chars; k++) value = (value << 6) | (VALUE.get(text.charAt(i + k)) ?? 0);
    values.push(value);
  }
  return values;
}

/** The sketch of a place: page sample, words before, `.`, words after. */
export function sketchOf(page: PageText, span: Span, context: number): string {
  const sample = page.windows.sample(PAGE_SAMPLES).map((value) => encode(value, PAGE_CHARS));
  const from = span.start - context;
  const to = span.end + context;
  const before = wordsOf(page.tokens(from - DESCRIBE_REACH, from)).slice(-SIDE_WORDS);
  const after = wordsOf(page.tokens(to, to + DESCRIBE_REACH)).slice(0, SIDE_WORDS);
  const side = (words: number[]) => words.map((word) => encode(word, SIDE_CHARS)).join('');
  return `${sample.join('')}.${side(before)}.${side(after)}`;
}

/** A sketch ready for comparing. */
export interface Sketch {
  page: number[];
  before: number[];
  after: number[];
}

/** Reads a sketch; anything malformed reads as "no evidence". */
export function readSketch(text: string | undefined): Sketch | null {
  const parts = text?.split('.');
  if (parts?.length !== 3) return null;
  const [page = '', before = '', after = ''] = parts;
  return {
    page: decodeAll(page, PAGE_CHARS),
    before: decodeAll(before, SIDE_CHARS),
    after: decodeAll(after, SIDE_CHARS),
  };
}

/** Share 0..1 of the old page's sample that is in this page; null if the sketch has none. */
export function pageLikeness(page: PageText, sketch: Sketch | null): number | null {
  if (!sketch || sketch.page.length === 0) return null;
  return sketch.page.filter((value) => page.windows.has(value)).length / sketch.page.length;
}

/** Shares of the words that stood further out on each side and still stand there; null where none were kept. */
export function sideLikeness(
  page: PageText,
  sketch: Sketch | null,
  span: Span,
): [number | null, number | null] {
  if (!sketch) return [null, null];
  return [
    share(sketch.before, () => page.tokens(span.start - ANCHOR_REACH, span.start)),
    share(sketch.after, () => page.tokens(span.end, span.end + ANCHOR_REACH)),
  ];
}

function share(words: number[], tokens: () => Tokens): number | null {
  if (words.length < 3) return null;
  const here = new Set(wordsOf(tokens()));
  return words.filter((word) => here.has(word)).length / words.length;
}

/** 12-bit hashes of the telling words, in order. */
function wordsOf(tokens: Tokens): number[] {
  const words: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const length = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
    if (tokens.kind[i] === MARK || length < MIN_WORD) continue;
    const hash = Math.imul(tokens.hash[i] ?? 0, 0x9e3779b1);
    words.push(hash >>> 20);
  }
  return words;
}
