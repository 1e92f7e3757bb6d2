import type { Lexicon } from './Lexicon.ts';
import type { Token } from './readTokens.ts';

/** A speaker as parsed: `from` and `to` are token indexes, `to` behind the last. */
export interface NounPhrase {
  from: number;
  to: number;
  /** Tokens of the phrase without what is bound to it by “of”, “for” …. */
  coreTo: number;
  pronoun: boolean;
  article: 'definite' | 'indefinite' | 'none';
}

/** Longer ones are no speakers, and a hostile page must not cost time. */
const LONGEST_CORE = 9;
const MOST_BOUND = 3;
const MOST_JOINED = 3;

export const isRole = (token: Token | undefined, words: Lexicon): boolean => {
  if (!token) return false;
  const bare = token.lower.replace(/'s?$/u, '');
  return [words.nameless, words.unnamed, words.office, words.spokesperson, words.person, words.paper].some(
    (pattern) => pattern.test(bare) || pattern.test(bare.split('-').at(-1) ?? bare),
  );
};

/** What a speaker can be near to or know of: told as it stands. */
const FAMILIAR =
  /^(?:familiar|close|near|briefed|proches?|cercan[ao]s?|conocedor(?:es|as?)?|próxim[ao]s|vertraut)$/u;
/** “Figures published on Monday”: what was done with them is no part of the name. */
export const PARTICIPLE =
  /^(?:\p{L}{2,}ed|seen|shown|made|given|(?:publi|diffus|révél|obten|consult)\p{L}*[eéu]e?s?|(?:public|difund|consult|obten)[aei]d[oa]s?)$/u;
const isPossessive = (token: Token | undefined) => !!token && /['’]s?$/u.test(token.text);
/** Acronyms and names are capitals wherever they stand; a first word of a sentence may be any word. */
const named = (token: Token, first: boolean, words: Lexicon) =>
  token.capital && !(first && isLittle(token, words));
const isLittle = (token: Token, words: Lexicon) =>
  words.stops.has(token.lower) ||
  words.conjunctions.has(token.lower) ||
  words.asides.has(token.lower) ||
  words.leaders.has(token.lower) ||
  words.according.some(([first]) => first === token.lower);

/** “L'Institut national”, “l'association Héron blanc”: after a name, the last small word before the verb or what ends as adjectives do. */
function adjectiveBehind(tokens: Token[], at: number, until: number, words: Lexicon): boolean {
  const { lower = '' } = tokens[at] ?? {};
  if (
    words.says.has(lower) ||
    words.said.has(lower) ||
    words.auxiliaries.has(lower) ||
    !tokens[at - 1]?.capital
  )
    return false;
  if (at === until - 1 && until < tokens.length && /^\p{L}{3,}$/u.test(lower)) return true;
  return /(?:nale?|nales|nacional(?:es)?|ional(?:es)?|ique|iques|aine?s?|aises?|ien(?:ne)?s?|éenne?s?|taires?|prême|ral|rale|ivile?|civil|ública?|ico|ica|ano|ana|ense|ario|aria|nómica|premo|prema)$/u.test(
    lower,
  );
}

/** Whether the tokens from `at` are particles that lead on to another capital: “van der Berg”, “y García”. */
function particlesTo(tokens: Token[], at: number, words: Lexicon): number {
  // A German article behind a name begins the next phrase: “erklärte Otto Prinz den Vertrag”; “van den Berg” does not.
  if (words.capitalNouns && /^(?:den|der)$/u.test(tokens[at]?.lower ?? '')) return at;
  let i = at;
  while (i < at + 3 && tokens[i] && words.particles.has(tokens[i]?.lower ?? '') && !tokens[i]?.quoted) i++;
  const next = tokens[i];
  return i > at && next?.word && next.capital && !next.quoted && !words.pronouns.has(next.lower) ? i : at;
}

function readCore(
  tokens: Token[],
  from: number,
  words: Lexicon,
  until: number,
  bound = false,
): NounPhrase | undefined {
  let i = from;
  let article: NounPhrase['article'] = bound ? 'definite' : 'none';
  const first = tokens[i];
  if (!first || first.quoted || !first.word) return undefined;
  const articleHere = words.articles.has(first.lower) || words.indefinites.has(first.lower);
  if (words.pronouns.has(first.lower) && !(articleHere && tokens[i + 1]?.word && i + 1 < until)) {
    return { from, to: from + 1, coreTo: from + 1, pronoun: true, article };
  }
  while (i < until && i < from + 3) {
    const { lower = '', quoted = true } = tokens[i] ?? {};
    if (quoted) break;
    if (words.articles.has(lower)) article = 'definite';
    else if (words.indefinites.has(lower) || /^\d+$/u.test(lower))
      article = article === 'none' ? 'indefinite' : article;
    else break;
    i++;
  }
  const begin = i;
  let end = begin;
  let names = 0;
  let behind = 0;
  while (i < until && i < begin + LONGEST_CORE) {
    const token = tokens[i];
    if (!token?.word || token.quoted) break;
    const isFirst = i === from && (i === 0 || tokens[i - 1]?.text === '.' || tokens[i - 1]?.text === ':');
    const capital = named(token, isFirst, words);
    if (
      capital &&
      !(words.stops.has(token.lower) && token.text.length < 4 && token.text !== token.text.toUpperCase())
    ) {
      if (words.stops.has(token.lower) && token.text !== token.text.toUpperCase()) break;
      // The first word of a sentence has its capital from there.
      if (!(isFirst && isRole(token, words) && !words.capitalNouns)) names++;
      end = ++i;
      const next = particlesTo(tokens, i, words);
      // A particle within a name; but nouns bound to an office are bound below, where they can be told apart.
      if (
        next > i &&
        next < until &&
        !(words.capitalNouns && isRole(token, words)) &&
        !(words.binders.has(tokens[i]?.lower ?? '') && (isRole(token, words) || words.capitalNouns))
      )
        i = next;
      continue;
    }
    if (
      words.stops.has(token.lower) ||
      words.conjunctions.has(token.lower) ||
      words.pronouns.has(token.lower)
    )
      break;
    if (words.asides.has(token.lower) || words.articles.has(token.lower)) break;
    // “Last night a spokesman”: another noun phrase begins.
    if (i > begin && /^(?:an?|une?|una)$/u.test(token.text)) break;
    if (words.binders.has(token.lower) || words.officeBinders.has(token.lower)) break;
    if (
      i > begin &&
      (FAMILIAR.test(token.lower) || (isRole(tokens[i - 1], words) && PARTICIPLE.test(token.lower)))
    )
      break;
    if (/^\d/u.test(token.text) && !/\p{L}/u.test(token.text)) break;
    // German adjectives stand before the noun; behind it a small letter ends the phrase.
    if (words.capitalNouns && names > 0) {
      if (/^(?:dpa|epd|sid|apa)$/u.test(token.lower)) end = i + 1;
      break;
    }
    if (words.adjectivesBehind && names > 0 && !adjectiveBehind(tokens, i, until, words)) break;
    if (words.says.has(token.lower) && i > begin && !isRole(token, words)) break;
    if (words.adjectivesBehind && end > begin && isRole(tokens[begin], words) && ++behind > 2) break;
    end = ++i;
    if (words.capitalNouns) end = names > 0 ? end : begin;
    if (!words.capitalNouns && isPossessive(token)) end = begin;
  }
  if (words.capitalNouns && names === 0) {
    // “Ein 40-jähriger”, “der Angeklagte”: nothing to take without a noun, but for a role in small letters.
    const role = tokens.slice(begin, i).findLastIndex((token) => isRole(token, words));
    if (role < 0) return undefined;
    end = begin + role + 1;
  }
  if (end <= begin || /^\d/u.test(tokens[end - 1]?.text ?? '')) return undefined;
  const core = tokens.slice(begin, end);
  // “Falk's claim”, “inspectors' reports”: whose it is, and what it is follows.
  if (!words.capitalNouns && isPossessive(core.at(-1))) return undefined;
  const role = core.some((token) => isRole(token, words));
  // Small words without an article are a speaker only where they end in a role: “senior officials”.
  if (article === 'none' && names === 0 && !role) return undefined;
  if (article === 'none' && names === 0 && !words.adjectivesBehind) {
    const last = core.findLastIndex((token) => isRole(token, words));
    end = begin + last + 1;
  }
  return { from, to: end, coreTo: end, pronoun: false, article };
}

/** Where or when something was said, which names nobody: “said a doctor in the evening”. */
const OCCASION =
  /^(?:morning|afternoon|evening|night|week|month|year|end|time|phone|air|record|scene|court|interview|statement|letter|debate|hearing|meeting|conference)$/u;

/** Nouns of media that a verb of saying is often addressed to, so that no genitive is read into them. */
const MEDIUM = /^(?:\p{L}*(?:zeitung|zeitschrift|agentur|magazin|sender|presse|rundfunk|blatt))$/iu;

/**
 * The noun phrase that begins at a token and ends before `until`: names with particles and titles, roles, offices, papers, with
 * what “of” and “for” bind to them. `undefined` where nothing there can be a speaker.
 */
export function readNounPhrase(
  tokens: Token[],
  from: number,
  words: Lexicon,
  until = tokens.length,
): NounPhrase | undefined {
  const phrase = readCore(tokens, from, words, until);
  if (!phrase || phrase.pronoun) return phrase;
  let { to } = phrase;
  const core = () => tokens.slice(phrase.from, phrase.coreTo);
  const role = core().some((token) => isRole(token, words));
  for (let bound = 0; bound < MOST_BOUND; bound++) {
    const { lower = '', quoted = true } = tokens[to] ?? {};
    if (quoted || to >= until) break;
    if (/^(?:año|mes|an|année|mois|semaine|semana)$/u.test(tokens[to + 1]?.lower ?? '')) break;
    if (role && FAMILIAR.test(lower)) {
      let end = to + 1;
      while (
        end < until &&
        end < to + 9 &&
        tokens[end]?.word &&
        !tokens[end]?.quoted &&
        !words.says.has(tokens[end]?.lower ?? '') &&
        !words.auxiliaries.has(tokens[end]?.lower ?? '')
      )
        end++;
      to = end;
      break;
    }
    if (role && lower === 'with' && /^(?:direct|knowledge)$/u.test(tokens[to + 1]?.lower ?? '')) {
      while (to < until && tokens[to]?.word && !words.says.has(tokens[to]?.lower ?? '')) to++;
      break;
    }
    const loose = words.officeBinders.has(lower);
    if (!words.binders.has(lower) && !(loose && (role || phrase.article === 'indefinite'))) break;
    // A fused article (“des”, “der”) is part of the bound phrase; a preposition stands before it.
    const next = readCore(tokens, to + 1, words, until, !loose);
    if (!next || next.pronoun) break;
    const inside = tokens.slice(next.from, next.to);
    const officeInside = inside.some((token) => words.office.test(token.lower.replace(/'s?$/u, '')));
    const capitals = inside.some((token) => token.capital);
    const speaksFor =
      /^(?:for|für|pour|para)$/u.test(lower) && (next.article !== 'none' || words.capitalNouns);
    // “Officials in the capital said”: where, if the verb stands behind.
    const where = next.article === 'definite' && next.to === until && until < tokens.length;
    // “According to a guard at the prison”: one who has no name is told by their place, up to the mark.
    const after = tokens[next.to];
    const told =
      phrase.article === 'indefinite' &&
      next.article === 'definite' &&
      (!after || /^[,.;:]$/u.test(after.text)) &&
      !OCCASION.test(tokens[next.to - 1]?.lower ?? '');
    if (loose && !told && !officeInside && !speaksFor && !where && !(capitals && !words.capitalNouns)) break;
    if (
      words.capitalNouns &&
      words.binders.has(lower) &&
      inside.some((token) => MEDIUM.test(token.text)) &&
      bound === 0 &&
      !/^v/u.test(lower)
    ) {
      const head = tokens[phrase.coreTo - 1];
      if (!head || !words.paper.test(head.lower)) break;
    }
    to = next.to;
    // “Bureau des poids et mesures”.
    const second = tokens[to + 1];
    const joined =
      words.adjectivesBehind &&
      /^(?:et|y|e)$/u.test(tokens[to]?.lower ?? '') &&
      second?.word &&
      !second.capital;
    if (
      joined &&
      !isLittle(second, words) &&
      !words.articles.has(second.lower) &&
      !words.indefinites.has(second.lower)
    )
      to += 2;
  }
  return { ...phrase, to };
}

/** Speakers joined by “and” are one answer. */
export function readSpeakers(
  tokens: Token[],
  from: number,
  words: Lexicon,
  until = tokens.length,
): NounPhrase | undefined {
  const first = readNounPhrase(tokens, from, words, until);
  if (!first || first.pronoun) return first;
  let { to } = first;
  for (let joined = 0; joined < MOST_JOINED && to < until - 1; joined++) {
    if (!/^(?:and|und|et|y|e|sowie)$/u.test(tokens[to]?.lower ?? '')) break;
    const next = readNounPhrase(tokens, to + 1, words, until);
    if (!next || next.pronoun) break;
    to = next.to;
  }
  return { ...first, to };
}
