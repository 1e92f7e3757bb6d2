import { type SentenceWords, sentenceWords } from './sentenceWords.ts';

/** A bracket that opened further back than this is taken for one that is never closed, UTF-16 units. */
const BRACKET_REACH = 300;
/** Units looked at before a boundary: no abbreviation or date is longer. */
const TAIL = 40;

const CLOSERS = /^[\p{Z}\s]*[»”’"')\]}」』）〉》]+/u;
const ENDS_A_SENTENCE = /[.!?…。！？؟۔।][\p{Pe}\p{Pf}"'”’»]*$/u;
const CJK_OPEN = '「『（〈《【';
const CJK_CLOSE = '」』）〉》】';
/** What a Japanese sentence goes on with behind a quotation: 「…」と述べた. */
const CJK_GOES_ON = /^[とっのをがはもにでへやだなか、]/u;
const DAY_OR_ZONE =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Pacific|Mountain|GMT|UTC|BST|CE?S?T|E[SD]?T|P[SD]?T|[A-Z]{2,4}T)\b/u;

/**
 * The sentences of a text: `[start, end]` of each, offsets in UTF-16 units, without the blanks around it. Every
 * unit that is not a blank is in exactly one of them.
 *
 * The rules of Unicode (UAX #29, `Intl.Segmenter`) propose where sentences end; they know no abbreviations, so what
 * they divide after “U.S.”, “Mr.”, “z. B.”, “Nov.”, an initial or an ordinal is put together again, and so is what
 * goes on in small letters behind a quotation. A sentence within a longer quotation is a sentence of its own.
 */
export function sentencesOf(text: string, language: string): [start: number, end: number][] {
  const known = sentenceWords(language);
  const found: [number, number][] = [];
  let start = 0;
  for (const end of [...boundaries(text, language, known), text.length]) {
    const piece = text.slice(start, end);
    const from = start + (piece.length - piece.trimStart().length);
    const to = start + piece.trimEnd().length;
    if (to > from) found.push([from, to]);
    start = end;
  }
  return found;
}

/** Offsets between two sentences, rising. */
function* boundaries(text: string, language: string, known: SentenceWords): Generator<number> {
  const brackets = new OpenBrackets(text);
  let last = 0;
  for (const proposed of proposals(text, language)) {
    // «C'est fini. » : the mark that closes the quotation is still its sentence's, also behind a French blank.
    const isBehindBlank = /\s/u.test(text.charAt(proposed - 1));
    const closing = isBehindBlank ? /^»/u : CLOSERS;
    const boundary = proposed + (closing.exec(text.slice(proposed, proposed + TAIL))?.[0].length ?? 0);
    if (boundary <= last || boundary >= text.length) continue;
    if (brackets.isOpenAt(boundary)) continue;
    if (goesOn(text, boundary, known)) continue;
    yield boundary;
    last = boundary;
  }
}

/** Where Unicode divides, and after an ellipsis before a capital, where it does not. */
function* proposals(text: string, language: string): Generator<number> {
  for (const { index, segment } of segmenter(language).segment(text)) {
    for (const { index: at, 0: dots } of segment.matchAll(/(?:…|\.{3})[”’"»]*\s+(?=["“„«]?\p{Lu})/gu))
      yield index + at + dots.length;
    yield index + segment.length;
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let known = segmenters.get(language);
  if (!known) {
    const asked = language.replaceAll('_', '-');
    const [supported] = isWellFormed(asked) ? Intl.Segmenter.supportedLocalesOf(asked) : [];
    known = new Intl.Segmenter(supported ?? 'en', { granularity: 'sentence' });
    segmenters.set(language, known);
  }
  return known;
}

function isWellFormed(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    // A page may call its language anything; then the neutral rules hold.
    return false;
  }
}

