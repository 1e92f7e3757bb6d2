import type { Lexicon } from './Lexicon.ts';
import type { Token } from './readTokens.ts';

export const MARK = /^[,;:–—()[\]]$/u;
export const STOP = /^[.!?…]$/u;

/** German articles that no subject has. */
export const OBLIQUE = /^(?:den|dem|des|einen|einem|eines)$/u;

/** Whether a clause can begin behind a token. */
export const isBoundary = (token: Token | undefined, words: Lexicon): boolean =>
  !token ||
  token.quoted ||
  MARK.test(token.text) ||
  STOP.test(token.text) ||
  words.conjunctions.has(token.lower) ||
  words.that.has(token.lower);

/** Whether a clause ends before a token. */
export function endsClause(token: Token | undefined): boolean {
  return !token || token.quoted || MARK.test(token.text) || STOP.test(token.text);
}
