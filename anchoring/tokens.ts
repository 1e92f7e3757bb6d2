/** Kinds of tokens. Marks are punctuation and symbols; each stands alone. */
export const WORD = 1;
export const MARK = 2;
const SPACE = 3;
/** A letter of a script that writes no spaces between words: each is its own token. */
const LONE = 4;

/** Tokens of a stretch of text, in parallel arrays (thousands of notes make allocation count). */
export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Hash of the token's folded units; equal words have equal hashes. */
  hash: Int32Array;
  kind: Uint8Array;
}

const classes = new Uint8Array(65536);
const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function classOf(code: number): number {
  const known = classes[code] ?? 0;
  if (known !== 0) return known;
  const char = String.fromCharCode(code);
  let kind = MARK;
  // Patterns that know all scripts take long to compile, and many pages need none.
  if (code < 0x80) kind = code === 32 ? SPACE : /\w/.test(char) ? WORD : MARK;
  else if (UNSPACED.test(char)) kind = LONE;
  // Surrogates are mostly emoji and rare letters: read as part of a word, so that pairs stay whole.
  else if (LETTER.test(char) || (code >= 0xd800 && code < 0xe000)) kind = WORD;
  classes[code] = kind;
  return kind;
}

/** A letter or digit: what words are made of. */
export const isLetter = (code: number): boolean => {
  const kind = classOf(code);
  return kind === WORD || kind === LONE;
};

/** Marks that join two letters or digits into one word: 1,200.50 · don't · U.S. · 3-4 · 12:30 · 1/2. */
const joins = (code: number): boolean =>
  code === 0x2e || code === 0x2c || code === 0x27 || code === 0x3a || code === 0x2f;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

// One room for all calls; results are copied out at their true size.
let starts = new Int32Array(4096);
let ends = new Int32Array(4096);
let hashes = new Int32Array(4096);
let kinds = new Uint8Array(4096);

/**
 * Cuts `codes[from, to)` into words and marks.
 * A full stop or comma joins only digits (3.5, 1,200) and a full stop also single letters (U.S.); an apostrophe
 * joins letters; hyphens separate, so that "co-operation" and "co operation" share their parts.
 */
export function tokenise(codes: Uint16Array, from: number, to: number): Tokens {
  return taken(scan(codes, from, to));
}

/** Calls `visit` for every word (no marks) of `codes[from, to)` with its hash and length; allocates nothing. */
export function eachWord(
  codes: Uint16Array,
  from: number,
  to: number,
  visit: (hash: number, length: number) => void,
): void {
  const count = scan(codes, from, to);
  for (let i = 0; i < count; i++) {
    if (kinds[i] !== MARK) visit(hashes[i] ?? 0, (ends[i] ?? 0) - (starts[i] ?? 0));
  }
}

/** Fills the shared room with the tokens and returns their number. */
function scan(codes: Uint16Array, from: number, to: number): number {
  if (starts.length < to - from) grow(2 * (to - from));
  let count = 0;
  let i = from;
  while (i < to) {
    const code = codes[i] ?? 0;
    const type = classOf(code);
    if (type === SPACE) {
      i++;
      continue;
    }
    let h = Math.imul(code ^ 0x811c9dc5, 0x01000193);
    const begin = i++;
    if (type === WORD) {
      while (i < to) {
        const next = codes[i] ?? 0;
        if (classOf(next) !== WORD) {
          if (!joins(next) || i + 1 >= to) break;
          const before = codes[i - 1] ?? 0;
          const after = codes[i + 1] ?? 0;
          const joined = next === 0x27 ? classOf(after) === WORD : isDigit(before) && isDigit(after);
          if (!joined) break;
        }
        h = Math.imul(h ^ next, 0x01000193);
        i++;
      }
    }
    add(count++, begin, i, h, type === MARK ? MARK : WORD);
  }
  return count;
}

/**
 * Cuts `codes[from, to)` at white space only, so that marks stay with their words and a word counts as the same
 * only with them. Letters of scripts without spaces stand alone.
 */
export function cutWords(codes: Uint16Array, from: number, to: number): Tokens {
  if (starts.length < to - from) grow(2 * (to - from));
  let count = 0;
  let i = from;
  while (i < to) {
    const type = classOf(codes[i] ?? 0);
    if (type === SPACE) {
      i++;
      continue;
    }
    const begin = i;
    let h = 0x811c9dc5;
    do {
      h = Math.imul(h ^ (codes[i] ?? 0), 0x01000193);
      i++;
    } while (type !== LONE && i < to && !isApart(codes[i] ?? 0));
    add(count++, begin, i, h, WORD);
  }
  return taken(count);
}

const isApart = (code: number): boolean => {
  const type = classOf(code);
  return type === SPACE || type === LONE;
};

function add(at: number, start: number, end: number, hash: number, kind: number): void {
  starts[at] = start;
  ends[at] = end;
  hashes[at] = hash ^ (hash >>> 15);
  kinds[at] = kind;
}

function taken(count: number): Tokens {
  return {
    count,
    start: starts.slice(0, count),
    end: ends.slice(0, count),
    hash: hashes.slice(0, count),
    kind: kinds.slice(0, count),
  };
}

function grow(room: number): void {
  starts = new Int32Array(room);
  ends = new Int32Array(room);
  hashes = new Int32Array(room);
  kinds = new Uint8Array(room);
}
