import type { Span } from '#model/Span.ts';
import { webAddress } from '#model/webAddress.ts';
import { withoutDirective } from '#model/withoutDirective.ts';
import { isRepeated } from './cutAtSeams.ts';
import { Passage, type QuoteInText } from './Passage.ts';

/** Quotes longer than this are named by their first and last words; the same bound as in Chromium's own links. */
const LONGEST_WHOLE = 300;
/** Words that name the start and the end of a long quote; more where they stand in the quote twice. */
const EDGE_WORDS = 5;
/** Words of context on each side. */
const CONTEXT_WORDS = 4;

/** Marks that belong to a quote, with a narrow space between. A plain space would be one between words. */
const MARKS_BEFORE = /\p{P}+[^\S \n]*$/u;
const MARKS_AFTER = /^[^\S \n]*\p{P}+/u;

/** An end of the quote's terms, and where the context beside it ends; no context where that is undefined. */
interface Edge {
  at: number;
  context?: number | undefined;
}

/** Percent-encodes all but letters, digits, `_`, `.` and `~`: the grammar forbids bare `-`, `,` and `&`, Markdown `(`. */
function encodeTerm(text: string): string {
  // A narrow space at an end is part of the word, for browsers.
  return encodeURIComponent(text.replace(/^[ \n]+|[ \n]+$/gu, '')).replace(
    /[-!'()*]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Of words away from the quote, the side of one where the context ends: the nearest with enough words, else the farthest,
 * sure bounds first. undefined where there is no bound.
 * @param side of a word that lies away from the quote
 * @param first the word nearest to the quote, by its number
 * @param last the farthest one
 */
function pickContext(passage: Passage, side: keyof Span, first: number, last: number): number | undefined {
  const step = side === 'start' ? -1 : 1;
  if ((last - first) * step < 0) return undefined;
  const enough = first + step * (CONTEXT_WORDS - 1);
  for (const kind of ['sure', 'bound'] as const) {
    const far = passage.nextBound(kind, side, enough);
    if ((last - far) * step >= 0) return passage.words[far]?.[side];
    // Nearer than wanted: of these few the farthest.
    for (let at = enough - step; (at - first) * step >= 0; at -= step) {
      const place = passage.words[at]?.[side];
      const isThere = (last - at) * step >= 0 && place !== undefined;
      if (isThere && (kind === 'sure' ? passage.isSure(place) : passage.isBound(place))) return place;
    }
  }
  return undefined;
}

/** Where the context before a place begins. Context is clipped by length: its very first word may be half a word. */
function contextBefore(passage: Passage, at: number): number | undefined {
  const { start, end } = passage.sentenceBefore(at);
  const last = passage.wordsUpTo(Math.max(start - 1, 0), 'start');
  return pickContext(passage, 'start', passage.wordsUpTo(end - 1, 'start') - 1, last);
}

/** Where the context after a place ends. A word that runs on from the quote counts, the very last one does not. */
function contextAfter(passage: Passage, at: number): number | undefined {
  const { start, end } = passage.sentenceAfter(at);
  const last = passage.wordsUpTo(Math.min(end, passage.text.length - 1), 'end') - 1;
  return pickContext(passage, 'end', passage.wordsUpTo(start, 'end'), last);
}

/**
 * The first of some places where the quote's terms can end: at a word bound, or within a word where context leads
 * to a bound. undefined if there is none.
 */
function edgeAmong(
  passage: Passage,
  places: number[],
  contextOf: (passage: Passage, at: number) => number | undefined,
  unique: boolean,
): Edge | undefined {
  const isInside = (at: number) => at > passage.quote.start && at < passage.quote.end;
  for (const at of places) {
    const bound = passage.isBound(at);
    const optional = unique && passage.isSentenceBreak(at);
    const context = optional || !passage.isSeam(at) ? undefined : contextOf(passage, at);
    // A piece of the quote names it only together with the rest.
    if (context === undefined ? bound && !isInside(at) : !(isInside(at) && isInside(context)))
      return { at, context };
  }
  // Firefox finds nothing there, others do.
  const at = places.find((place) => passage.isBreak(place));
  return at === undefined ? undefined : { at };
}

/** Where the terms begin: with the quote or the marks before it, else at a word in it, else at the word before it. */
function firstEdge(passage: Passage, unique: boolean): Edge | undefined {
  const { start, end } = passage.quote;
  const starts = (span: Span) => passage.within(span).map((word) => word.start);
  const [marks = ''] = MARKS_BEFORE.exec(passage.text.slice(0, start)) ?? [];
  const outside = starts(passage.sentenceBefore(start)).filter((at) => at > 0);
  const places = [start, start - marks.length, ...starts({ start: start + 1, end }), ...outside.reverse()];
  return edgeAmong(passage, places, contextBefore, unique);
}

/** Where the terms end, which is after `first`: as `firstEdge`, the other way round. */
function lastEdge(passage: Passage, unique: boolean, first: number): Edge | undefined {
  const { end } = passage.quote;
  const ends = passage.words.map((word) => word.end).filter((at) => at < passage.text.length);
  const [marks = ''] = MARKS_AFTER.exec(passage.text.slice(end)) ?? [];
  const inside = ends.filter((at) => at > first && at < end).reverse();
  const outside = ends.filter((at) => at > end && at <= passage.sentenceAfter(end).end);
  return edgeAmong(passage, [end, end + marks.length, ...inside, ...outside], contextAfter, unique);
}

/** Of the places where a short term can end, the first that all browsers can find; `whole` names it in any case. */
function pickTerm(passage: Passage, places: number[], whole: number, isWholeShort: boolean): number {
  const sure = places.find((at) => passage.isSure(at));
  if (sure !== undefined || isWholeShort) return sure ?? whole;
  return places.find((at) => passage.isBound(at)) ?? whole;
}

/** `[text]` or `[textStart, textEnd]`. A single term must not cross a block, so a pair is used in doubt. */
function quoteTerms(passage: Passage, span: Span): string[] {
  const slice = (start: number, end: number) => passage.text.slice(start, end);
  const isShort = ({ start, end }: Span) => end - start <= LONGEST_WHOLE;
  const quote = slice(span.start, span.end);
  const parts = passage.sentences(span);
  if (parts.length < 2 && isShort(span)) return [quote];
  const first = parts[0] ?? span;
  const last = parts.at(-1) ?? span;
  // A browser takes the first match: the first words must not come again, nor the last words before.
  const ends = passage
    .within(first)
    .slice(EDGE_WORDS - 1)
    .map(({ end }) => end)
    .filter((end) => isShort({ start: first.start, end }) && !quote.includes(slice(first.start, end), 1));
  const starts = passage
    .within(last)
    .slice(0, 1 - EDGE_WORDS)
    .map(({ start }) => start)
    .filter((start) => isShort({ start, end: last.end }))
    .filter((start) => quote.indexOf(slice(start, last.end)) === start - span.start);
  const isBound = (at: number) => passage.isBound(at);
  const wholeFirst = [
    first.end,
    ...passage
      .within(first)
      .map((word) => word.end)
      .reverse(),
  ].find(isBound);
  const wholeLast = [last.start, ...passage.within(last).map((word) => word.start)].find(isBound);
  const end = pickTerm(passage, ends, wholeFirst ?? first.end, isShort(first));
  const start = pickTerm(passage, starts.reverse(), wholeLast ?? last.start, isShort(last));
  const isDivided = end < start || (end === start && passage.isKnownBreak(end));
  return isDivided ? [slice(first.start, end), slice(start, last.end)] : [quote];
}

/**
 * The directive that makes a browser scroll to a quote, without `#:~:`: `text=prefix-,text,-suffix` or
 * `text=prefix-,textStart,textEnd,-suffix`, by the WICG draft "URL Fragment Text Directives". '' for an empty
 * quote, and where it begins or ends within a word whose other half is not known. Where the quote stands once in
 * the article (targets count only repeated ones), context from a neighbouring sentence is left out: it may be
 * another paragraph, and an advertisement between the two would make the directive fail.
 */
export function textFragment(target: QuoteInText): string {
  const passage = new Passage(target);
  const { quote } = passage;
  if (quote.start === quote.end) return '';
  // Nothing leads to a later one of some equal passages but its context.
  if (
    (target.occurrence?.[0] ?? 0) > 0 &&
    target.seams &&
    passage.text.trim().length === quote.end - quote.start
  )
    return '';
  const [sentence = quote] = passage.sentences(quote);
  const unique = !isRepeated(target) && passage.within(sentence).length >= EDGE_WORDS - 1;
  const first = firstEdge(passage, unique);
  const last = first && lastEdge(passage, unique, first.at);
  if (!last) return '';
  const all = quoteTerms(passage, { start: first.at, end: last.at }).map(encodeTerm);
  const context = (from: number, to: number) => encodeTerm(passage.text.slice(from, to));
  if (first.context !== undefined) all.unshift(`${context(first.context, first.at)}-`);
  if (last.context !== undefined) all.push(`-${context(last.at, last.context)}`);
  return `text=${all.join(',')}`;
}

/** Pages that are remembered: marks of one page, and of the sources that several cite, follow one another. */
const MOST_PAGES = 200;
const pages = new Map<string, [page: string, own: string] | undefined>();

/** An address in two: without its fragment, and its own fragment without a directive. undefined where it is no http(s) one. */
function pageOf(url: string): [page: string, own: string] | undefined {
  if (pages.has(url)) return pages.get(url);
  const safe = webAddress(url.toWellFormed());
  const [page = '', own = ''] = safe ? withoutDirective(new URL(safe).href).split(/#(.*)/su) : [];
  if (pages.size >= MOST_PAGES) pages.clear();
  const found: [string, string] | undefined = safe === undefined ? undefined : [page, own];
  pages.set(url, found);
  return found;
}

/**
 * The address with the directive, its own fragment kept in front: `#hash:~:text=…`. '' if it is no http(s)
 * address; the bare address where there is no directive.
 */
export function linkToQuote(url: string, target: QuoteInText): string {
  const found = pageOf(url);
  if (!found) return '';
  const [page, own] = found;
  const directive = textFragment(target);
  if (directive) return `${page}#${own}:~:${directive}`;
  return own ? `${page}#${own}` : page;
}
