import { fold, unfoldRanges } from './fold.ts';

/** A stretch of a text, UTF-16 units. */
export type Range = [start: number, end: number];

/** A piece of a text and where in it the words looked for stand. */
export interface Excerpt {
  text: string;
  found: Range[];
}

/** Text shown on each side of a match, UTF-16 units. */
const AROUND = 60;
/** Stretches of one text shown. */
const PIECES = 3;
/** Places of one word looked at in one text. */
const MOST = 200;
const GAP = ' … ';

/** Where folded words stand in a text, in order; words that overlap are one stretch. */
export function rangesOf(text: string, terms: readonly string[]): Range[] {
  return unfoldRanges(text, merged(placesOf(fold(text), terms).flat()));
}

/**
 * The parts of a text around the first place of each of some folded words, every place in them marked.
 * @param around units shown on each side, UTF-16.
 */
export function excerptOf(text: string, terms: readonly string[], around = AROUND): Excerpt {
  const places = placesOf(fold(text), terms);
  const all = unfoldRanges(text, merged(places.flat()));
  const firsts = unfoldRanges(text, merged(places.flatMap(([first]) => (first ? [first] : []))));
  const windows = merged(
    (firsts.length > 0 ? firsts.slice(0, PIECES) : [[0, 0] as Range]).map(([start, end]) => [
      wordBorder(text, Math.max(0, start - around), start),
      wordEnd(text, end, Math.min(text.length, end + around * (firsts.length > 0 ? 1 : 2))),
    ]),
  );
  let shown = windows[0]?.[0] ? GAP.trimStart() : '';
  const found: Range[] = [];
  for (const [number, [from, to]] of windows.entries()) {
    if (number > 0) shown += GAP;
    const shift = shown.length - from;
    for (const [start, end] of all) if (start >= from && end <= to) found.push([start + shift, end + shift]);
    shown += text.slice(from, to).toWellFormed();
  }
  if ((windows.at(-1)?.[1] ?? 0) < text.length) shown += GAP.trimEnd();
  return { text: shown, found };
}

/** Where each word stands in a folded text. */
function placesOf(folded: string, terms: readonly string[]): Range[][] {
  return terms.map((term) => {
    const places: Range[] = [];
    if (term === '') return places;
    for (
      let at = folded.indexOf(term);
      at >= 0 && places.length < MOST;
      at = folded.indexOf(term, at + term.length)
    )
      places.push([at, at + term.length]);
    return places;
  });
}

function merged(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** The first word's start between two offsets, so that an excerpt does not begin within a word. */
function wordBorder(text: string, from: number, to: number): number {
  if (from === 0) return 0;
  const blank = text.slice(from, to).search(/\s/);
  return blank < 0 ? from : from + blank + 1;
}

/** The last word's end between two offsets. */
function wordEnd(text: string, from: number, to: number): number {
  if (to === text.length) return to;
  const blank = /\s\S*$/.exec(text.slice(from, to))?.index;
  return blank === undefined ? to : from + blank;
}
