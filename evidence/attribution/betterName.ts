import { MARK, STOP } from './clauseBounds.ts';
import type { Lexicon } from './Lexicon.ts';
import { isRole, type NounPhrase, readNounPhrase } from './readNounPhrase.ts';
import type { Token } from './readTokens.ts';

/** “the bank's chief economist, Rolf Dahl,”: the name is the better answer. */
export function betterName(tokens: Token[], phrase: NounPhrase, words: Lexicon): NounPhrase {
  const core = tokens.slice(phrase.from, phrase.to);
  if (tokens[phrase.to]?.text !== ',' || phrase.article === 'none') return phrase;
  if (core.some((token) => words.paper.test(token.lower))) return phrase;
  if (!core.some((token) => isRole(token, words))) return phrase;
  const name = readNounPhrase(tokens, phrase.to + 1, words);
  if (!name || name.pronoun || name.article !== 'none') return phrase;
  const list = tokens.slice(name.from, name.coreTo);
  const capitals = list.filter(({ capital }) => capital).length;
  if (capitals < 2 || list.some((token) => isRole(token, words))) return phrase;
  const after = tokens[name.to];
  return !after || MARK.test(after.text) || STOP.test(after.text) || after.quoted ? name : phrase;
}
