import { alignTokens } from './alignTokens.ts';
import { foldCodes, foldUnit } from './foldText.ts';
import { plainFigures } from './plainFigures.ts';
import { isLetter, MARK, type Tokens, tokenise } from './tokens.ts';
import { type Touch, touchOf } from './touches.ts';

/** One piece of a word-level comparison, old to new. Pieces carry the spaces that belong between them. */
export interface Change {
  kind: 'same' | 'removed' | 'added';
  text: string;
  /** What the changed words are about, where that matters to a fact-checker. */
  touches?: Touch;
}

/** Canonical marks: a double hyphen is a dash, three dots are an ellipsis. */
const DASH = 0x2d;
const DOT = 0x2e;
const ELLIPSIS = 0x2026;

/** Hashes of a text's tokens in canonical form: equal lists mean the same words and marks. */
export function canonicalHashes(codes: Uint16Array, tokens: Tokens): number[] {
  const hashes: number[] = [];
  let previous = 0;
  for (let i = 0; i < tokens.count; i++) {
    const isMark = tokens.kind[i] === MARK;
    const code = isMark ? (codes[tokens.start[i] ?? 0] ?? 0) : 0;
    const same = code === ELLIPSIS ? DOT : code;
    const repeated = isMark && same === previous && (same === DASH || same === DOT);
    if (!repeated) hashes.push(same === 0 ? (tokens.hash[i] ?? 0) : same);
    previous = same;
  }
  return hashes;
}

/**
 * True if two display texts hold the same words and marks: case, quotation style, dashes, spacing and the manner of
 * writing figures aside.
 */
export const sameWords = (a: string, b: string, language?: string): boolean =>
  a === b ||
  areSame(a, b) ||
  (HAS_FIGURE.test(a) && areSame(plainFigures(a, language), plainFigures(b, language)));

const HAS_FIGURE = /\d|%|cent|proz|proc|pros|cien/iu;

function areSame(a: string, b: string): boolean {
  if (!sameLetters(a, b)) return false;
  const one = hashesOf(a);
  const two = hashesOf(b);
  return one.length === two.length && one.every((hash, i) => hash === two[i]);
}

/** Quick look: without the same letters and digits in the same order the words cannot be the same. */
function sameLetters(a: string, b: string): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (i < a.length && !isLetter(foldUnit(a.charCodeAt(i)))) i++;
    while (j < b.length && !isLetter(foldUnit(b.charCodeAt(j)))) j++;
    if (i === a.length || j === b.length) return i === a.length && j === b.length;
    if (foldUnit(a.charCodeAt(i++)) !== foldUnit(b.charCodeAt(j++))) return false;
  }
}

function hashesOf(text: string): number[] {
  const codes = foldCodes(text);
  return canonicalHashes(codes, tokenise(codes, 0, codes.length));
}

/**
 * Word-level difference between the old and the new wording, in reading order, removed before added.
 * Changes that touch a figure, date, negation, direction or name are marked. Another manner of writing the same figure
 * is no change.
 */
export function compareWords(before: string, after: string, language?: string): Change[] {
  const oldTokens = tokensOf(before);
  const newTokens = tokensOf(after);
  const partner = alignTokens(oldTokens, newTokens);
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < oldTokens.count || j < newTokens.count) {
    const i0 = i;
    const j0 = j;
    while (i < oldTokens.count && partner[i] === -1) i++;
    const target = i < oldTokens.count ? (partner[i] ?? 0) : newTokens.count;
    j = target;
    pushChanged(changes, 'removed', before, oldTokens, i0, i);
    pushChanged(changes, 'added', after, newTokens, j0, j);
    const k = j;
    while (i < oldTokens.count && partner[i] === j) {
      i++;
      j++;
    }
    if (j > k) changes.push({ kind: 'same', text: pieceOf(after, newTokens, k, j) });
  }
  return withoutRewriting(changes, language);
}

/** Figures that are only written otherwise are the same, as they stand now. */
function withoutRewriting(changes: Change[], language: string | undefined): Change[] {
  const told: Change[] = [];
  for (const change of changes) {
    const last = told.at(-1);
    if (last?.kind === 'removed' && change.kind === 'added' && sameWords(last.text, change.text, language)) {
      told.pop();
      pushSame(told, change.text);
    } else if (change.kind === 'same') pushSame(told, change.text);
    else told.push(change);
  }
  return told;
}

function pushSame(changes: Change[], text: string): void {
  const last = changes.at(-1);
  if (last?.kind === 'same') changes[changes.length - 1] = { kind: 'same', text: last.text + text };
  else changes.push({ kind: 'same', text });
}

const tokensOf = (text: string): Tokens => tokenise(foldCodes(text), 0, text.length);

function pushChanged(
  changes: Change[],
  kind: 'removed' | 'added',
  text: string,
  tokens: Tokens,
  from: number,
  to: number,
): void {
  if (from === to) return;
  const touches = touchOf(text, tokens, from, to);
  const piece = pieceOf(text, tokens, from, to);
  changes.push(touches ? { kind, text: piece, touches } : { kind, text: piece });
}

/** Text of tokens `from..to` with the space that follows them. */
function pieceOf(text: string, tokens: Tokens, from: number, to: number): string {
  const end = to < tokens.count ? (tokens.start[to] ?? text.length) : text.length;
  return text.slice(from === 0 ? 0 : (tokens.start[from] ?? 0), end);
}