/** Whether the sentence before a proposed boundary goes on behind it. */
function goesOn(text: string, boundary: number, known: SentenceWords): boolean {
  const before = text.slice(Math.max(0, boundary - TAIL), boundary);
  const left = before.trimEnd();
  const right = text.slice(boundary, boundary + TAIL).trimStart();
  if (right === '') return false;
  const between = before.slice(left.length);
  const isNewLine = /[\n\r\u2028\u2029]/u.test(between);
  if (isNewLine && (/\n\s*\n|\u2029/u.test(between) || ENDS_A_SENTENCE.test(left))) return false;
  if (/^\p{Ll}/u.test(right)) return true;
  if (isNewLine) return false;
  if (/^[,;:]/u.test(right)) return true;
  if (CJK_CLOSE.includes(left.at(-1) ?? ' ') && CJK_GOES_ON.test(right)) return true;
  return isAbbreviated(left, right, known);
}

/** The word before a full stop, with the short parts before it: “Mr”, “U.S”, “p. ej”, “Dipl.-Ing”. */
const SHORT_FORM =
  /(?:^|[\s\p{Ps}\p{Pi}"'“„«/])((?:[\p{L}\p{M}]{1,2}\.\s?|[\p{L}\p{M}]+\.-?)*[\p{L}\p{M}-]*[\p{L}\p{M}ºª°])\.$/u;

/** Whether the full stop at the end of `left` belongs to a short form and not to the sentence. */
function isAbbreviated(left: string, right: string, known: SentenceWords): boolean {
  const token = SHORT_FORM.exec(left)?.[1];
  if (token === undefined) return isOrdinal(left, right, known);
  const whole = token.toLowerCase().replace(/\s/gu, '');
  const last = whole.slice(whole.lastIndexOf('.') + 1);
  const isOne = (forms: Set<string>) => forms.has(whole) || forms.has(last);
  const word = /^["“„«‘(]*([\p{L}\p{M}]+)/u.exec(right)?.[1] ?? '';
  const isStarter = known.starters.has(word);
  const isNumber = /^[\p{Sc}§#]?\s?\p{Nd}/u.test(right);
  if (/^[ap]\.?m$/u.test(whole)) return isNumber || DAY_OR_ZONE.test(right);
  if (/^(?:etc|usw|enz|ecc)$/u.test(whole)) return false;
  if (isOne(known.titles)) return true;
  if (isOne(known.counted)) return isNumber || (last.length === 1 && !isStarter);
  // Initials and letters that stand for a name may end a sentence, too: “Plan B. It failed.”, “in the U.S. The …”.
  const isLetters = last.length === 1 || /^(\p{L})\1$/u.test(last);
  return (isOne(known.open) || isLetters || (known.ordinals && last.endsWith('str'))) && !isStarter;
}

/** “am 3. Oktober”, “der 2. Weltkrieg”; and the number that begins an item of a list. */
function isOrdinal(left: string, right: string, known: SentenceWords): boolean {
  if (/(?:^|\n)\s*\p{Nd}{1,3}\.$/u.test(left) && left.length < TAIL) return /^\p{L}/u.test(right);
  if (!known.ordinals || !/(?:^|[\s(])\p{Nd}{1,3}\.$/u.test(left)) return false;
  const word = /^([\p{L}\p{M}]+)/u.exec(right)?.[1];
  return word !== undefined && !known.starters.has(word);
}

/** Tells whether an offset stands within brackets that close again soon. Asked with rising offsets. */
class OpenBrackets {
  readonly #text: string;
  readonly #open: { at: number; close: string }[] = [];
  #read = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isOpenAt(offset: number): boolean {
    for (; this.#read < offset; this.#read++) {
      const unit = this.#text.charAt(this.#read);
      const kind = `(${CJK_OPEN}`.indexOf(unit);
      if (kind >= 0) this.#open.push({ at: this.#read, close: `)${CJK_CLOSE}`.charAt(kind) });
      else if (`)${CJK_CLOSE}`.includes(unit)) {
        const opened = this.#open.findLastIndex(({ close }) => close === unit);
        if (opened >= 0) this.#open.length = opened;
      }
    }
    const [outer] = this.#open;
    if (!outer) return false;
    if (this.#text.slice(offset, outer.at + BRACKET_REACH).includes(outer.close)) return true;
    this.#open.length = 0;
    return false;
  }
}
