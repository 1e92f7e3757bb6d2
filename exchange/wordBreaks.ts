import type { Span } from '#model/Span.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Tokens and pairs that are remembered; then all are forgotten, and those in use are soon known again. */
const MOST = 20_000;
/** Longer tokens are seldom met again, units. */
const LONGEST = 32;

/**
 * What keeps a text from being taken apart at its spaces: two of them side by side, what would join one (marks, joiners,
 * formats), and scripts that need a dictionary. Else the tokens beside a space know nothing of each other, by Unicode's
 * rules for words.
 */
const TIED = / {2}|[^ -~À-ɏͰ-ҁҊ-ԯא-תء-ي가-힣‘’“”„–—…]/u;

/** Where words begin and end in a token; others are what stands between words. */
type Piece = Span & { isWord: boolean };

const known = new Map<string, Piece[]>();
const pairs = new Map<string, boolean>();

function remember<T>(cache: Map<string, T>, key: string, value: T): T {
  if (cache.size >= MOST) cache.clear();
  cache.set(key, value);
  return value;
}

const segments = (text: string): Piece[] =>
  Array.from(segmenter.segment(text), ({ index, segment, isWordLike = false }) => ({
    start: index,
    end: index + segment.length,
    isWord: isWordLike,
  }));

function tokenPieces(token: string): Piece[] {
  if (token.length > LONGEST) return segments(token);
  return known.get(token) ?? remember(known, token, segments(token));
}

/**
 * The text in pieces as `Intl.Segmenter` sees them. The engine takes long for each call, and most tokens of a language come again
 * and again, so those of a text that can be taken apart at its spaces are asked about once.
 * @param tell is called with each piece, in order
 */
export function wordBreaks(text: string, tell: (start: number, end: number, isWord: boolean) => void): void {
  if (TIED.test(text)) {
    for (const { start, end, isWord } of segments(text)) tell(start, end, isWord);
    return;
  }
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? text.length : space;
    for (const { start, end, isWord } of tokenPieces(text.slice(from, to)))
      tell(from + start, from + end, isWord);
    if (space >= 0) tell(space, space + 1, false);
    from = to + 1;
  }
}

/** Whether a word ends between two characters, of these two alone. */
export function isBreakBetween(before: string, after: string): boolean {
  const pair = before + after;
  return (
    pairs.get(pair) ??
    remember(pairs, pair, segmenter.segment(pair).containing(before.length)?.index === before.length)
  );
}
