import type { Lexicon } from './Lexicon.ts';
import { readSpeakers } from './readNounPhrase.ts';
import type { Token } from './readTokens.ts';

const MARK = /^[,.!?…»”—–]$/u;

const WHERE = /^(?:devant|à|au|auprès|dans|lors|ante|en|a|mardi|lundi|jeudi)$/u;

/** Behind the verb of saying that begins at a token, an auxiliary before its participle included; 0 where none does. */
function behindVerb(tokens: Token[], at: number, words: Lexicon): number {
  const { lower = '' } = tokens[at] ?? {};
  if (words.says.has(lower)) return at + 1;
  const said = words.auxiliaries.has(lower) && words.said.has(tokens[at + 1]?.lower ?? '');
  return said ? at + 2 : 0;
}

/** « Paul, dit le juge, vous êtes libre », raconte Aline: the quotation has its speaker behind it. */
function saidBehind(tokens: Token[], at: number, words: Lexicon): boolean {
  let end = at;
  while (tokens[end]?.quoted) end++;
  if (tokens[end]?.text === ',') end++;
  return behindVerb(tokens, end, words) > 0;
}

/**
 * French and Spanish papers put who speaks within the quotation marks: « Les pompes ont lâché, raconte Karim Pelletier. Puis … ». Such words, a
 * comma or a dash, a verb before its subject, and a mark, count as not quoted.
 */
export function unquoteIncises(tokens: Token[], words: Lexicon): Token[] {
  const bare = tokens.map((token) => ({ ...token, quoted: false }));
  const result = [...tokens];
  for (const [i, token] of tokens.entries()) {
    if (!token.quoted || !/^[,—–]$/u.test(token.text) || saidBehind(tokens, i, words)) continue;
    const behind = behindVerb(bare, i + 1, words);
    const phrase = behind > 0 ? readSpeakers(bare, behind, words) : undefined;
    if (!phrase || phrase.pronoun) continue;
    let { to } = phrase;
    // “a lancé la sénatrice devant la presse”: to whom, up to the mark.
    if (WHERE.test(tokens[to]?.lower ?? '')) while (to < phrase.to + 6 && tokens[to]?.word) to++;
    if (!MARK.test(tokens[to]?.text ?? '')) continue;
    for (let k = i; k < to; k++) result[k] = bare[k] ?? token;
  }
  return result;
}
