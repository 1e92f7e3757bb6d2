import type { Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import { bitSearch } from './bitSearch.ts';
import { currentReading } from './currentReading.ts';
import type { FoldedText } from './FoldedText.ts';
import { toSpan } from './offsets.ts';
import { seamsOf } from './seamsOf.ts';
import { seedWindows } from './seedWindows.ts';
import { sketchOf } from './sketch.ts';
import { snapToGraphemes } from './snapToGraphemes.ts';
import { plainReading, type TextIndex } from './TextIndex.ts';

/** Units of context kept before and after the quote. */
export const CONTEXT = 64;
/** Quotes shorter than this are counted: longer ones hardly ever occur twice. */
const COUNT_BELOW = 60;
const MAX_COUNT = 200;

/** A selection that holds no text of the page (white space, an image, our own interface). */
export class NothingSelectedError extends Error {
  override readonly name = 'NothingSelectedError';
}

/**
 * Says where a range stands, as plain JSON: the quote, 64 units around it, offsets in the display text and hints.
 * White space at the ends is taken off (also where the range ends at offset 0 of the next block) and ends inside
 * a letter with its marks or an emoji are moved outwards. What is not shown is not quoted, unless all of it is hidden.
 * @throws NothingSelectedError if the range holds nothing but white space or unindexed text.
 */
export function describe(index: TextIndex, range: Range): Target {
  const shown = currentReading(index, range);
  const span = toSpan(shown, range);
  if (span) return describeIn(shown, span);
  // Nothing of it is shown: then all of it is.
  const plain = plainReading(shown);
  const hidden = toSpan(plain, range);
  if (!hidden) throw new NothingSelectedError('The selection holds no text of this page');
  return describeIn(plain, hidden);
}

function describeIn(index: TextIndex, selected: Span): Target {
  const span = snapToGraphemes(index.text, selected);
  const target = describeSpan(index.page, span);
  const seams = seamsOf(index, span, CONTEXT);
  if (seams.length > 0) target.seams = seams;
  return target;
}

/** The same for a stretch of the display text. */
export function describeSpan(page: FoldedText, span: Span): Target {
  const { start, end } = span;
  const { text } = page;
  const target: Target = {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
    sketch: sketchOf(page, span, CONTEXT),
  };
  const repeats =
    end - start < COUNT_BELOW ? page.occurrences(page.codes.subarray(start, end), MAX_COUNT) : [start];
  if (repeats.length > 1) target.occurrence = [repeats.indexOf(start), repeats.length];
  const twin = repeats.length > 1 ? 1 : twinOf(page, span);
  if (twin >= 0.5) target.twin = twin;
  return target;
}

/** Likeness of the most similar other place; quotes of a few units are not worth the search. */
function twinOf(page: FoldedText, { start, end }: Span): number {
  const size = end - start;
  if (size < 12) return 0;
  const quote = page.codes.subarray(start, end);
  const slack = 24 + Math.floor(size * 0.25);
  let twin = 0;
  for (const { at } of seedWindows(page, quote, 0)) {
    const from = Math.max(0, at - slack);
    const to = Math.min(page.length, at + size + slack);
    for (const [a, b] of from < end && to > start
      ? [
          [from, start],
          [end, to],
        ]
      : [[from, to]]) {
      if (a === undefined || b === undefined || b - a < size * 0.5) continue;
      twin = Math.max(twin, 1 - bitSearch(page.codes, a, b, quote).errors / size);
    }
  }
  return Math.round(twin * 100) / 100;
}
