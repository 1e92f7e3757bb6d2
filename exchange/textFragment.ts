import type { Target } from '@/model/records';
import { webAddress } from '@/model/webAddress';

/** Quotes longer than this are named by their first and last words; the same bound as in Chromium's own links. */
const LONGEST_WHOLE = 300;
/** Words that name the start and the end of a long quote; more where they stand in the quote twice. */
const EDGE_WORDS = 5;
/** Words of context on each side. */
const CONTEXT_WORDS = 4;

/** Where a sentence ends and another follows: maybe another paragraph too, as blocks are joined by one space. */
const SENTENCE_BREAK = /(?<=[.!?…؟]["'”’»)\]]*)\s+(?=\S)|(?<=[。！？]["'”’」』]*)(?!["'”’」』])|\n+/gu;

const ENDS_SENTENCE = /[.!?…؟。！？]["'”’»)\]」』]*\s*$|\n\s*$/u;

type QuoteInText = Pick<Target, 'exact' | 'prefix' | 'suffix' | 'occurrence'>;
interface Span {
  start: number;
  end: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text by Unicode's rules, which are the ones browsers bind text directives to. */
function words(text: string): Span[] {
  return [...segmenter.segment(text)].flatMap(({ index, segment, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  );
}

const sentences = (text: string): string[] => text.split(SENTENCE_BREAK).filter((part) => part.trim() !== '');

const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n\s*/gu, '\n');

/** Percent-encodes all but letters, digits, `_`, `.` and `~`: the grammar forbids bare `-`, `,` and `&`, Markdown `(`. */
function encodeTerm(text: string): string {
  return encodeURIComponent(text.trim()).replace(
    /[-!'()*]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The first words of a sentence, as many as are needed to name it within the quote. */
function firstWords(sentence: string, quote: string): string {
  const spans = words(sentence);
  const enough = spans.slice(EDGE_WORDS - 1).find(({ end }) => !quote.includes(sentence.slice(0, end), 1));
  return enough ? sentence.slice(0, enough.end) : sentence;
}

/** The last words of a sentence; a browser takes the first match of them, so they must not come before. */
function lastWords(sentence: string, quote: string): string {
  const isFirst = (text: string) => quote.indexOf(text) === quote.length - text.length;
  const spans = words(sentence).reverse();
  const enough = spans.slice(EDGE_WORDS - 1).find(({ start }) => isFirst(sentence.slice(start)));
  return enough ? sentence.slice(enough.start) : sentence;
}

/** `[text]` or `[textStart, textEnd]`. A single term must not cross a block, so a pair is used in doubt. */
function quoteTerms(quote: string): string[] {
  const parts = sentences(quote);
  if (parts.length < 2 && quote.length <= LONGEST_WHOLE) return [quote];
  const start = firstWords(parts[0] ?? quote, quote);
  const end = lastWords(parts.at(-1) ?? quote, quote);
  return start.length + end.length < quote.length ? [start, end] : [quote];
}

/** The last words before the quote, from a word's start; '' where that cannot be told. */
function prefixTerm(prefix: string): string {
  const parts = sentences(prefix);
  const sentence = parts.at(-1) ?? '';
  // Context is clipped by length, so its very first word may be half a word.
  const usable = parts.length > 1 ? words(sentence) : words(sentence).slice(1);
  const from = usable.slice(-CONTEXT_WORDS)[0];
  return from ? sentence.slice(from.start) : '';
}

/** The first words after the quote, up to a word's end; '' where that cannot be told. */
function suffixTerm(suffix: string): string {
  const parts = sentences(suffix);
  const sentence = parts[0] ?? '';
  const usable = parts.length > 1 ? words(sentence) : words(sentence).slice(0, -1);
  const to = usable.slice(0, CONTEXT_WORDS).at(-1);
  return to ? sentence.slice(0, to.end) : '';
}

/**
 * The directive that makes a browser scroll to a quote, without `#:~:`: `text=prefix-,text,-suffix` or
 * `text=prefix-,textStart,textEnd,-suffix`, by the WICG draft "URL Fragment Text Directives". '' for an empty
 * quote. Where the quote is known to stand once in the article, context from a neighbouring sentence is left
 * out: it may be another paragraph, and an advertisement between the two would make the directive fail.
 */
export function textFragment(target: QuoteInText): string {
  const [exact, prefix, suffix] = [tidy(target.exact).trim(), tidy(target.prefix), tidy(target.suffix)];
  if (exact === '') return '';
  const terms = quoteTerms(exact);
  const unique = target.occurrence?.[1] === 1 && words(terms[0] ?? '').length >= EDGE_WORDS - 1;
  const before = unique && ENDS_SENTENCE.test(prefix) ? '' : prefixTerm(prefix);
  const after = unique && ENDS_SENTENCE.test(exact) ? '' : suffixTerm(suffix);
  const all = terms.map(encodeTerm);
  if (before) all.unshift(`${encodeTerm(before)}-`);
  if (after) all.push(`-${encodeTerm(after)}`);
  return `text=${all.join(',')}`;
}

/**
 * The address with the directive, its own fragment kept in front: `#hash:~:text=…`. '' if it is no http(s)
 * address; the bare address where the quote is empty.
 */
export function linkToQuote(url: string, target: QuoteInText): string {
  const safe = webAddress(url.toWellFormed());
  if (safe === undefined) return '';
  const { href } = new URL(safe);
  const [page = '', fragment = ''] = href.split(/#(.*)/su);
  const own = fragment.split(':~:')[0] ?? '';
  const directive = textFragment(target);
  if (directive) return `${page}#${own}:~:${directive}`;
  return own ? `${page}#${own}` : page;
}
