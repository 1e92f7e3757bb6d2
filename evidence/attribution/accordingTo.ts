import { betterName } from './betterName.ts';
import { endsClause, isBoundary, OBLIQUE } from './clauseBounds.ts';
import type { Lexicon } from './Lexicon.ts';
import { isRole, type NounPhrase, readNounPhrase, readSpeakers } from './readNounPhrase.ts';
import type { Token } from './readTokens.ts';
import type { Speaker } from './Speaker.ts';

function matches(tokens: Token[], at: number, list: string[]): boolean {
  return list.every((word, i) => tokens[at + i]?.lower === word.toLowerCase() && !tokens[at + i]?.quoted);
}

/** “The ministry's figures”, “Angaben der Polizei” before “zufolge”: what the figures are of. */
const STATEMENTS =
  /^(?:angaben|aussagen?|informationen|berechnungen|schätzungen|erkenntnissen|medienangaben)$/u;

const DATIVE = /^(?:dem|einem|einer|den)$/u;

/** “According to X”, German “X zufolge” and “so X”, from the token where the words begin. */
export function accordingTo(tokens: Token[], at: number, words: Lexicon): Speaker | undefined {
  const { lower = '' } = tokens[at] ?? {};
  if (words.accordingAfter.has(lower)) {
    for (let from = at - 1; from >= Math.max(0, at - 12); from--) {
      // “ist dem Eichamt zufolge”: an article begins it within a clause, too.
      if (from > 0 && !isBoundary(tokens[from - 1], words) && !DATIVE.test(tokens[from]?.lower ?? ''))
        continue;
      const phrase = readNounPhrase(tokens, from, words, at);
      if (!phrase || phrase.to !== at) continue;
      if (STATEMENTS.test(tokens[phrase.from]?.lower ?? '') && phrase.coreTo < at) {
        const preposition = /^vo[nm]$/u.test(tokens[phrase.coreTo]?.lower ?? '');
        const inner = readNounPhrase(tokens, phrase.coreTo + (preposition ? 1 : 0), words, at);
        if (inner) return { phrase: inner, cue: 'according to', from, to: at + 1, says: 'around' };
      }
      // “Den Angaben zufolge”: whose they are stands in another sentence.
      if (phrase.coreTo === at && STATEMENTS.test(tokens[at - 1]?.lower ?? '')) return undefined;
      return { phrase, cue: 'according to', from, to: at + 1, says: 'around' };
    }
    return undefined;
  }
  if (words.capitalNouns && (lower === 'so' || lower === 'hieß' || lower === 'heißt')) {
    const german = soSpeaker(tokens, at, words);
    if (german) return german;
  }
  const list = words.according
    .filter((words) => matches(tokens, at, words))
    .sort((a, b) => b.length - a.length)[0];
  if (!list) return undefined;
  const begin = reportingVerb(tokens, at + list.length, words);
  const phrase = readSpeakers(tokens, begin, words);
  if (!phrase || isMeasure(tokens, phrase, words, at)) return undefined;
  // “Rules announced by the ministry take effect”: who announced them says nothing here.
  if (list.at(-1) === 'by' && list[0] !== 'as' && !endsClause(tokens[phrase.to])) return undefined;
  const named = betterName(tokens, phrase, words);
  return { phrase: named, cue: 'according to', from: at, to: Math.max(named.to, phrase.to), says: 'around' };
}

/** “Según avanzó El Correo”: behind the verb, with what stands between; the same token where there is none. */
function reportingVerb(tokens: Token[], at: number, words: Lexicon): number {
  const { lower = '', capital = true } = tokens[at] ?? {};
  if (capital || !words.invertsFreely || words.capitalNouns) return at;
  let end = at;
  const next = tokens[at + 1];
  const noun =
    words.articles.has(lower) ||
    words.indefinites.has(lower) ||
    words.pronouns.has(lower) ||
    isRole(tokens[at], words);
  if (noun) return at;
  if (words.auxiliaries.has(lower)) end = at + 2;
  else if (next && tokens[at - 1]?.lower === 'según' && (next.capital || words.articles.has(next.lower)))
    end = at + 1;
  else if (words.says.has(lower) || /(?:ó|aron|ieron)$/u.test(lower)) end = at + 1;
  while (
    end > at &&
    words.asides.has(tokens[end]?.lower ?? '') &&
    !words.articles.has(tokens[end]?.lower ?? '')
  )
    end++;
  return end;
}

/** What is done by the book, and nobody who says so. */
const RULE = /(?:plan|vertrag|satzung|gesetz|verordnung|verfassung|regeln?|tarif)$/u;
/** Offices and places alike: “varían según la región”. */
const PLACE = /^(?:régions?|départements?|villes?|regi(?:ón|ones)|municipios?|secteurs?)$/u;

/** “According to size”, “selon la région”: what things go by, and nobody who speaks. German writes every noun with a capital. */
function isMeasure(tokens: Token[], phrase: NounPhrase, words: Lexicon, at: number): boolean {
  const noun = tokens[phrase.coreTo - 1]?.lower ?? '';
  if (words.capitalNouns) return RULE.test(noun);
  if (phrase.pronoun || phrase.article === 'indefinite') return false;
  if (PLACE.test(noun) && tokens[at - 1]?.word) return true;
  return !tokens.slice(phrase.from, phrase.to).some((token) => token.capital || isRole(token, words));
}

/** “…, so der Minister” and “Aus Regierungskreisen hieß es”. */
function soSpeaker(tokens: Token[], at: number, words: Lexicon): Speaker | undefined {
  const before = tokens[at - 1];
  if (tokens[at]?.lower === 'so') {
    if (!before || !(before.text === ',' || before.quoted || before.text === '–')) return undefined;
    const phrase = readSpeakers(tokens, at + 1, words);
    if (!phrase || phrase.pronoun || OBLIQUE.test(tokens[phrase.from]?.lower ?? '')) return undefined;
    const after = tokens[phrase.to];
    if (
      !endsClause(after) &&
      !words.asides.has(after?.lower ?? '') &&
      !/^(?:im|in|bei|beim|gegenüber|vor)$/u.test(after?.lower ?? '')
    )
      return undefined;
    return {
      phrase: betterName(tokens, phrase, words),
      cue: 'according to',
      from: at,
      to: phrase.to,
      says: 'before',
    };
  }
  if (tokens[at + 1]?.lower !== 'es') return undefined;
  for (let from = at - 1; from >= Math.max(0, at - 6); from--) {
    if (!/^(?:aus|bei|von|vom|beim)$/u.test(tokens[from]?.lower ?? '')) continue;
    const phrase = readNounPhrase(tokens, from + 1, words, at);
    if (phrase?.to === at && !phrase.pronoun)
      return { phrase, cue: 'according to', from, to: at + 2, says: 'after' };
  }
  return undefined;
}
