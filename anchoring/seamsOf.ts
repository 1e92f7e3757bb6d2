import type { Span } from '#model/Span.ts';
import { SPACELESS } from '#model/spaceless.ts';
import { firstLetterOf, gluedAt, keptSpaces } from './browserSeams.ts';
import { nodeAt } from './offsets.ts';
import { AFTER_GAP, AFTER_SEAM, FORMULA, MAPPED } from './TextCollector.ts';
import type { TextIndex } from './TextIndex.ts';

/** Of more than twice as many, the first and the last ones are kept: links are made of a quote's ends. */
const MOST_AT_AN_END = 10;
/** A block that ends like this may be followed by another: links take that into account by themselves. */
const SENTENCE_END = /[.!?…؟۔।]["'“”’»)\]]*\s*$/u;
/** Blocks at each end of a span, nodes within it, that are asked for more than their kind. */
const ASKED_BLOCKS = 3;
const ASKED_NODES = 40;

/** Units in which the word beside a seam is looked for. */
const LONGEST_WORD = 48;
/** The word at a place's edge, whatever stands between; not of scripts in which browsers need no word's end. */
const WORD = `[^\\s\\p{P}${SPACELESS}]{1,40}`;
const WORD_BEFORE = new RegExp(`${WORD}\\s*$`, 'u');
const WORD_AFTER = new RegExp(`^\\s*${WORD}`, 'u');

/**
 * Where a browser that looks for words of a span would not read on, from and to in units after the span's start;
 * `reach` units on both sides are looked at, too.
 */
export function seamsOf(index: TextIndex, span: Span, reach: number): [number, number][] {
  const from = Math.max(0, span.start - reach);
  const to = Math.min(index.text.length, span.end + reach);
  const seams = new Map<number, number>();
  let asked = 0;
  for (let at = nodeAt(index, from); (index.nodeStart[at] ?? to) < to; at++) {
    const start = index.nodeStart[at] ?? 0;
    const kind = index.kind[at] ?? 0;
    const next = index.nodeStart[at + 1] ?? index.text.length;
    if (kind & FORMULA) seams.set(start, next);
    else if (isReading(index.nodes[at]))
      seams.set(start, start + index.text.slice(start, next).trimEnd().length);
    else if (kind & (AFTER_GAP | AFTER_SEAM)) put(seams, widened(index, at, asked++ < ASKED_NODES, span));
    if (kind & MAPPED && index.isLaidOut && asked++ < ASKED_NODES)
      for (const [a, b] of keptSpaces(index, at)) put(seams, [a, b]);
  }
  const { blockStart } = index;
  const first = index.page.blockAt(from);
  const last = index.page.blockAt(to - 1);
  for (let at = first; (blockStart[at] ?? to) < to; at++) {
    const start = blockStart[at] ?? 0;
    // Nothing that begins there reaches the span.
    if (start + LONGEST_WORD <= from) continue;
    const isAsked = index.isLaidOut && (at - first < ASKED_BLOCKS || last - at < ASKED_BLOCKS);
    if (isAsked) {
      const letter = firstLetterOf(index, start);
      if (letter > 0)
        put(seams, [start, start + wordWith(index.text.slice(start, start + LONGEST_WORD), letter)]);
    }
    if (!seams.has(start) && !SENTENCE_END.test(index.text.slice(Math.max(0, start - 8), start)))
      put(seams, widened(index, nodeAt(index, start), isAsked, span));
  }
  const all = [...seams]
    .filter(([a, b]) => b > from && b > 0 && a < to)
    .sort(([a], [b]) => a - b)
    .map(([a, b]): [number, number] => [a - span.start, b - span.start]);
  const isLong = all.length > 2 * MOST_AT_AN_END;
  return isLong ? [...all.slice(0, MOST_AT_AN_END), ...all.slice(-MOST_AT_AN_END)] : all;
}

/** Firefox finds no term that begins with how a word is read (ruby). */
const isReading = (node: Text | undefined): boolean => node?.parentElement?.localName === 'rt';

/** How far the word reaches that begins with some letters: browsers find neither them nor the rest of it. */
const wordWith = (text: string, letters: number): number =>
  letters + (WORD_AFTER.exec(text.slice(letters).replace(/^\s.*/su, ''))?.[0].length ?? 0);

const put = (seams: Map<number, number>, seam: [number, number] | undefined): void => {
  if (seam) seams.set(seam[0], Math.max(seam[1], seams.get(seam[0]) ?? 0));
};

/**
 * The seam before a node, with the words beside it where a browser takes them for pieces of longer ones; undefined where
 * it reads on and a span ends or begins just there, so that the rest of the word is its context.
 */
function widened(index: TextIndex, at: number, isAsked: boolean, span: Span): [number, number] | undefined {
  const start = index.nodeStart[at] ?? 0;
  if (!isAsked || !index.isLaidOut) return [start, start];
  const { before, after, inLine } = gluedAt(index, at);
  if (inLine && (start === span.start || start - 1 === span.end)) return undefined;
  const [ahead = ''] = before
    ? (WORD_BEFORE.exec(index.text.slice(Math.max(0, start - LONGEST_WORD), start)) ?? [])
    : [];
  const [behind = ''] = after ? (WORD_AFTER.exec(index.text.slice(start, start + LONGEST_WORD)) ?? []) : [];
  return [start - ahead.length, start + behind.length];
}
