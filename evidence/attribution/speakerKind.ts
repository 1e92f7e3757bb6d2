import type { Lexicon } from './Lexicon.ts';
import type { NounPhrase } from './readNounPhrase.ts';
import type { Token } from './readTokens.ts';

export type SpeakerKind = 'person' | 'organisation' | 'anonymous' | 'document';

/** Bodies that go by one name, and capitals that stand for governments. */
const BODIES =
  /^(?:greenpeace|reuters|nasa|unicef|unesco|amnesty|oxfam|google|apple|microsoft|amazon|meta|tesla|boeing|airbus|volkswagen|bmw|siemens|europol|interpol|frontex|eurostat|destatis|insee|verdi|ver\.di|verbraucherzentrale|washington|moscow|moskau|moscou|moscú|brussels|brüssel|bruxelles|bruselas|berlin|paris|madrid|london|londres|beijing|peking|pékin|pekín|kyiv|kiew|downing)$/iu;

/** What sort of speaker a phrase names, from its nouns. */
export function speakerKind(tokens: Token[], phrase: NounPhrase, words: Lexicon): SpeakerKind {
  const bare = (token: Token) => token.lower.replace(/'s?$/u, '');
  const core = tokens
    .slice(phrase.from, phrase.coreTo)
    .filter(({ lower }) => !words.articles.has(lower) && !words.indefinites.has(lower));
  const bound = tokens.slice(phrase.coreTo, phrase.to);
  const is = (token: Token | undefined, pattern: RegExp) =>
    !!token && (pattern.test(bare(token)) || pattern.test(bare(token).split('-').at(-1) ?? ''));
  const boundOffice = bound.some((token) => is(token, words.office) || is(token, words.paper));
  // English says the most important noun last, the other languages first.
  const roles = core
    .map((token, at) => ({ token, at }))
    .filter(({ token }) =>
      [words.unnamed, words.nameless, words.office, words.spokesperson, words.person, words.paper].some((p) =>
        is(token, p),
      ),
    );
  const head = (words.adjectivesBehind ? roles[0] : roles.at(-1)) ?? undefined;
  const after = head ? core.slice(head.at + 1) : core;
  const nameAfter = after.some((token) => token.capital && !words.binders.has(token.lower));
  if (!head) {
    const [only] = core;
    if (core.some((token) => BODIES.test(bare(token)))) return 'organisation';
    if (core.length === 1 && only && /^\p{Lu}[\p{Lu}&.-]+$/u.test(only.text)) return 'organisation';
    const capitals = core.filter(({ capital }) => capital);
    if (
      phrase.article === 'definite' &&
      capitals.length === core.length &&
      !words.capitalNouns &&
      !words.adjectivesBehind
    )
      return 'organisation';
    if (phrase.article === 'indefinite') return boundOffice ? 'organisation' : 'anonymous';
    return 'person';
  }
  const noun = head.token;
  if (is(noun, words.person) || is(noun, words.spokesperson) || is(noun, words.nameless)) {
    if (nameAfter) return 'person';
  }
  if (is(noun, words.unnamed) && !(words.articles === undefined))
    return boundNamed(bound) && /^people$/u.test(bare(noun)) ? 'anonymous' : 'anonymous';
  if (is(noun, words.paper)) return 'document';
  if (is(noun, words.nameless)) {
    const office = bound.some((token) => is(token, words.office));
    return office && boundNamed(bound) ? 'organisation' : 'anonymous';
  }
  if (is(noun, words.spokesperson) || is(noun, words.office)) return 'organisation';
  return 'person';
}

const boundNamed = (bound: Token[]) => bound.some(({ capital }) => capital);
