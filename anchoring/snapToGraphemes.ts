import type { Span } from '#model/Span.ts';

/** Only near such units can an offset fall inside a grapheme: surrogates, marks, joiners, variation selectors. */
const COMPLEX = /\p{M}|\p{Cs}|\p{Emoji_Modifier}|[\u1100-\u11ff\u200d]/u;
const SURROGATE = /[\ud800-\udfff]/;
/** Patterns that know all scripts take long to compile, and most texts need none. */
const SIMPLE = /^[\0-\u02ff]*$/;
/** Units looked at on either side; longer graphemes are flags and families of a dozen units at most. */
const REACH = 32;

/** Moves the ends of a span outwards where they stand inside a grapheme (an emoji, a letter with its marks). */
export function snapToGraphemes(text: string, span: Span): Span {
  return { start: edge(text, span.start, false), end: edge(text, span.end, true) };
}

function edge(text: string, at: number, outwards: boolean): number {
  const around = text.slice(Math.max(0, at - 1), at + 1);
  if (SIMPLE.test(around) || !(COMPLEX.test(around) || SURROGATE.test(around))) return at;
  let from = Math.max(0, at - REACH);
  const low = text.charCodeAt(from);
  if (low >= 0xdc00 && low < 0xe000) from++;
  for (const { index, segment } of graphemes().segment(text.slice(from, at + REACH))) {
    const begin = from + index;
    const end = begin + segment.length;
    if (at > begin && at < end) return outwards ? end : begin;
    if (begin >= at) break;
  }
  return at;
}

let segmenter: Intl.Segmenter | undefined;
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter;
}
